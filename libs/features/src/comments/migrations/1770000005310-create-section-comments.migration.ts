import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateSectionComments1770000005310 implements MigrationInterface {
  name = 'CreateSectionComments1770000005310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE section_comments (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        submission_id uuid NOT NULL,
        section text,
        thread_id uuid,
        kind text NOT NULL,
        author_id uuid,
        author_name text NOT NULL,
        draft_link_id uuid,
        mentioned_id uuid,
        mentioned_name text NOT NULL DEFAULT '',
        text text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_section_comments PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX ix_section_comments_section_submission_id ON section_comments (submission_id, section)');
    await runner.query('CREATE INDEX ix_section_comments_thread_id ON section_comments (thread_id)');
    for (const [column, table] of [['submission_id', 'submissions'], ['thread_id', 'section_comments']]) {
      await runner.query(
        `ALTER TABLE section_comments ADD CONSTRAINT fk_section_comments_${column} FOREIGN KEY (${column}) REFERENCES ${table}(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
      );
    }
    await runner.query(`COMMENT ON TABLE section_comments IS 'append-only: what colleagues said of drafts'`);
    await runner.query(`SELECT make_append_only('section_comments')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE section_comments CASCADE');
  }
}
