import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A framework that is imported anew changes its missions' words in place. Whoever asks how a mission read on a day needs them as they
 * were: a row at each change, at the commit of the import, dated like it.
 */
export class KeepMissionTexts1770000005730 implements MigrationInterface {
  name = 'KeepMissionTexts1770000005730';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mission_texts (
        id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
        mission_id uuid NOT NULL,
        focus_area text NOT NULL,
        statement text NOT NULL,
        targets jsonb NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT pk_mission_texts PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX ix_mission_texts_id_mission_id ON mission_texts (mission_id, id)');
    await runner.query(`COMMENT ON TABLE mission_texts IS 'append-only: the words of every mission as they were entered'`);
    await runner.query(`SELECT make_append_only('mission_texts')`);
    await runner.query(`
      CREATE FUNCTION record_mission_text(changed uuid) RETURNS void LANGUAGE sql SET search_path = waymark, pg_temp AS $$
        INSERT INTO mission_texts (mission_id, focus_area, statement, targets, recorded_at)
        SELECT m.id, m.focus_area, m.statement, named.targets, f.imported_at
          FROM missions m JOIN frameworks f ON f.id = m.framework_id
         CROSS JOIN LATERAL (
           SELECT coalesce(jsonb_agg(jsonb_build_object('slug', t.slug, 'title', t.title, 'role', t.role) ORDER BY t.position, t.slug), '[]') AS targets
             FROM targets t WHERE t.mission_id = m.id) named
         WHERE m.id = changed
           AND (m.focus_area, m.statement, named.targets) IS DISTINCT FROM (
             SELECT ROW(x.focus_area, x.statement, x.targets) FROM mission_texts x WHERE x.mission_id = m.id ORDER BY x.id DESC LIMIT 1)
      $$`);
    await runner.query(`
      CREATE FUNCTION keep_mission_text() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF TG_TABLE_NAME = 'missions' THEN
          PERFORM record_mission_text(NEW.id);
        ELSE
          PERFORM record_mission_text(CASE TG_OP WHEN 'DELETE' THEN OLD.mission_id ELSE NEW.mission_id END);
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query('CREATE CONSTRAINT TRIGGER keep_mission_text AFTER INSERT OR UPDATE ON missions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_mission_text()');
    await runner.query('CREATE CONSTRAINT TRIGGER keep_target_text AFTER INSERT OR UPDATE OR DELETE ON targets DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_mission_text()');
    await runner.query('SELECT record_mission_text(m.id) FROM missions m');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER keep_target_text ON targets');
    await runner.query('DROP TRIGGER keep_mission_text ON missions');
    await runner.query('DROP FUNCTION keep_mission_text()');
    await runner.query('DROP FUNCTION record_mission_text(uuid)');
    await runner.query('DROP TABLE mission_texts CASCADE');
  }
}
