import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** More than this of one document is not looked through: an index entry has an upper limit, and no row may fail by it. */
const MOST_CHARACTERS = 300_000;

/** Indexes of expressions, for what grows; the few missions and metrics are read through. A query must use the same functions. */
const INDEXES: Record<string, string> = {
  ix_areas_words: `areas USING gin (place_words(name))`,
  ix_alerts_words: `alerts USING gin (text_words(reference, sentence || ' ' || coalesce(plan_summary, '')))`,
  ix_letters_words: `letters USING gin (text_words(subject, body))`,
  ix_recommendations_words: `recommendations USING gin (text_words(reference, text))`,
  ix_submission_versions_words: `submission_versions USING gin (text_words('', document_text(content::text)))`,
  ix_report_editions_words: `report_editions USING gin (text_words('', document_text(body)))`,
};

/**
 * How words are compared: without capitals, marks and apostrophes, so that "Ynys Mon" finds "Ynys Môn". The functions are
 * immutable, which an index needs, and put the temporary schema last: no table made in a session can stand in for ours.
 */
export class IndexPublicWords1770000006100 implements MigrationInterface {
  name = 'IndexPublicWords1770000006100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION plain_text(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
        SELECT regexp_replace(normalize(lower(words), NFKD), '[\\u0300-\\u036F''’]', '', 'g')
      $$`);
    await runner.query(`
      CREATE FUNCTION text_words(title text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = waymark, pg_temp AS $$
        SELECT setweight(to_tsvector('pg_catalog.english', plain_text(title)), 'A') || setweight(to_tsvector('pg_catalog.english', plain_text(left(body, ${MOST_CHARACTERS}))), 'D')
      $$`);
    await runner.query(`
      CREATE FUNCTION place_words(name text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = waymark, pg_temp AS $$
        SELECT to_tsvector('pg_catalog.simple', regexp_replace(replace(plain_text(name), '&', ' and '), '[^a-z0-9]+', ' ', 'g'))
      $$`);
    // a line break within JSON is a backslash and an n, which would become the next word's first letter
    await runner.query(`
      CREATE FUNCTION document_text(document text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
        SELECT regexp_replace(document, '\\\\[nrt"]', ' ', 'g')
      $$`);
    for (const [name, on] of Object.entries(INDEXES)) await runner.query(`CREATE INDEX ${name} ON ${on}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXES)) await runner.query(`DROP INDEX ${name}`);
    for (const name of ['document_text(text)', 'place_words(text)', 'text_words(text, text)', 'plain_text(text)']) await runner.query(`DROP FUNCTION ${name}`);
  }
}
