import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A public page and when it last changed, where that is known. */
export interface PublicAddress {
  path: string;
  changedAt: Date | null;
}

/** Pages of which there is one each. */
const PAGES = [
  '/', '/frameworks', '/figures', '/places', '/alerts', '/alerts/departments', '/changes', '/subscribe', '/data', '/calendar', '/calendar/extensions', '/consultations', '/reports', '/inquiries', '/recommendations', '/letters', '/data-gaps', '/interim-reviews', '/proposals', '/funding', '/funding/grants-of-councils', '/directors', '/departments',
  '/corrections', '/calibration', '/council', '/council/decisions', '/council/grants', '/council/interests', '/pre-release-access', '/statistics/releases', '/method', '/accessibility', '/cookies', '/privacy',
];

const MISSIONS = `missions m JOIN frameworks f ON f.id = m.framework_id`;
const OUT = 'coalesce(r.published_at, r.imported_at)';
/** The councils among the areas, as the domain knows them by their codes (`isLocalAuthority`): those can be compared. */
const COUNCILS = `a.code ~ '^(E0[6-9]|E10|W06|S12|N09)'`;

/** (path, changed) of every page that a table makes. $1 is the instant: what is out later has no line. */
const LISTS: readonly string[] = [
  `SELECT '/frameworks/' || f.slug, NULL::timestamptz FROM frameworks f`,
  `SELECT '/frameworks/' || f.slug || part, NULL FROM frameworks f CROSS JOIN (VALUES ('/quality'), ('/closing')) AS parts (part)`,
  `SELECT '/calendar/frameworks/' || f.slug, NULL FROM frameworks f`,
  `SELECT '/changes/' || to_char(month, 'YYYY-MM'), NULL FROM generate_series(date_trunc('month', (SELECT min(imported_at) FROM frameworks) AT TIME ZONE 'Europe/London'), $1::timestamptz AT TIME ZONE 'Europe/London', interval '1 month') AS month`,
  `SELECT '/frameworks/' || f.slug || '/missions/' || m.slug, (SELECT max(j.given_at) FROM judgements j WHERE j.mission_id = m.id AND j.given_at <= $1) FROM ${MISSIONS}`,
  `SELECT '/frameworks/' || f.slug || '/missions/' || m.slug || part, NULL FROM ${MISSIONS} CROSS JOIN (VALUES ('/quality'), ('/plans'), ('/hearing-pack')) AS parts (part)`,
  `SELECT '/frameworks/' || f.slug || '/missions/' || m.slug || '/targets/' || t.slug, (SELECT max(j.given_at) FROM judgements j WHERE j.target_id = t.id AND j.given_at <= $1) FROM targets t JOIN ${MISSIONS} ON t.mission_id = m.id`,
  `SELECT '/frameworks/' || f.slug || '/missions/' || m.slug || '/quality/versions/' || q.number, q.effective_on FROM quality_reviews q JOIN ${MISSIONS} ON q.mission_id = m.id WHERE q.number IS NOT NULL AND q.status = 'published'`,
  `SELECT '/figures/' || m.slug, (SELECT max(${OUT}) FROM release_metrics rm JOIN releases r ON r.id = rm.release_id WHERE rm.metric_id = m.id AND ${OUT} <= $1) FROM metrics m`,
  `SELECT '/figures/' || m.slug || '/map', NULL FROM metrics m WHERE EXISTS (SELECT 1 FROM observations o JOIN areas a ON a.id = o.area_id JOIN releases r ON r.id = o.release_id WHERE o.metric_id = m.id AND o.value IS NOT NULL AND ${COUNCILS} AND ${OUT} <= $1)`,
  `SELECT '/places/' || a.code, NULL FROM areas a WHERE NOT is_embargoed_area(a.code, a.confirmed, $1)`,
  `SELECT '/places/' || a.code || '/benchmark', NULL FROM areas a WHERE ${COUNCILS} AND NOT is_embargoed_area(a.code, a.confirmed, $1)`,
  `SELECT '/statistics/releases/' || r.id, ${OUT} FROM releases r WHERE ${OUT} <= $1`,
  `SELECT '/statistics/releases/' || r.id || '/changes/' || m.slug, ${OUT} FROM releases r JOIN release_metrics rm ON rm.release_id = r.id JOIN metrics m ON m.id = rm.metric_id WHERE ${OUT} <= $1`,
  `SELECT '/funding/' || f.slug, NULL FROM funds f`,
  `SELECT '/departments/' || o.slug, NULL FROM organisations o WHERE o.kind = 'department'`,
  `SELECT '/calibration/' || o.slug, NULL FROM organisations o WHERE o.kind = 'department'`,
  `SELECT '/organisations/' || o.slug, NULL FROM organisations o WHERE o.kind IN ('department', 'sub-national')`,
  `SELECT '/alerts/' || a.reference, coalesce((SELECT max(e.at) FROM alert_events e WHERE e.alert_id = a.id AND e.at <= $1), a.raised_at) FROM alerts a WHERE a.raised_at <= $1`,
  `SELECT '/letters/' || l.reference, l.published_at FROM letters l WHERE l.status = 'published' AND l.published_at <= $1`,
  `SELECT '/inquiries/' || i.reference, i.changed_at FROM inquiries i WHERE i.opened_at <= $1`,
  `SELECT '/inquiries/' || i.reference || '/follow-up', i.changed_at FROM inquiries i WHERE i.opened_at <= $1 AND i.state IN ('findings-published', 'closed')`,
  `SELECT '/council/decisions/' || d.reference, d.closed_at FROM council_decisions d WHERE d.state = 'closed' AND d.closed_at <= $1`,
  `SELECT '/proposals/' || p.reference, NULL FROM local_proposals p WHERE p.received_at <= $1`,
  `SELECT '/recommendations/' || r.reference, (SELECT max(e.at) FROM recommendation_events e WHERE e.recommendation_id = r.id AND e.at <= $1) FROM recommendations r WHERE r.made_at <= $1`,
  `SELECT '/reports/' || r.reference || '/editions/' || e.number, e.published_at FROM report_editions e JOIN reports r ON r.id = e.report_id WHERE e.number <= r.editions AND e.published_at <= $1`,
  `SELECT '/reports/' || r.reference || '/editions/' || e.number || '/beside', NULL FROM report_editions e JOIN reports r ON r.id = e.report_id JOIN reports o ON o.framework_id = r.framework_id AND o.period_to = r.period_to AND o.kind <> r.kind AND o.editions > 0 WHERE e.number <= r.editions AND e.published_at <= $1`,
  `SELECT '/data-gaps/' || g.reference, (SELECT max(e.at) FROM data_gap_events e WHERE e.data_gap_id = g.id AND e.at <= $1) FROM data_gaps g WHERE g.opened_at <= $1`,
  `SELECT '/interim-reviews/' || i.reference, (SELECT max(e.at) FROM interim_review_events e WHERE e.review_id = i.id AND e.at <= $1) FROM interim_reviews i WHERE i.opened_at <= $1`,
  `SELECT '/consultations/' || c.reference, NULL FROM consultations c WHERE c.announced_at <= $1`,
];

/** Every address that everybody may open. */
@Injectable()
export class PublicAddressesQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** In the order of their addresses, the pages of which there is one each first. One statement. */
  async all(now: Date): Promise<PublicAddress[]> {
    const rows: PublicAddress[] = await this.dataSource.query(
      `SELECT path, changed AS "changedAt" FROM (${LISTS.join(' UNION ALL ')}) AS every (path, changed) ORDER BY path COLLATE "C"`,
      [now],
    );
    return [...PAGES.map((path) => ({ path, changedAt: null })), ...rows];
  }
}
