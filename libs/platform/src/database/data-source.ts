import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { ReadableNamingStrategy } from './naming-strategy.js';

/** The schema that holds Waymark's own tables; BullMQ's are in `bullmq`. */
export const SCHEMA = 'waymark';

const libs = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const rooms = `${libs}/{platform,features}/src/*`;

/** Options that the application's and the owner's connections share. */
export function baseOptions(url: string): DataSourceOptions & { type: 'postgres' } {
  return {
    type: 'postgres',
    url,
    schema: SCHEMA,
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    namingStrategy: new ReadableNamingStrategy(),
    uuidExtension: 'pgcrypto',
    migrationsTableName: 'schema_migrations',
    applicationName: 'waymark',
    extra: { options: `-c search_path=${SCHEMA} -c TimeZone=UTC` },
  };
}

/**
 * The owner's connection: knows every entity and migration by glob, which is exact because entities lie at the
 * root of their room and migrations in its `migrations` folder.
 */
export function createMigrationDataSource(url: string): DataSource {
  return new DataSource({
    ...baseOptions(url),
    entities: [`${rooms}/*.entity.${extension}`],
    migrations: [`${rooms}/migrations/*.migration.${extension}`],
    migrationsTransactionMode: 'each',
  });
}
