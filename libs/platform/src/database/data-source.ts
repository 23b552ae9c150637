import { DataSource, type DataSourceOptions } from 'typeorm';
import { schemaClasses } from './schema-classes.js';
import { ReadableNamingStrategy } from './naming-strategy.js';

/** The schema that holds Waymark's own tables; BullMQ's are in `bullmq`. */
export const SCHEMA = 'waymark';

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
 * The owner's connection: knows every entity and migration of the house, for entities lie at the root of their room and
 * migrations in its `migrations` folder. Not initialised yet.
 */
export async function createMigrationDataSource(url: string): Promise<DataSource> {
  const { entities, migrations } = await schemaClasses();
  return new DataSource({ ...baseOptions(url), entities, migrations, migrationsTransactionMode: 'each' });
}
