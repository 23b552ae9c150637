import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type DataSource } from 'typeorm';
import { createMigrationDataSource } from '#platform/database/data-source.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

describe('the schema', () => {
  let database: TestDatabase;
  let owner: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await (await createMigrationDataSource(database.ownerUrl)).initialize();
  });
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
  });

  it('is what the entities say: generating a migration gives nothing', async () => {
    const { upQueries } = await owner.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('goes back to nothing and forward again', async () => {
    const other = await createTestDatabase();
    const source = await (await createMigrationDataSource(other.ownerUrl)).initialize();
    const count = source.migrations.length;
    for (let n = 0; n < count; n += 1) await source.undoLastMigration();
    expect(await source.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'waymark' AND tablename <> 'schema_migrations'`)).toEqual([]);
    expect(await source.runMigrations()).toHaveLength(count);
    await source.destroy();
    await other.drop();
  });

  describe('as the application’s role', () => {
    let client: pg.Client;

    beforeAll(async () => {
      client = new pg.Client({ connectionString: database.url, options: '-c search_path=waymark' });
      await client.connect();
    });
    afterAll(() => client.end());

    const appendOnly = async (): Promise<string[]> => {
      const rows: { name: string }[] = await owner.query(
        `SELECT relname AS name FROM pg_class WHERE relnamespace = 'waymark'::regnamespace AND relkind = 'r' AND obj_description(oid, 'pg_class') LIKE 'append-only%' ORDER BY 1`,
      );
      return rows.map(({ name }) => name);
    };

    it('knows its append-only tables', async () => {
      expect(await appendOnly()).toEqual(
        expect.arrayContaining(['alert_events', 'audit_entries', 'judgements', 'observations', 'series_changes', 'submission_events', 'submission_versions']),
      );
    });

    it('lets nobody update, delete or truncate them', async () => {
      for (const table of await appendOnly()) {
        for (const statement of [`UPDATE ${table} SET ${await firstColumn(owner, table)} = NULL`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
          await expect(client.query(statement)).rejects.toThrow(/permission denied/);
        }
      }
    });

    it.each(['CREATE TABLE waymark.sneaked (id int)', 'ALTER TABLE users ADD COLUMN sneaked int', 'DROP TABLE users', 'CREATE SCHEMA sneaked', 'DELETE FROM schema_migrations'])(
      'refuses %s',
      async (statement) => {
        await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/);
      },
    );
  });

  it('keeps append-only tables so for their owner too', async () => {
    await owner.query(
      `INSERT INTO audit_entries (position, at, actor, event, subject, facts, previous_hash, hash) VALUES (1, '2026-01-01', 'a', 'b', 'c', '{}', 'd', 'e')`,
    );
    await expect(owner.query(`UPDATE audit_entries SET actor = 'x'`)).rejects.toThrow(/append-only/);
    await expect(owner.query(`DELETE FROM audit_entries`)).rejects.toThrow(/append-only/);
    await expect(owner.query(`TRUNCATE audit_entries`)).rejects.toThrow(/append-only/);
  });
});

async function firstColumn(owner: DataSource, table: string): Promise<string> {
  const [row]: { name: string }[] = await owner.query(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'waymark' AND table_name = $1 AND is_identity = 'NO' ORDER BY ordinal_position LIMIT 1`,
    [table],
  );
  return row?.name ?? '';
}
