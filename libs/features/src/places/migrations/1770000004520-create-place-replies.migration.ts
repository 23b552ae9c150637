import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Replies of places to their figures. That only the place's own council writes them holds in the database too. The function
 * puts the temporary schema last, so that no table made in a session can stand in for ours.
 */
export class CreatePlaceReplies1770000004520 implements MigrationInterface {
  name = 'CreatePlaceReplies1770000004520';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE place_replies (
        area_id integer NOT NULL,
        id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
        metric_id integer,
        version integer NOT NULL,
        words text,
        organisation_id uuid NOT NULL,
        organisation_name text NOT NULL,
        author_id uuid NOT NULL,
        published_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        CONSTRAINT pk_place_replies PRIMARY KEY (id),
        CONSTRAINT fk_place_replies_area_id FOREIGN KEY (area_id) REFERENCES areas (id),
        CONSTRAINT fk_place_replies_metric_id FOREIGN KEY (metric_id) REFERENCES metrics (id),
        CONSTRAINT fk_place_replies_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations (id),
        CONSTRAINT fk_place_replies_author_id FOREIGN KEY (author_id) REFERENCES users (id)
      )`);
    await runner.query('CREATE INDEX ix_place_replies_area_id ON place_replies (area_id)');
    await runner.query(`COMMENT ON TABLE place_replies IS 'append-only: what places have replied to their figures'`);
    await runner.query(`SELECT make_append_only('place_replies')`);
    await runner.query(`
      CREATE FUNCTION guard_place_reply() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NOT EXISTS (
          SELECT FROM users u JOIN organisations o ON o.id = u.organisation_id JOIN areas a ON a.code = o.area_code
           WHERE u.id = NEW.author_id AND u.disabled_at IS NULL AND 'place-official' = ANY (u.roles)
             AND o.id = NEW.organisation_id AND o.kind = 'sub-national' AND a.id = NEW.area_id) THEN
          RAISE EXCEPTION 'only a place''s own council replies to its figures' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF (NEW.words IS NULL) <> (NEW.withdrawn_at IS NOT NULL) OR char_length(NEW.words) > 2000 THEN
          RAISE EXCEPTION 'a reply has at most 2,000 characters, and a withdrawal none' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_place_reply BEFORE INSERT ON place_replies FOR EACH ROW EXECUTE FUNCTION guard_place_reply()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE place_replies CASCADE');
    await runner.query('DROP FUNCTION guard_place_reply()');
  }
}
