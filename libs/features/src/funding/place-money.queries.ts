import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#platform/clock/clock.js';
import { COUNTING } from './counting-awards.js';

export interface PlaceAward {
  fund: string;
  fundTitle: string;
  /** When the fund was awarded, where rows do not say it. */
  awarded: string | null;
  place: string;
  council: string | null;
  year: string | null;
  rdel: number | null;
  cdel: number | null;
  total: number | null;
}

/** Grants of a council in a year, in pounds. */
export interface CouncilGrants {
  code: string | null;
  council: string;
  year: string;
  grants: number;
  ringFenced: number;
  total: number;
}

export interface PlaceMoney {
  /** By fund, year and place. */
  awards: PlaceAward[];
  /** Newest population; null where none is loaded. */
  people: { count: number; year: number } | null;
  /** The newest year first. */
  grants: CouncilGrants[];
  /** Titles of the funds that have awards by place. */
  funds: string[];
  /** Slugs of metrics that the funds of the awards are meant to serve, with those funds' slugs. */
  served: { metric: string; funds: string[] }[];
  /** Has any file of councils' grants been loaded? */
  grantsLoaded: boolean;
}

/** Of each year the newest file of councils' grants, whole. */
const GRANTS = `
  grants AS (
    SELECT g.* FROM authority_grants g
     WHERE g.file_id = (SELECT max(newer.file_id) FROM authority_grants newer WHERE newer.year = g.year))`;
const GRANTS_LINE = `'code', a.code, 'council', g.council, 'year', g.year, 'grants', g.grants, 'ringFenced', g.ring_fenced, 'total', g.total`;

/** Reads of the money that went to one place, and of councils' grants. */
@Injectable()
export class PlaceMoneyQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** One statement. What went to a code whose place this one took whole is the place's too. */
  async of(code: string): Promise<PlaceMoney> {
    const [row]: PlaceMoney[] = await this.dataSource.query(
      `WITH ${COUNTING}, ${GRANTS},
       wanted AS (SELECT id FROM areas WHERE code = $1 OR successors = ARRAY[$1]),
       population AS (
         SELECT o.value, o.period_start FROM metrics m CROSS JOIN LATERAL releases_that_count(m.id, $2) r JOIN observations o ON o.metric_id = m.id AND o.release_id = r.release_id
          WHERE m.slug = 'population' AND o.value > 0 AND o.area_id = (SELECT id FROM areas WHERE code = $1) ORDER BY o.period_start DESC, r.rank DESC LIMIT 1)
       SELECT (SELECT coalesce(json_agg(json_build_object('fund', f.slug, 'fundTitle', f.title, 'awarded', f.awarded, 'place', c.place, 'council', c.council, 'year', c.year,
                        'rdel', c.rdel, 'cdel', c.cdel, 'total', c.total) ORDER BY f.title, c.year, c.place), '[]')
                 FROM counting c JOIN funds f ON f.id = c.fund_id WHERE c.area_id IN (SELECT id FROM wanted)) AS awards,
              (SELECT json_build_object('count', value, 'year', extract(year FROM period_start)) FROM population) AS people,
              (SELECT coalesce(json_agg(json_build_object(${GRANTS_LINE}) ORDER BY g.year DESC, g."row"), '[]')
                 FROM grants g JOIN areas a ON a.id = g.area_id WHERE g.area_id IN (SELECT id FROM wanted)) AS grants,
              (SELECT coalesce(json_agg(f.title ORDER BY f.title), '[]') FROM funds f WHERE EXISTS (SELECT FROM counting c WHERE c.fund_id = f.id)) AS funds,
              (SELECT coalesce(json_agg(json_build_object('metric', served.slug, 'funds', served.funds) ORDER BY served.slug), '[]') FROM (
                 SELECT k.slug, array_agg(DISTINCT f.slug ORDER BY f.slug) AS funds
                   FROM funds f JOIN missions m ON true JOIN frameworks w ON w.id = m.framework_id AND w.slug || '/' || m.slug = ANY (f.missions)
                   JOIN targets t ON t.mission_id = m.id JOIN metrics k ON k.id = t.metric_id
                  WHERE EXISTS (SELECT FROM counting c WHERE c.fund_id = f.id AND c.area_id IN (SELECT id FROM wanted))
                  GROUP BY k.slug) served) AS served,
              EXISTS (SELECT FROM authority_grants) AS "grantsLoaded"`,
      [code, this.clock.now()],
    );
    return row ?? { awards: [], people: null, grants: [], funds: [], served: [], grantsLoaded: false };
  }

  /** Of every council, the newest year first. */
  async grants(): Promise<CouncilGrants[]> {
    const rows: { line: CouncilGrants }[] = await this.dataSource.query(
      `WITH ${GRANTS} SELECT json_build_object(${GRANTS_LINE}) AS line FROM grants g LEFT JOIN areas a ON a.id = g.area_id ORDER BY g.year DESC, g.council, g."row"`,
    );
    return rows.map(({ line }) => line);
  }
}
