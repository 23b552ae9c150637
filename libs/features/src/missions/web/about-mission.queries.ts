import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ContributorPeriod, contributorPeriods, CONTRIBUTORS_AS_JSON } from '../contributor-periods.js';

export type AboutKind = 'letter' | 'interim-review' | 'recommendation' | 'inquiry' | 'fund';

/** Something public about a mission: what the council wrote, asked or looked into, and money that is to serve it. */
export interface AboutLine {
  kind: AboutKind;
  /** The slug of a fund. */
  reference: string;
  /** '' where the reference says it all. */
  title: string;
}

export interface AboutMission {
  /** Newest first. */
  lines: AboutLine[];
  /** Those who contribute beside the lead, then those who did. */
  contributors: ContributorPeriod[];
}

/** What there is about a mission elsewhere on the site. One statement: a public page has under fifteen for all that it shows. */
@Injectable()
export class AboutMissionQueries {
  constructor(private readonly dataSource: DataSource) {}

  async of({ id }: { id: string }): Promise<AboutMission> {
    const rows: AboutMission[] = await this.dataSource.query(
      `WITH ${contributorPeriods('m.id = $1')}
       SELECT ${CONTRIBUTORS_AS_JSON} AS contributors,
              coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'reference', reference, 'title', title) ORDER BY at DESC NULLS LAST, reference), '[]') AS lines
         FROM (
         SELECT 'letter' AS kind, l.reference, l.subject AS title, l.published_at AS at FROM letters l LEFT JOIN alerts a ON a.id = l.alert_id
          WHERE l.status = 'published' AND coalesce(l.mission_id, a.mission_id) = $1
         UNION ALL SELECT 'interim-review', reference, '', opened_at FROM interim_reviews WHERE mission_id = $1
         UNION ALL SELECT 'recommendation', reference, text, made_at FROM recommendations WHERE mission_id = $1
         UNION ALL SELECT 'inquiry', i.reference, i.title, i.opened_at FROM inquiries i JOIN inquiry_missions im ON im.inquiry_id = i.id WHERE im.mission_id = $1
         UNION ALL SELECT 'fund', u.slug, u.title, NULL FROM funds u JOIN missions m ON m.id = $1 JOIN frameworks f ON f.id = m.framework_id WHERE f.slug || '/' || m.slug = ANY (u.missions)
       ) AS about`,
      [id],
    );
    return rows[0] ?? { lines: [], contributors: [] };
  }

  /** As it was known at an instant: what came later has neither begun nor ended. */
  async contributorsAt(missionId: string, until: Date): Promise<ContributorPeriod[]> {
    const [row]: { contributors: ContributorPeriod[] }[] = await this.dataSource.query(`WITH ${contributorPeriods('m.id = $1', '$2::timestamptz')} SELECT ${CONTRIBUTORS_AS_JSON} AS contributors`, [missionId, until]);
    return row?.contributors ?? [];
  }
}
