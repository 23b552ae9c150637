import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Reviews of missions are the council's: its roles alone write and publish them, here too and not only in the service. What was
 * loaded from a file names its author and is nobody's word of the council. A published version never changes.
 */
export class CreateQualityReviews1770000005850 implements MigrationInterface {
  name = 'CreateQualityReviews1770000005850';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE quality_reviews (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        mission_id uuid NOT NULL,
        number integer,
        status text NOT NULL,
        source jsonb,
        file_checksum text,
        effective_on date,
        edited_by uuid,
        started_at timestamptz NOT NULL,
        published_by uuid,
        publisher_name text,
        published_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT pk_quality_reviews PRIMARY KEY (id),
        CONSTRAINT fk_quality_reviews_mission_id FOREIGN KEY (mission_id) REFERENCES missions(id)
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_quality_reviews_number ON quality_reviews (mission_id, number) WHERE number IS NOT NULL');
    await runner.query(`CREATE UNIQUE INDEX uq_quality_reviews_draft ON quality_reviews (mission_id) WHERE status = 'draft' AND source IS NULL`);
    await runner.query(`
      CREATE TABLE quality_findings (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        review_id uuid NOT NULL,
        section text NOT NULL,
        position integer NOT NULL,
        values jsonb NOT NULL,
        pages text,
        written_by uuid,
        writer_name text NOT NULL,
        written_at timestamptz NOT NULL,
        CONSTRAINT pk_quality_findings PRIMARY KEY (id),
        CONSTRAINT fk_quality_findings_review_id FOREIGN KEY (review_id) REFERENCES quality_reviews(id)
      )`);
    await runner.query('CREATE INDEX ix_quality_findings_review_id ON quality_findings (review_id)');
    await runner.query(`
      CREATE TABLE quality_review_events (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        review_id uuid NOT NULL,
        action text NOT NULL,
        section text,
        values jsonb,
        actor_id uuid,
        actor_name text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_quality_review_events PRIMARY KEY (id),
        CONSTRAINT fk_quality_review_events_review_id FOREIGN KEY (review_id) REFERENCES quality_reviews(id)
      )`);
    await runner.query('CREATE INDEX ix_quality_review_events_review_id ON quality_review_events (review_id)');
    await runner.query(`COMMENT ON TABLE quality_review_events IS 'append-only: who wrote what in quality reviews'`);
    await runner.query(`SELECT make_append_only('quality_review_events')`);
    await runner.query(`
      CREATE FUNCTION guard_quality_review() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'quality reviews are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'UPDATE' THEN
          IF OLD.status = 'published' THEN
            RAISE EXCEPTION 'a published quality review never changes' USING ERRCODE = 'restrict_violation';
          END IF;
          IF (NEW.id, NEW.mission_id, NEW.source, NEW.file_checksum, NEW.started_at)
             IS DISTINCT FROM (OLD.id, OLD.mission_id, OLD.source, OLD.file_checksum, OLD.started_at) THEN
            RAISE EXCEPTION 'a quality review keeps what it was started on' USING ERRCODE = 'restrict_violation';
          END IF;
        END IF;
        IF NEW.source IS NULL AND NOT EXISTS (
          SELECT FROM users u WHERE u.id = NEW.edited_by AND u.disabled_at IS NULL AND u.roles && ARRAY['reviewer', 'council-member', 'council-chair']
        ) THEN
          RAISE EXCEPTION 'only the council writes a quality review' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.status = 'published' THEN
          IF NEW.number IS NULL OR NEW.effective_on IS NULL OR NEW.published_at IS NULL THEN
            RAISE EXCEPTION 'a published quality review has its number and its day' USING ERRCODE = 'check_violation';
          END IF;
          IF NEW.source IS NULL AND NOT EXISTS (
            SELECT FROM users u WHERE u.id = NEW.published_by AND u.disabled_at IS NULL AND u.roles && ARRAY['council-member', 'council-chair']
          ) THEN
            RAISE EXCEPTION 'only a member of the council publishes a quality review' USING ERRCODE = 'check_violation';
          END IF;
        ELSIF NEW.status <> 'draft' THEN
          RAISE EXCEPTION 'a quality review is a draft or published' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_quality_review BEFORE INSERT OR UPDATE OR DELETE ON quality_reviews FOR EACH ROW EXECUTE FUNCTION guard_quality_review()');
    // What another version says word for word is taken over with its signature; everything else is signed by the council, or of a file.
    await runner.query(`
      CREATE FUNCTION guard_quality_finding() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        review quality_reviews%ROWTYPE;
      BEGIN
        IF TG_OP <> 'INSERT' THEN
          SELECT * INTO review FROM quality_reviews WHERE id = OLD.review_id;
          IF review.status <> 'draft' THEN
            RAISE EXCEPTION 'a published quality review never changes' USING ERRCODE = 'restrict_violation';
          END IF;
          IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
          IF NEW.review_id <> OLD.review_id THEN
            RAISE EXCEPTION 'a finding stays with its review' USING ERRCODE = 'restrict_violation';
          END IF;
        END IF;
        SELECT * INTO review FROM quality_reviews WHERE id = NEW.review_id;
        IF review.status <> 'draft' THEN
          RAISE EXCEPTION 'a published quality review never changes' USING ERRCODE = 'restrict_violation';
        END IF;
        IF review.source IS NOT NULL AND NEW.written_by IS NULL THEN RETURN NEW; END IF;
        IF EXISTS (
          SELECT FROM users u WHERE u.id = NEW.written_by AND u.disabled_at IS NULL AND u.roles && ARRAY['reviewer', 'council-member', 'council-chair']
        ) THEN RETURN NEW; END IF;
        IF EXISTS (
          SELECT FROM quality_findings f JOIN quality_reviews r ON r.id = f.review_id
           WHERE r.mission_id = review.mission_id AND r.status = 'published' AND f.section = NEW.section AND f.values = NEW.values
             AND f.writer_name = NEW.writer_name AND f.written_by IS NOT DISTINCT FROM NEW.written_by
        ) THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'only the council writes a quality review' USING ERRCODE = 'check_violation';
      END $$`);
    await runner.query('CREATE TRIGGER guard_quality_finding BEFORE INSERT OR UPDATE OR DELETE ON quality_findings FOR EACH ROW EXECUTE FUNCTION guard_quality_finding()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE quality_review_events CASCADE');
    await runner.query('DROP TABLE quality_findings CASCADE');
    await runner.query('DROP TABLE quality_reviews CASCADE');
    await runner.query('DROP FUNCTION guard_quality_finding()');
    await runner.query('DROP FUNCTION guard_quality_review()');
  }
}
