import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What areas have to do with one another: what lies in what, what came after what, which are alike. */
export class RelateAreas1770000004500 implements MigrationInterface {
  name = 'RelateAreas1770000004500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE areas ADD valid_from_by text, ADD valid_to_by text, ADD validity_edition integer');
    // days that are there came from a register: no other file could say them so far
    await runner.query(`UPDATE areas SET valid_from_by = CASE WHEN valid_from IS NOT NULL THEN 'register' END, valid_to_by = CASE WHEN valid_to IS NOT NULL THEN 'register' END`);
    await runner.query(`
      CREATE TABLE area_parents (
        area_id integer NOT NULL,
        parent_id integer NOT NULL,
        hierarchy text NOT NULL,
        valid_from date,
        valid_to date,
        best_fit boolean NOT NULL DEFAULT false,
        source text NOT NULL,
        CONSTRAINT pk_area_parents PRIMARY KEY (area_id, parent_id, hierarchy),
        CONSTRAINT fk_area_parents_area_id FOREIGN KEY (area_id) REFERENCES areas (id),
        CONSTRAINT fk_area_parents_parent_id FOREIGN KEY (parent_id) REFERENCES areas (id)
      )`);
    await runner.query('CREATE INDEX ix_area_parents_parent_id ON area_parents (parent_id)');
    await runner.query(`
      CREATE TABLE area_successions (
        area_id integer NOT NULL,
        successor_id integer NOT NULL,
        since date,
        kind text NOT NULL,
        source text NOT NULL,
        CONSTRAINT pk_area_successions PRIMARY KEY (area_id, successor_id),
        CONSTRAINT fk_area_successions_area_id FOREIGN KEY (area_id) REFERENCES areas (id),
        CONSTRAINT fk_area_successions_successor_id FOREIGN KEY (successor_id) REFERENCES areas (id)
      )`);
    await runner.query('CREATE INDEX ix_area_successions_successor_id ON area_successions (successor_id)');
    await runner.query(`
      CREATE TABLE area_classes (
        area_id integer NOT NULL,
        scheme text NOT NULL,
        edition text NOT NULL,
        class text NOT NULL,
        CONSTRAINT pk_area_classes PRIMARY KEY (area_id, scheme, edition),
        CONSTRAINT fk_area_classes_area_id FOREIGN KEY (area_id) REFERENCES areas (id)
      )`);
    await runner.query(`
      CREATE TABLE neighbour_sets (
        id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
        model text NOT NULL,
        edition text NOT NULL,
        source text NOT NULL,
        licence text NOT NULL,
        CONSTRAINT uq_neighbour_sets_edition_model UNIQUE (model, edition),
        CONSTRAINT pk_neighbour_sets PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE area_neighbours (
        set_id integer NOT NULL,
        area_id integer NOT NULL,
        rank smallint NOT NULL,
        neighbour_id integer NOT NULL,
        CONSTRAINT pk_area_neighbours PRIMARY KEY (set_id, area_id, rank),
        CONSTRAINT fk_area_neighbours_set_id FOREIGN KEY (set_id) REFERENCES neighbour_sets (id),
        CONSTRAINT fk_area_neighbours_area_id FOREIGN KEY (area_id) REFERENCES areas (id),
        CONSTRAINT fk_area_neighbours_neighbour_id FOREIGN KEY (neighbour_id) REFERENCES areas (id)
      )`);
    await runner.query('CREATE INDEX ix_area_neighbours_neighbour_id ON area_neighbours (neighbour_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE area_neighbours CASCADE');
    await runner.query('DROP TABLE neighbour_sets CASCADE');
    await runner.query('DROP TABLE area_classes CASCADE');
    await runner.query('DROP TABLE area_successions CASCADE');
    await runner.query('DROP TABLE area_parents CASCADE');
    await runner.query('ALTER TABLE areas DROP validity_edition, DROP valid_to_by, DROP valid_from_by');
  }
}
