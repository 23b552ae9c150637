import { type DataSource } from 'typeorm';
import { SCHEMA } from './data-source.js';
import { schemaClasses } from './schema-classes.js';

let names: Promise<string[]> | undefined;

/** @throws Error naming the migrations that this build has and the database has not run. */
export async function assertMigrated(dataSource: DataSource): Promise<void> {
  // They cannot change while the process runs, so they are read once.
  names ??= schemaClasses().then(({ migrations }) => migrations.map((migration) => new migration().name ?? migration.name));
  const rows: { name: string }[] = await dataSource.query(`SELECT name FROM ${SCHEMA}.schema_migrations`);
  const run = new Set(rows.map(({ name }) => name));
  const missing = (await names).filter((name) => !run.has(name));
  if (missing.length > 0) throw new Error(`The database has not run ${missing.join(', ')}: run "waymark migrate"`);
}
