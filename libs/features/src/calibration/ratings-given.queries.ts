import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type PastRating, type RatedTarget } from '#domain/calibration/past-rating.js';
import { type DeliveryRating } from '#domain/judgements/delivery-rating.js';
import { type Verdict } from '#domain/judgements/verdict.js';
import { Organisation } from '#features/organisations/organisation.entity.js';

export interface RatingGiven extends PastRating {
  /** The judgement's id. */
  readonly id: string;
  readonly department: { slug: string; name: string };
  readonly mission: { framework: string; slug: string; number: number; name: string };
  /** Reference of the return that it comes from. */
  readonly returnReference: string;
  readonly targets: readonly (RatedTarget & { slug: string; title: string })[];
}

interface Row {
  id: string;
  rating: DeliveryRating;
  rated_on: string;
  department_slug: string;
  department_name: string;
  framework: string;
  mission: string;
  number: number;
  mission_name: string;
  reference: string;
  target: string | null;
  title: string | null;
  year_later: Verdict | null;
  now: Verdict | null;
  decided_on: string | null;
}

/** Every rating that departments have given with an accepted or unresolved return, and what the figures have said since. */
@Injectable()
export class RatingsGivenQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns its name, or null where no department has that slug */
  async nameOf(department: string): Promise<string | null> {
    return (await this.dataSource.getRepository(Organisation).findOneBy({ slug: department, kind: 'department' }))?.name ?? null;
  }

  /**
   * Newest first; one statement. @param today ISO date: a year that is not over has no word
   * @param department slug, for one department alone
   */
  async all(today: string, department: string | null = null): Promise<RatingGiven[]> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT r.id, r.rating, to_char(r.as_of, 'YYYY-MM-DD') AS rated_on, o.slug AS department_slug, o.name AS department_name,
              f.slug AS framework, m.slug AS mission, m.number, m.focus_area AS mission_name, s.reference, t.slug AS target, t.title,
              later.word AS year_later, now.word AS now, to_char(decided.first_day, 'YYYY-MM-DD') AS decided_on
         FROM judgements r
         JOIN submission_versions v ON v.id = r.submission_version_id
         JOIN submissions s ON s.id = v.submission_id
         JOIN organisations o ON o.id = s.organisation_id
         JOIN missions m ON m.id = r.mission_id
         JOIN frameworks f ON f.id = m.framework_id
         LEFT JOIN targets t ON t.mission_id = m.id AND t.role = 'headline'
         LEFT JOIN LATERAL (
           SELECT COALESCE(c.counts_as, c.verdict) AS word FROM judgements c
            WHERE c.target_id = t.id AND c.kind = 'computed' AND c.as_of <= r.as_of + interval '1 year'
            ORDER BY c.sequence DESC LIMIT 1) later ON r.as_of + interval '1 year' <= $1::date
         LEFT JOIN LATERAL (
           SELECT c.verdict AS word FROM judgements c WHERE c.target_id = t.id AND c.kind = 'computed' ORDER BY c.sequence DESC LIMIT 1) now ON true
         LEFT JOIN LATERAL (
           SELECT min(c.as_of) AS first_day FROM judgements c
            WHERE c.target_id = t.id AND c.kind = 'computed' AND c.verdict IN ('achieved', 'missed')) decided ON now.word IN ('achieved', 'missed')
        WHERE r.kind = 'department' AND r.rating IS NOT NULL AND ($2::text IS NULL OR o.slug = $2)
        ORDER BY r.sequence DESC, t.position`,
      [today, department],
    );
    const ratings = new Map<string, Row[]>();
    for (const row of rows) ratings.set(row.id, [...(ratings.get(row.id) ?? []), row]);
    return [...ratings.values()].map(ratingOf);
  }
}

/** @param rows of one rating, a headline target each */
function ratingOf(rows: readonly Row[]): RatingGiven {
  const [first] = rows;
  if (!first) throw new Error('a rating has a row');
  return {
    id: first.id,
    rating: first.rating,
    ratedOn: first.rated_on,
    department: { slug: first.department_slug, name: first.department_name },
    mission: { framework: first.framework, slug: first.mission, number: first.number, name: first.mission_name },
    returnReference: first.reference,
    targets: rows.flatMap(({ target, title, year_later: aYearLater, now, decided_on: decidedOn }) =>
      target === null ? [] : [{ slug: target, title: title ?? '', aYearLater, outcome: outcomeOf(now), decidedOn }],
    ),
  };
}

function outcomeOf(now: Verdict | null): RatedTarget['outcome'] {
  return now === 'achieved' ? 'met' : now === 'missed' ? 'missed' : null;
}
