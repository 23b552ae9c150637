import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A public page and when it last changed, where that is known. */
export interface PublicAddress {
  path: string;
  changedAt: Date | null;
}

/** Pages of which there is one each. */
const PAGES = [
  '/', '/figures', '/places', '/alerts', '/alerts/departments', '/calendar', '/consultations', '/reports', '/inquiries', '/recommendations', '/letters', '/data-gaps', '/interim-reviews', '/proposals', '/directors', '/departments',
  '/corrections', '/calibration', '/council', '/council/decisions', '/council/interests', '/pre-release-access', '/statistics/releases', '/method', '/accessibility', '/cookies', '/privacy',
];

const MISSIONS = `missions m JOIN frameworks f ON f.id = m.framework_id`;

/** (path, changed) of every page that a table makes. $1 is the instant: what is out later has no line. */
const LISTS: readonly string[] = [
  `SELECT '/frameworks/' || f.slug, NULL::timestamptz FROM frameworks f`,
  `SELECT '/frameworks/' || f.slug || '/missions/' || m.slug, (SELECT max(j.given_at) FROM judgements j WHERE j.mission_id = m.id AND j.given_at <= $1) FROM ${MISSIONS}`,
  `SELECT '/frameworks/' || f.slug || '/missions/' || m.slug || part, NULL FROM ${MISSIONS} CROSS JOIN (VALUES ('/quality'), ('/plans')) AS parts (part)`,
  `SELECT '/figures/' || m.slug, (SELECT max(coalesce(r.published_at, r.imported_at)) FROM release_metrics rm JOIN releases r ON r.id = rm.release_id WHERE rm.metric_id = m.id AND coalesce(r.published_at, r.imported_at) <= $1) FROM metrics m`,
  `SELECT '/places/' || a.code, NULL FROM areas a WHERE NOT is_embargoed_area(a.code, a.confirmed, $1)`,
  `SELECT '/statistics/releases/' || r.id, coalesce(r.published_at, r.imported_at) FROM releases r WHERE coalesce(r.published_at, r.imported_at) <= $1`,
  `SELECT '/departments/' || o.slug, NULL FROM organisations o WHERE o.kind = 'department'`,
  `SELECT '/calibration/' || o.slug, NULL FROM organisations o WHERE o.kind = 'department'`,
  `SELECT '/organisations/' || o.slug, NULL FROM organisations o WHERE o.kind = 'sub-national'`,
  `SELECT '/alerts/' || a.reference, coalesce((SELECT max(e.at) FROM alert_events e WHERE e.alert_id = a.id AND e.at <= $1), a.raised_at) FROM alerts a WHERE a.raised_at <= $1`,
  `SELECT '/letters/' || l.reference, l.published_at FROM letters l WHERE l.status = 'published' AND l.published_at <= $1`,
  `SELECT '/inquiries/' || i.reference, i.changed_at FROM inquiries i WHERE i.opened_at <= $1`,
  `SELECT '/recommendations/' || r.reference, (SELECT max(e.at) FROM recommendation_events e WHERE e.recommendation_id = r.id AND e.at <= $1) FROM recommendations r WHERE r.made_at <= $1`,
  `SELECT '/reports/' || r.reference || '/editions/' || e.number, e.published_at FROM report_editions e JOIN reports r ON r.id = e.report_id WHERE e.number <= r.editions AND e.published_at <= $1`,
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
