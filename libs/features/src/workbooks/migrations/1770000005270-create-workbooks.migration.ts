import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Workbooks of returns: what each held when it was made, and what those that came back say. */
export class CreateWorkbooks1770000005270 implements MigrationInterface {
  name = 'CreateWorkbooks1770000005270';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE workbook_exports (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        submission_id uuid NOT NULL,
        row_version integer NOT NULL,
        answers jsonb NOT NULL,
        exported_at timestamptz NOT NULL,
        CONSTRAINT pk_workbook_exports PRIMARY KEY (id),
        CONSTRAINT fk_workbook_exports_submission_id FOREIGN KEY (submission_id) REFERENCES submissions (id)
      )`);
    await runner.query('CREATE INDEX ix_workbook_exports_submission_id ON workbook_exports (submission_id)');
    await runner.query(`
      CREATE TABLE workbook_uploads (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        export_id uuid NOT NULL,
        answers jsonb NOT NULL,
        file_name text NOT NULL,
        checksum text NOT NULL,
        uploaded_by uuid NOT NULL,
        uploaded_at timestamptz NOT NULL,
        CONSTRAINT pk_workbook_uploads PRIMARY KEY (id),
        CONSTRAINT fk_workbook_uploads_export_id FOREIGN KEY (export_id) REFERENCES workbook_exports (id)
      )`);
    await runner.query('CREATE INDEX ix_workbook_uploads_export_id ON workbook_uploads (export_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE workbook_uploads CASCADE');
    await runner.query('DROP TABLE workbook_exports CASCADE');
  }
}
