import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { londonDate } from '#platform/clock/clock.js';
import { createMigrationDataSource } from '#platform/database/data-source.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const FIRST_OF_HOURS = 1770000004100;
/** Migrations have no clock but the server's, so the future is one from today. */
const LATER = londonDate(new Date(Date.now() + 30 * 24 * 60 * 60 * 1000));

describe('releases that were loaded before hours of publication', () => {
  let database: TestDatabase;
  let owner: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await (await createMigrationDataSource(database.ownerUrl)).initialize();
    for (;;) {
      const [last]: { timestamp: string }[] = await owner.query('SELECT max(timestamp) AS timestamp FROM schema_migrations');
      if (Number(last?.timestamp) < FIRST_OF_HOURS) break;
      await owner.undoLastMigration();
    }
    for (const [name, on] of [['summer', '2025-07-01'], ['later', LATER], ['undated', null]]) {
      await owner.query(
        `INSERT INTO releases (checksum, file_name, publisher, published_on, imported_at, imported_by, rows_read, rows_with_value, rows_missing, unconfirmed_areas)
         VALUES ($1, $1, 'ONS', $2, '2025-08-01T12:00:00Z', 'test', 1, 1, 0, '{}')`,
        [name, on],
      );
    }
    await owner.runMigrations();
  }, 60_000);
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
  });

  it('are public from half past nine in London, and announced once that has come', async () => {
    const rows = await owner.query(
      `SELECT file_name AS name, to_char(published_at AT TIME ZONE 'Europe/London', 'YYYY-MM-DD HH24:MI') AS hour, announced_at = COALESCE(published_at, imported_at) AS announced FROM releases ORDER BY id`,
    );
    expect(rows).toEqual([
      { name: 'summer', hour: '2025-07-01 09:30', announced: true },
      { name: 'later', hour: `${LATER} 09:30`, announced: null },
      { name: 'undated', hour: null, announced: true },
    ]);
  });

  it('wait for the jobs that a loading asks for', async () => {
    const rows = await owner.query(
      `SELECT o.kind, o.queue, r.file_name AS name, o.due_at = r.published_at AS "atItsHour" FROM outbox_messages o JOIN releases r ON r.id = (o.payload->>'releaseId')::integer ORDER BY o.kind, r.id`,
    );
    expect(rows).toEqual([
      { kind: 'check-plausibility', queue: 'heavy', name: 'summer', atItsHour: false },
      { kind: 'check-plausibility', queue: 'heavy', name: 'later', atItsHour: false },
      { kind: 'check-plausibility', queue: 'heavy', name: 'undated', atItsHour: null },
      { kind: 'publish-release', queue: 'later', name: 'later', atItsHour: true },
    ]);
  });
});
