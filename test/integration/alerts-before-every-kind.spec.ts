import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { createMigrationDataSource } from '#platform/database/data-source.js';
import { saveEducationMission } from '../factories/education-mission.factory.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const EVERY_KIND = 1770000005750;

/** Of an alert, as the tables are before they know every kind: its kind and whether it has a history. */
const KEPT = 'SELECT a.kind, (SELECT count(*)::int FROM alert_events e WHERE e.alert_id = a.id) AS events FROM alerts a ORDER BY 1';

describe('going back to before there were alerts without a mission', () => {
  let database: TestDatabase;
  let owner: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await (await createMigrationDataSource(database.ownerUrl)).initialize();
    const { mission, target } = await saveEducationMission(owner);
    const { id: judgementId } = await owner.getRepository(Judgement).save({
      kind: 'computed', missionId: mission.id, targetId: target.id, verdict: 'off-track', sentence: 'It is off track.', components: {}, inputs: [], releaseIds: [], cause: 'first', givenAt: new Date('2026-01-05T10:00:00Z'), asOf: '2026-01-05',
    });
    const raise = async (kind: string, over: { mission?: string; judgement?: string; about?: string }): Promise<string> => {
      const id = randomUUID();
      // its first line of history in the same transaction, as the tables ask for
      await owner.transaction(async (manager) => {
        await manager.query(
          `INSERT INTO alerts (id, reference, kind, dedupe_key, framework_id, mission_id, judgement_id, about_alert_id, sentence, status, raised_at, response_due_on, acknowledge_due_on, row_version)
           VALUES ($6, $1, $1, $1 || ':x:y', $2, $3, $4, $5, 'S', 'raised', '2026-01-05T10:00:00Z', '2026-02-02', '2026-01-12', 1)`,
          [kind, mission.frameworkId, over.mission ?? null, over.judgement ?? null, over.about ?? null, id],
        );
        await manager.query(`INSERT INTO alert_events (alert_id, action, to_status, actor_office, text, at) VALUES ($1, 'raise', 'raised', 'Waymark', 'S', '2026-01-05T10:00:00Z')`, [id]);
      });
      return id;
    };
    const about = await raise('target-off-track', { mission: mission.id, judgement: judgementId });
    await raise('report-late', {});
    await raise('no-lead', { mission: mission.id });
    await raise('response-overdue', { mission: mission.id, about });
  }, 60_000);
  afterAll(async () => {
    await owner?.destroy();
    await database?.drop();
  });

  it('keeps what the tables had room for, with its history, and guards it as before', async () => {
    for (;;) {
      const [last]: { timestamp: string }[] = await owner.query('SELECT max(timestamp) AS timestamp FROM schema_migrations');
      if (Number(last?.timestamp) < EVERY_KIND) break;
      await owner.undoLastMigration();
    }
    expect(await owner.query(KEPT)).toEqual([{ kind: 'target-off-track', events: 1 }]);
    await expect(owner.query('DELETE FROM alerts')).rejects.toThrow('alerts are kept');
    await expect(owner.query('DELETE FROM alert_events')).rejects.toThrow('append-only');
  });

  it('goes forward again with it, to the very schema that a fresh database has', async () => {
    await owner.runMigrations();
    expect(await owner.query(KEPT)).toEqual([{ kind: 'target-off-track', events: 1 }]);
    const { upQueries } = await owner.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    const fresh = await createTestDatabase();
    const other = await (await createMigrationDataSource(fresh.ownerUrl)).initialize();
    const [again, never] = [await shape(owner), await shape(other)];
    await other.destroy();
    await fresh.drop();
    expect(again).toEqual(never);
  });
});

/** Constraints, triggers and the bodies of functions of the alerts. */
async function shape(source: DataSource): Promise<unknown> {
  return source.query(`
    SELECT conname AS name, pg_get_constraintdef(oid) AS body FROM pg_constraint WHERE conrelid IN ('waymark.alerts'::regclass, 'waymark.alert_events'::regclass)
    UNION ALL SELECT tgname || ' ' || tgenabled::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid IN ('waymark.alerts'::regclass, 'waymark.alert_events'::regclass) AND NOT tgisinternal
    UNION ALL SELECT proname, prosrc FROM pg_proc WHERE proname LIKE 'guard_alert%'
    ORDER BY 1, 2`);
}
