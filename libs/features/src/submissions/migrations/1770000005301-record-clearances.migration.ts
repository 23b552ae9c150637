import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Ministers' clearances, what an SRO declined section by section, in whose place somebody signed, and which sections a save wrote on. */
export class RecordClearances1770000005301 implements MigrationInterface {
  name = 'RecordClearances1770000005301';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organisations ADD wants_clearance boolean NOT NULL DEFAULT false');
    await runner.query(`ALTER TABLE submission_events ADD sections text array NOT NULL DEFAULT '{}'`);
    await runner.query(`
      CREATE TABLE submission_clearances (
        event_id uuid NOT NULL,
        submission_id uuid NOT NULL,
        checksum text NOT NULL,
        minister text NOT NULL,
        cleared_on date NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT pk_submission_clearances PRIMARY KEY (event_id)
      )`);
    await runner.query('CREATE INDEX ix_submission_clearances_submission_id ON submission_clearances (submission_id)');
    await this.reference(runner, 'submission_clearances', 'event_id', 'submission_events');
    await this.reference(runner, 'submission_clearances', 'submission_id', 'submissions');
    await this.keep(runner, 'submission_clearances', 'the clearances of ministers');
    await runner.query('ALTER TABLE submission_versions ADD signed_for uuid');
    await runner.query('ALTER TABLE submission_versions ADD clearance_id uuid');
    await this.reference(runner, 'submission_versions', 'clearance_id', 'submission_clearances');
    await this.keepDeclines(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE decline_replies CASCADE');
    await runner.query('DROP TABLE declined_sections CASCADE');
    await runner.query('ALTER TABLE submission_versions DROP COLUMN clearance_id');
    await runner.query('ALTER TABLE submission_versions DROP COLUMN signed_for');
    await runner.query('DROP TABLE submission_clearances CASCADE');
    await runner.query('ALTER TABLE submission_events DROP COLUMN sections');
    await runner.query('ALTER TABLE organisations DROP COLUMN wants_clearance');
  }

  private async keepDeclines(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE declined_sections (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        submission_id uuid NOT NULL,
        event_id uuid NOT NULL,
        section text NOT NULL,
        reason text NOT NULL,
        checksum text NOT NULL,
        CONSTRAINT pk_declined_sections PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX ix_declined_sections_submission_id ON declined_sections (submission_id)');
    await this.reference(runner, 'declined_sections', 'submission_id', 'submissions');
    await this.reference(runner, 'declined_sections', 'event_id', 'submission_events');
    await this.keep(runner, 'declined_sections', 'what was declined and how it read');
    await runner.query(`
      CREATE TABLE decline_replies (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        declined_section_id uuid NOT NULL,
        text text NOT NULL,
        replied_by uuid NOT NULL,
        replied_by_name text NOT NULL,
        replied_at timestamptz NOT NULL,
        CONSTRAINT pk_decline_replies PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX ix_decline_replies_declined_section_id ON decline_replies (declined_section_id)');
    await this.reference(runner, 'decline_replies', 'declined_section_id', 'declined_sections');
    await this.keep(runner, 'decline_replies', 'answers to a decline');
  }

  private async reference(runner: QueryRunner, table: string, column: string, target: string): Promise<void> {
    await runner.query(
      `ALTER TABLE ${table} ADD CONSTRAINT fk_${table}_${column} FOREIGN KEY (${column}) REFERENCES ${target}(${target === 'submission_clearances' ? 'event_id' : 'id'}) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  private async keep(runner: QueryRunner, table: string, what: string): Promise<void> {
    await runner.query(`COMMENT ON TABLE ${table} IS 'append-only: ${what}'`);
    await runner.query(`SELECT make_append_only('${table}')`);
  }
}
