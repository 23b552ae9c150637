import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ContributorPeriod, contributorPeriods, CONTRIBUTORS_AS_JSON } from './contributor-periods.js';

/** What has been written down of a mission over time. Instants are ISO texts, as JSON has them. */
export interface MissionRecords {
  wordings: { focusArea: string; statement: string; targets: { slug: string; title: string; role: string }[]; since: string }[];
  leads: { slug: string; name: string; from: string; to: string | null; basis: string }[];
  vacancies: { from: string; to: string | null; reason: string }[];
  contributors: ContributorPeriod[];
  findings: { section: string; values: Record<string, string>; pages: string | null; writtenBy: string; writtenAt: string }[];
}

/** Reads of a mission's records for everybody. One statement. */
@Injectable()
export class MissionRecordsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** @param today ISO date, for the quality review that holds */
  async of(missionId: string, today: string): Promise<MissionRecords> {
    const [row]: { records: MissionRecords }[] = await this.dataSource.query(
      `WITH ${contributorPeriods('m.id = $1')} SELECT json_build_object(
         'wordings', (SELECT coalesce(json_agg(json_build_object('focusArea', t.focus_area, 'statement', t.statement, 'targets', t.targets, 'since', ${instant('t.recorded_at')}) ORDER BY t.id), '[]')
                        FROM mission_texts t WHERE t.mission_id = m.id),
         'leads', (SELECT coalesce(json_agg(json_build_object('slug', o.slug, 'name', o.name, 'from', l.from_date, 'to', l.to_date, 'basis', l.basis) ORDER BY l.from_date), '[]')
                     FROM mission_leads l JOIN organisations o ON o.id = l.organisation_id WHERE l.mission_id = m.id),
         'vacancies', (SELECT coalesce(json_agg(json_build_object('from', v.from_date, 'to', v.to_date, 'reason', v.reason) ORDER BY v.from_date), '[]')
                         FROM mission_vacancies v WHERE v.mission_id = m.id),
         'contributors', ${CONTRIBUTORS_AS_JSON},
         'findings', (SELECT coalesce(json_agg(json_build_object('section', q.section, 'values', q.values, 'pages', q.pages, 'writtenBy', q.writer_name, 'writtenAt', ${instant('q.written_at')}) ORDER BY q.section, q.position), '[]')
                        FROM quality_findings q WHERE q.review_id = (
                          SELECT r.id FROM quality_reviews r WHERE r.mission_id = m.id AND r.status = 'published' AND r.effective_on <= $2 ORDER BY r.effective_on DESC, r.number DESC LIMIT 1))
       ) AS records FROM missions m WHERE m.id = $1`,
      [missionId, today],
    );
    return row?.records ?? { wordings: [], leads: [], vacancies: [], contributors: [], findings: [] };
  }
}

/** As `toISOString` writes it. */
function instant(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
