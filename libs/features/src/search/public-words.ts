/**
 * What everybody may find, a SELECT a kind: its title, where it stands (`at`), its words, and how well it fits. Each reads the
 * rows of the public pages under the pages' own conditions at the instant of the question ($2), so nothing has to be put in or
 * taken out when an hour comes: what a page does not show yet is not found, not counted, and in no snippet.
 */

/** What is asked ($1): words, "phrases", or, -not. Never an error, whatever was typed. */
export const ASKED = `websearch_to_tsquery('english', plain_text($1))`;

interface Words {
  kind: string;
  /** As in the index of expressions, where there is one. */
  title: string;
  body: string;
  /** Of the heading that is shown, where it is another. */
  heading?: string;
  at: string;
  from: string;
  where?: string;
}

/** What people read in an edition: references, dates and words of the machine stand alone and would fill its snippet. */
const STRINGS_OF_EDITION = `CROSS JOIN LATERAL (SELECT coalesce(string_agg(value #>> '{}', ' … '), '') AS text FROM jsonb_path_query(e.body::jsonb, '$.**') value WHERE jsonb_typeof(value) = 'string' AND value #>> '{}' LIKE '% %') words`;

/** The strings of a JSON column at a path, as people read them; null where there is none. */
function strings(column: string, path: string): string {
  return `(SELECT string_agg(value #>> '{}', ' … ') FROM jsonb_path_query(${column}, '${path}') value)`;
}

/** The framework of a mission, where there is more than one. */
const OF_SEVERAL = `CASE WHEN (SELECT count(*) FROM frameworks) > 1 THEN ' (' || f.title || ')' ELSE '' END`;

const KINDS: readonly Words[] = [
  {
    kind: 'missions', title: `m.focus_area`, heading: `m.number || '. ' || m.focus_area || ${OF_SEVERAL}`, at: `ARRAY[f.slug, m.slug]`,
    body: `concat_ws(' … ', m.statement, ${strings('m.clauses', '$[*].text')}, ${strings('m.open_terms', '$[*].term')})`,
    from: `missions m JOIN frameworks f ON f.id = m.framework_id`,
  },
  { kind: 'targets', title: `t.title`, heading: `t.title || ${OF_SEVERAL}`, at: `ARRAY[f.slug, m.slug, t.slug]`, body: `m.focus_area || ' ' || coalesce(t.note, '')`, from: `targets t JOIN missions m ON m.id = t.mission_id JOIN frameworks f ON f.id = m.framework_id` },
  { kind: 'metrics', title: `m.name`, at: `ARRAY[m.slug]`, body: `replace(m.slug, '-', ' ') || ' ' || coalesce(m.caveat, '')`, from: `metrics m` },
  { kind: 'organisations', title: `o.name`, at: `ARRAY[o.kind, o.slug]`, body: `o.short_name || ' ' || o.slug`, from: `organisations o`, where: `o.kind IN ('department', 'sub-national')` },
  { kind: 'alerts', title: `a.reference`, at: `ARRAY[a.reference, a.kind]`, body: `a.sentence || ' ' || coalesce(a.plan_summary, '')`, from: `alerts a`, where: `a.raised_at <= $2` },
  {
    kind: 'inquiries', title: `i.title`, at: `ARRAY[i.reference]`, body: `i.scope || ' ' || coalesce(n.text, '')`,
    from: `inquiries i LEFT JOIN inquiry_findings n ON n.inquiry_id = i.id AND n.number = i.published_findings`,
  },
  { kind: 'recommendations', title: `r.reference`, at: `ARRAY[r.reference]`, body: `r.text`, from: `recommendations r`, where: `r.made_at <= $2` },
  {
    kind: 'reports', title: `''`, heading: `f.title`, at: `ARRAY[r.reference, r.kind, to_char(r.period_from, 'YYYY-MM-DD'), to_char(r.period_to, 'YYYY-MM-DD'), e.number::text]`, body: `words.text`,
    from: `reports r JOIN frameworks f ON f.id = r.framework_id JOIN report_editions e ON e.report_id = r.id AND e.number = r.editions ${STRINGS_OF_EDITION}`,
    where: `e.published_at <= $2 AND text_words('', document_text(e.body)) @@ ${ASKED}`,
  },
  { kind: 'letters', title: `l.subject`, at: `ARRAY[l.reference]`, body: `l.body`, from: `letters l`, where: `l.status = 'published' AND l.published_at <= $2` },
  { kind: 'data-gaps', title: `g.reference`, at: `ARRAY[g.reference]`, body: `g.sentence`, from: `data_gaps g`, where: `g.opened_at <= $2` },
  { kind: 'given', title: `g.title`, at: `ARRAY[g.kind, g.href]`, body: `g.body`, from: `unnest($3::text[], $4::text[], $5::text[], $6::text[]) AS g (kind, title, href, body)` },
];

const OPTIONS = `StartSel=\uE000, StopSel=\uE001, MaxWords=32, MinWords=14, MaxFragments=2, FragmentDelimiter=" … "`;

function select({ kind, title, heading = title, at, body, from, where }: Words): string {
  const words = `text_words(${title}, ${body})`;
  const shownKind = kind === 'given' ? 'g.kind' : `'${kind}'`;
  return `SELECT ${shownKind} AS kind, ${heading} AS title, ${at} AS at, ${body} AS body, ts_rank(${words}, ${ASKED}) AS rank FROM ${from} WHERE ${words} @@ ${ASKED}${where ? ` AND ${where}` : ''}`;
}

/** One statement over all kinds. Parameters: $1 asked, $2 the instant, $3–$6 documents that the caller gives (kind, title, href, body), $7 a kind or null, $8 skip, $9 most, $10 options of the snippets. */
export const FIND = `
  WITH found AS (${KINDS.map(select).join('\n UNION ALL ')}),
  placed AS (SELECT *, (count(*) OVER (PARTITION BY kind))::integer AS total, row_number() OVER (PARTITION BY kind ORDER BY rank DESC, title, at) AS place FROM found)
  SELECT kind, title, at, total, ts_headline('english', translate(left(body, 100000), '\uE000\uE001', ''), ${ASKED}, $10) AS snippet
    FROM placed WHERE CASE WHEN $7::text IS NULL THEN place <= $9 ELSE kind = $7 AND place > $8 AND place <= $8 + $9 END
   ORDER BY kind, place`;

export const SNIPPET_OPTIONS = OPTIONS;

/** A snippet in pieces, those between the two signs marked. */
export function piecesOf(snippet: string): { text: string; marked: boolean }[] {
  return snippet.split(/(\uE000[^\uE001]*\uE001)/u).filter((piece) => piece !== '').map((piece) => ({ text: piece.replaceAll(/[\uE000\uE001]/gu, ''), marked: piece.startsWith('\uE000') }));
}
