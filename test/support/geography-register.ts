import { DataSource } from 'typeorm';
import { systemActor } from '#domain/access/permissions.js';
import { Area } from '#features/areas/area.entity.js';
import { AreasQueries } from '#features/areas/areas.queries.js';
import { AreasService } from '#features/areas/areas.service.js';
import { type GeographyReport } from '#features/areas/geography-report.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { Clock } from '#platform/clock/clock.js';
import { baseOptions } from '#platform/database/data-source.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { createTestDatabase, type TestDatabase } from './database.js';

const ACTOR = systemActor('command', 'import areas');

/** A database with nothing but the register of areas. */
export interface GeographyRegister {
  database: TestDatabase;
  dataSource: DataSource;
  areas: AreasQueries;
  load: (files: Record<string, string | object>, edition?: number) => Promise<GeographyReport>;
  close: () => Promise<void>;
}

export async function emptyRegister(): Promise<GeographyRegister> {
  const database = await createTestDatabase();
  const dataSource = await new DataSource({ ...baseOptions(database.url), entities: [AuditEntry, Area] }).initialize();
  const service = new AreasService(new UnitOfWork(dataSource, new Clock()));
  return {
    database,
    dataSource,
    areas: new AreasQueries(dataSource, new Clock()),
    load: (files, edition) =>
      service.importGeography(ACTOR, {
        files: Object.entries(files).map(([fileName, content]) => ({ fileName, text: typeof content === 'string' ? content : JSON.stringify(content) })),
        ...(edition === undefined ? {} : { edition }),
      }),
    close: async () => {
      await dataSource.destroy();
      await database.drop();
    },
  };
}
