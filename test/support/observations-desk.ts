import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemActor } from '#domain/access/permissions.js';
import { AreasService } from '#features/areas/areas.service.js';
import { ExampleLoaderModule } from '#features/frameworks/example-loader.module.js';
import { MetricsService } from '#features/metrics/metrics.service.js';
import { type ImportReport } from '#features/observations/import-report.js';
import { type ImportRequest } from '#features/observations/import-request.js';
import { ObservationsImportService } from '#features/observations/observations-import.service.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { startTestApplication, type TestApplication } from './application.js';

const ACTOR = systemActor('command', 'test');

export const HEADER = 'areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes';
/** A good row; a case changes one thing about it. */
export const ROW = 'E92000001,England,Nation,Employment rate,2023-01-01/P1Y,75.5,Percentage,%,75.1,75.9,,';

/** Figures of the example's catalogue, written to files and imported. */
export class ObservationsDesk {
  private files = 0;

  private constructor(
    readonly waymark: TestApplication,
    readonly importer: ObservationsImportService,
    readonly folder: string,
  ) {}

  static async open(): Promise<ObservationsDesk> {
    const waymark = await startTestApplication({ modules: [JobsModule, ExampleLoaderModule] });
    const folder = await mkdtemp(path.join(tmpdir(), 'waymark-import-'));
    const text = (file: string): string => readFileSync(path.resolve('example', file), 'utf8');
    await waymark.get(MetricsService).importCatalogue(ACTOR, { fileName: 'metrics.yml', text: text('catalogue/metrics.yml') });
    await waymark.get(AreasService).importRegister(ACTOR, { fileName: 'areas.csv', text: text('areas/areas.csv') });
    return new ObservationsDesk(waymark, waymark.get(ObservationsImportService), folder);
  }

  async close(): Promise<void> {
    await this.waymark.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** @returns its path */
  async written(content: string | Buffer): Promise<string> {
    const file = path.join(this.folder, `figures-${++this.files}.csv`);
    await writeFile(file, content);
    return file;
  }

  async importText(content: string | Buffer, more: Partial<ImportRequest> = {}): Promise<ImportReport> {
    return this.importer.importFile(ACTOR, { path: await this.written(content), ...more });
  }

  importRows(...rows: string[]): Promise<ImportReport> {
    return this.importText([HEADER, ...rows, ''].join('\r\n'));
  }

  async counts(): Promise<Record<string, number>> {
    const [row]: Record<string, number>[] = await this.waymark.dataSource.query(
      `SELECT (SELECT count(*)::int FROM observations) AS observations, (SELECT count(*)::int FROM releases) AS releases, (SELECT count(*)::int FROM areas) AS areas,
              (SELECT count(*)::int FROM outbox_messages) AS outbox, (SELECT count(*)::int FROM audit_entries) AS audit`,
    );
    return row ?? {};
  }
}
