import { runMigrations as runQueueMigrations } from 'bullmq';
import pg from 'pg';
import { createMigrationDataSource, SCHEMA } from './data-source.js';

/** What a migration run did. */
export interface MigrationReport {
  applied: string[];
  queueSchemaVersion: number;
}

/**
 * Brings the database up to date as the owner, then grants the application's role what it needs and no more:
 * no DDL in Waymark's schema, and neither UPDATE, DELETE nor TRUNCATE on tables whose comment begins "append-only".
 */
export async function migrate(urls: { owner: string; application: string }): Promise<MigrationReport> {
  const client = new pg.Client({ connectionString: urls.owner });
  await client.connect();
  try {
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
    const dataSource = await (await createMigrationDataSource(urls.owner)).initialize();
    try {
      const applied = await dataSource.runMigrations();
      const queueSchemaVersion = await runQueueMigrations(client, 'bullmq');
      await grantApplicationRole(client, decodeURIComponent(new URL(urls.application).username));
      return { applied: applied.map((migration) => migration.name), queueSchemaVersion };
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await client.end();
  }
}

async function grantApplicationRole(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ owner: string }>('SELECT current_user AS owner');
  // One role for both is a developer's shortcut: there is nothing to grant, and triggers still guard the append-only tables.
  if (!role || rows[0]?.owner === role) return;
  const name = client.escapeIdentifier(role);
  await client.query('BEGIN');
  await client.query(`
    GRANT USAGE ON SCHEMA ${SCHEMA} TO ${name};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA} TO ${name};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${SCHEMA} TO ${name};
    REVOKE INSERT, UPDATE, DELETE ON ${SCHEMA}.schema_migrations FROM ${name};
    GRANT USAGE, CREATE ON SCHEMA bullmq TO ${name};
    GRANT ALL ON ALL TABLES IN SCHEMA bullmq TO ${name};
    GRANT ALL ON ALL SEQUENCES IN SCHEMA bullmq TO ${name};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO ${name};`);
  const appendOnly = await client.query<{ name: string }>(
    `SELECT quote_ident(c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = $1 AND c.relkind = 'r' AND obj_description(c.oid, 'pg_class') LIKE 'append-only%'`,
    [SCHEMA],
  );
  for (const table of appendOnly.rows) {
    await client.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${SCHEMA}.${table.name} FROM ${name}`);
  }
  await client.query('COMMIT');
}
