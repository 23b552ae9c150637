import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TRIGGERS = { missions: 'INSERT OR UPDATE', targets: 'INSERT OR UPDATE OR DELETE', mission_leads: 'INSERT OR UPDATE OR DELETE', frameworks: 'INSERT OR UPDATE', metrics: 'INSERT OR UPDATE' };

/**
 * Frameworks, missions with their targets and leads, and metrics are changed in place by imports and resets. Whoever opens a page as
 * it stood on a day needs them whole as they were: a row at each change, at the commit, dated by the move that made it.
 */
export class KeepEnteredRecords1770000006250 implements MigrationInterface {
  name = 'KeepEnteredRecords1770000006250';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE entered_records (
        id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
        kind text NOT NULL,
        subject text NOT NULL,
        content jsonb NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT pk_entered_records PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX ix_entered_records_id_kind_subject ON entered_records (kind, subject, id)');
    await runner.query(`COMMENT ON TABLE entered_records IS 'append-only: frameworks, missions and metrics as they were entered'`);
    await runner.query(`SELECT make_append_only('entered_records')`);
    await runner.query(`
      CREATE FUNCTION mission_as_entered(wanted uuid) RETURNS jsonb LANGUAGE sql STABLE SET search_path = waymark, pg_temp AS $$
        SELECT to_jsonb(m) || jsonb_build_object(
          'contributing', (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', c.slug, 'name', coalesce(o.name, c.slug), 'kind', coalesce(o.kind, '')) ORDER BY c.place), '[]') FROM unnest(m.contributors) WITH ORDINALITY c (slug, place) LEFT JOIN organisations o ON o.slug = c.slug),
          'leads', (SELECT coalesce(jsonb_agg(jsonb_build_object('from', l.from_date, 'to', l.to_date, 'basis', l.basis, 'organisation', jsonb_build_object('slug', o.slug, 'name', o.name, 'kind', o.kind)) ORDER BY l.from_date), '[]')
                      FROM mission_leads l JOIN organisations o ON o.id = l.organisation_id WHERE l.mission_id = m.id),
          'targets', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.position, t.slug), '[]') FROM targets t WHERE t.mission_id = m.id))
          FROM missions m WHERE m.id = wanted
      $$`);
    await runner.query(`
      CREATE FUNCTION framework_as_entered(wanted uuid) RETURNS jsonb LANGUAGE sql STABLE SET search_path = waymark, pg_temp AS $$
        SELECT to_jsonb(f) - 'file_checksum' - 'imported_at' FROM frameworks f WHERE f.id = wanted
      $$`);
    await runner.query(`
      CREATE FUNCTION keep_entered(of_kind text, of_subject text, entered jsonb, since timestamptz) RETURNS void LANGUAGE sql SET search_path = waymark, pg_temp AS $$
        INSERT INTO entered_records (kind, subject, content, recorded_at)
        SELECT of_kind, of_subject, entered, greatest(since, (SELECT own.at FROM (SELECT a.at, a.xmin FROM audit_entries a ORDER BY a.position DESC LIMIT 1) own WHERE own.xmin = pg_current_xact_id()::xid))
         WHERE entered IS NOT NULL
           AND entered IS DISTINCT FROM (SELECT r.content FROM entered_records r WHERE r.kind = of_kind AND r.subject = of_subject ORDER BY r.id DESC LIMIT 1)
      $$`);
    await runner.query(`
      CREATE FUNCTION keep_entered_record() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        changed jsonb := to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END);
        mission uuid;
      BEGIN
        IF TG_TABLE_NAME = 'metrics' THEN
          PERFORM keep_entered('metric', m.id::text, to_jsonb(m), to_timestamp(0)) FROM metrics m WHERE m.id = (changed->>'id')::integer;
        ELSIF TG_TABLE_NAME = 'frameworks' THEN
          PERFORM keep_entered('framework', f.id::text, framework_as_entered(f.id), f.imported_at) FROM frameworks f WHERE f.id = (changed->>'id')::uuid;
        ELSE
          mission := CASE TG_TABLE_NAME WHEN 'missions' THEN changed->>'id' ELSE changed->>'mission_id' END;
          PERFORM keep_entered('mission', m.id::text, mission_as_entered(m.id), f.imported_at) FROM missions m JOIN frameworks f ON f.id = m.framework_id WHERE m.id = mission;
        END IF;
        RETURN NULL;
      END $$`);
    for (const [table, when] of Object.entries(TRIGGERS)) {
      await runner.query(`CREATE CONSTRAINT TRIGGER keep_entered_record AFTER ${when} ON ${table} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_entered_record()`);
    }
    await runner.query(`
      INSERT INTO entered_records (kind, subject, content, recorded_at)
      SELECT 'framework', f.id::text, framework_as_entered(f.id), f.imported_at FROM frameworks f
      UNION ALL SELECT 'mission', m.id::text, mission_as_entered(m.id), f.imported_at FROM missions m JOIN frameworks f ON f.id = m.framework_id
      UNION ALL SELECT 'metric', m.id::text, to_jsonb(m), to_timestamp(0) FROM metrics m`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(TRIGGERS)) await runner.query(`DROP TRIGGER keep_entered_record ON ${table}`);
    await runner.query('DROP FUNCTION keep_entered_record()');
    await runner.query('DROP FUNCTION keep_entered(text, text, jsonb, timestamptz)');
    await runner.query('DROP FUNCTION framework_as_entered(uuid)');
    await runner.query('DROP FUNCTION mission_as_entered(uuid)');
    await runner.query('DROP TABLE entered_records CASCADE');
  }
}
