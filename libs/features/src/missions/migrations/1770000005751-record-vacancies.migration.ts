import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A time without a lead department is on record with its reason. */
export class RecordVacancies1770000005751 implements MigrationInterface {
  name = 'RecordVacancies1770000005751';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mission_vacancies (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        mission_id uuid NOT NULL,
        from_date date NOT NULL,
        to_date date,
        reason text NOT NULL,
        CONSTRAINT pk_mission_vacancies PRIMARY KEY (id),
        CONSTRAINT mission_vacancies_never_two EXCLUDE USING gist (mission_id WITH =, daterange(from_date, to_date, '[)') WITH &&),
        CONSTRAINT fk_mission_vacancies_mission_id FOREIGN KEY (mission_id) REFERENCES missions(id) ON DELETE CASCADE ON UPDATE NO ACTION
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mission_vacancies');
  }
}
