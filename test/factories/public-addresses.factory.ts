import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { type DataSource } from 'typeorm';

/** A route that anybody may open, with an address of it. */
export interface PublicAddress {
  route: string;
  address: string;
}

const MISSION = `m.slug = 'education'`;
const ONE = {
  framework: `SELECT slug FROM frameworks ORDER BY slug`,
  target: `SELECT t.slug FROM targets t JOIN missions m ON m.id = t.mission_id WHERE ${MISSION} ORDER BY t.slug`,
  metric: `SELECT x.slug FROM metrics x JOIN targets t ON t.metric_id = x.id JOIN missions m ON m.id = t.mission_id WHERE ${MISSION} ORDER BY t.slug`,
  judgement: `SELECT j.id::text FROM judgements j JOIN targets t ON t.id = j.target_id JOIN missions m ON m.id = t.mission_id WHERE ${MISSION} ORDER BY t.slug, j.given_at`,
  organisation: `SELECT o.slug FROM organisations o JOIN mission_leads l ON l.organisation_id = o.id JOIN missions m ON m.id = l.mission_id WHERE ${MISSION} ORDER BY l.from_date DESC`,
  release: `SELECT release_id::text FROM release_metrics r JOIN metrics x ON x.id = r.metric_id JOIN targets t ON t.metric_id = x.id JOIN missions m ON m.id = t.mission_id WHERE ${MISSION} ORDER BY t.slug, release_id`,
  report: `SELECT reference FROM reports WHERE editions > 0`,
};

/** What stands for a parameter, by the segment before it; the first that fits. The last is for all other parameters of that name. */
const VALUES: [segment: RegExp, sql: string][] = [
  [/^(frameworks|frameworks)\/:(slug|framework)$/, ONE.framework],
  [/^missions\/:mission$|^quality\/:mission$|:mission\.atom$/, `SELECT 'education'`],
  [/^missions\/:framework$/, ONE.framework],
  [/^targets\/:target/, ONE.target],
  [/^targets\/:id$/, `SELECT t.id::text FROM targets t ORDER BY t.slug`],
  [/^as-of\/:day(\.csv.*)?$/, `SELECT to_char(max(imported_at), 'YYYY-MM-DD') FROM frameworks`],
  [/:which$/, `SELECT 'previous'`],
  [/^(figures|metrics|changes)\/:(slug|metric)$/, ONE.metric],
  [/^verdicts\/:judgement$/, ONE.judgement],
  [/^judgements\/:id$/, ONE.judgement],
  [/^(areas|places)\/:code/, `SELECT 'E92000001'`],
  [/^(departments|organisations|calibration)\/:(slug|id)/, ONE.organisation],
  [/:table\.csv/, `SELECT 'missions'`],
  [/^changes\/:month$/, `SELECT '2026-11'`],
  [/^releases\/:id/, ONE.release],
  [/^reports\/:reference$/, ONE.report],
  [/^letters\/:reference$/, `SELECT reference FROM letters WHERE status = 'published' ORDER BY reference`],
  [/^data-gaps\/:reference$/, 'SELECT reference FROM data_gaps ORDER BY reference'],
  [/^calendar\/:reference$/, 'SELECT reference FROM submissions ORDER BY reference'],
  [/^returns\/:reference$/, `SELECT reference FROM submissions WHERE kind = 'evidence-return' ORDER BY reference`],
  [/^decisions\/:reference$/, `SELECT reference FROM council_decisions WHERE state = 'closed'`],
  [/^budgets\/:year$/, 'SELECT year::text FROM council_budgets'],
  [/^members\/:id$/, 'SELECT id::text FROM council_members'],
  [/^quality-findings\/:id$/, 'SELECT id::text FROM quality_findings'],
  [/^(alerts|inquiries|recommendations|consultations|interim-reviews)\/:reference$/, 'SELECT reference FROM {table} ORDER BY reference'],
  [/:number(\.xml)?$/, `SELECT '1'`],
];

/** Every route of permissions.csv that is open to anybody, its parameters filled from the tables; `unknown` where there is nothing of a kind. */
export async function publicAddresses(dataSource: DataSource): Promise<PublicAddress[]> {
  const lines = parse(readFileSync('doc/security/permissions.csv'), { columns: true, comment: '#' }) as { method: string; path: string; permission: string }[];
  const routes = lines.filter(({ method, permission }) => method === 'GET' && permission === 'public.read').map(({ path }) => path);
  const found: PublicAddress[] = [];
  for (const route of routes) {
    const segments = route.split('/');
    const filled: string[] = [];
    for (const [at, segment] of segments.entries()) {
      filled.push(segment.includes(':') ? segment.replace(/:\w+/, await valueOf(dataSource, `${segments[at - 1] ?? ''}/${segment}`)) : segment);
    }
    found.push({ route, address: filled.join('/') });
  }
  return found;
}

async function valueOf(dataSource: DataSource, place: string): Promise<string> {
  const [, sql] = VALUES.find(([fits]) => fits.test(place)) ?? [];
  if (sql === undefined) return 'unknown';
  const table = place.split('/')[0]?.replaceAll('-', '_') ?? '';
  const rows: Record<string, string>[] = await dataSource.query(`${sql.replace('{table}', table)} LIMIT 1`);
  return Object.values(rows[0] ?? {})[0] ?? 'unknown';
}
