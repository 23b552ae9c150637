import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#platform/clock/clock.js';
import { COUNTING } from './counting-awards.js';

/** Metrics that the money is held against, by their slugs in the catalogue. */
const DEPRIVATION = 'imd-2019-average-score';
const POPULATION = 'population';

export interface ShownFund {
  id: number;
  slug: string;
  title: string;
  awarded: string | null;
  eligible: string[];
  publisher: string | null;
  sourceUrl: string | null;
  licence: string | null;
  missions: { framework: string; slug: string; name: string }[];
  awards: number;
  /** Authorities that got some. */
  authorities: number;
  /** Pounds of the awards whose amount is published. */
  pounds: number | null;
  /** Projects that a file lists by code, without a place. */
  projects: number;
}

export interface ShownAward {
  place: string;
  council: string | null;
  code: string | null;
  area: string | null;
  year: string | null;
  rdel: number | null;
  cdel: number | null;
  total: number | null;
  sumAsPublished: boolean | null;
}

export interface EligibleArea {
  code: string;
  name: string;
  region: string | null;
  score: number | null;
  people: number | null;
}

const AWARD = `c.place, c.council, a.code, a.name AS area, c.year, c.rdel::float8 AS rdel, c.cdel::float8 AS cdel, c.total::float8 AS total, c.sum_as_published AS "sumAsPublished"`;

/** Reads of funds, their awards, and the places they could have gone to. */
@Injectable()
export class FundingQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @param slug of one alone */
  async funds(slug?: string): Promise<ShownFund[]> {
    return this.dataSource.query(
      `WITH ${COUNTING}
       SELECT f.id, f.slug, f.title, f.awarded, f.eligible, f.publisher, f.source_url AS "sourceUrl", f.licence,
              (SELECT coalesce(json_agg(json_build_object('framework', w.slug, 'slug', m.slug, 'name', m.number || '. ' || m.focus_area) ORDER BY w.slug, m.number), '[]')
                 FROM missions m JOIN frameworks w ON w.id = m.framework_id WHERE w.slug || '/' || m.slug = ANY (f.missions)) AS missions,
              (SELECT count(*)::int FROM counting c WHERE c.fund_id = f.id) AS awards,
              (SELECT count(DISTINCT c.area_id)::int FROM counting c WHERE c.fund_id = f.id) AS authorities,
              (SELECT sum(c.total)::float8 FROM counting c WHERE c.fund_id = f.id) AS pounds,
              (SELECT count(*)::int FROM rows r WHERE r.fund_id = f.id AND r.kind = 'projects') AS projects
         FROM funds f WHERE $1::text IS NULL OR f.slug = $1 ORDER BY f.title`,
      [slug ?? null],
    );
  }

  async awards(fundId: number): Promise<ShownAward[]> {
    return this.dataSource.query(`WITH ${COUNTING} SELECT ${AWARD} FROM counting c LEFT JOIN areas a ON a.id = c.area_id WHERE c.fund_id = $1 ORDER BY c.place, c.council, c.year`, [fundId]);
  }

  /** Places that stand and could get some, and those that did, with what is known of each; a code that only took another's place keeps its figures. */
  async eligible({ id, eligible }: Pick<ShownFund, 'id' | 'eligible'>): Promise<EligibleArea[]> {
    return this.dataSource.query(
      `WITH RECURSIVE ${COUNTING},
       latest AS (
         SELECT DISTINCT ON (m.slug, o.area_id) m.slug, o.area_id, o.value
           FROM metrics m CROSS JOIN LATERAL releases_that_count(m.id, $3) r JOIN observations o ON o.metric_id = m.id AND o.release_id = r.release_id
          WHERE m.slug IN ('${DEPRIVATION}', '${POPULATION}') AND o.value IS NOT NULL
          ORDER BY m.slug, o.area_id, o.period_start DESC, r.rank DESC),
       got AS (SELECT DISTINCT area_id FROM counting WHERE fund_id = $1 AND area_id IS NOT NULL),
       wanted AS (
         SELECT a.* FROM areas a
          WHERE a.id IN (SELECT area_id FROM got)
             OR (left(a.code, 3) = ANY ($2) AND coalesce(a.valid_to >= $4::date, true) AND a.successors = '{}' AND NOT is_embargoed_area(a.code, a.confirmed, $3)
                 -- a place whose former code got some is not a second one
                 AND NOT EXISTS (SELECT FROM areas b JOIN got ON got.area_id = b.id WHERE b.successors = ARRAY[a.code]))),
       up AS (
         SELECT w.id AS area_id, w.parent_code, 1 AS step FROM wanted w
         UNION ALL SELECT up.area_id, p.parent_code, up.step + 1 FROM up JOIN areas p ON p.code = up.parent_code WHERE up.step < 6),
       known AS (
         SELECT w.id, l.slug, l.value FROM wanted w JOIN latest l ON l.area_id = w.id
         UNION ALL
         SELECT w.id, l.slug, l.value FROM wanted w JOIN areas b ON b.successors = ARRAY[w.code] JOIN latest l ON l.area_id = b.id
          WHERE NOT EXISTS (SELECT FROM latest own WHERE own.area_id = w.id AND own.slug = l.slug)
            AND (SELECT count(*) FROM areas other WHERE w.code = ANY (other.successors)) = 1)
       SELECT w.code, w.name,
              coalesce((SELECT p.name FROM up JOIN areas p ON p.code = up.parent_code WHERE up.area_id = w.id AND p.level = 'region' LIMIT 1),
                       (SELECT p.name FROM area_parents l JOIN areas p ON p.id = l.parent_id WHERE l.area_id = w.id AND p.level = 'region' ORDER BY p.code LIMIT 1)) AS region,
              (SELECT k.value FROM known k WHERE k.id = w.id AND k.slug = '${DEPRIVATION}' LIMIT 1)::float8 AS score,
              (SELECT k.value FROM known k WHERE k.id = w.id AND k.slug = '${POPULATION}' LIMIT 1)::float8 AS people
         FROM wanted w ORDER BY w.name, w.code`,
      [id, eligible, this.clock.now(), this.clock.today()],
    );
  }
}
