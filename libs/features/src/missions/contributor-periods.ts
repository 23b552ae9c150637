/** Somebody who contributes, or contributed, to a mission beside its lead. ISO dates; `to` is the first day without it. */
export interface ContributorPeriod {
  slug: string;
  /** A slug that nobody has stands for itself. */
  name: string;
  /** '' where nobody has the slug. */
  kind: string;
  from: string;
  to: string | null;
}

/**
 * From when to when each department and body was named for missions, out of the missions as they were entered: what came with its
 * framework counts from the framework's own day, every change from the day on which it was made. For a `WITH`; gives the table
 * `contributor_periods` (mission_id, slug, place, from_date, to_date), `place` being that in the list.
 * @param missions SQL condition on the mission `m`
 * @param until SQL of the instant up to which entries are known; what was there before Waymark had it is its first entry
 */
export function contributorPeriods(missions: string, until = `'infinity'::timestamptz`): string {
  return `
    entries AS (
      SELECT m.id AS mission_id, r.content, row_number() OVER own AS number,
             CASE WHEN row_number() OVER own = 1 AND r.recorded_at <= set_out.at THEN f.published_on ELSE (r.recorded_at AT TIME ZONE 'Europe/London')::date END AS day,
             r.recorded_at
        FROM missions m
        JOIN frameworks f ON f.id = m.framework_id
        JOIN entered_records r ON r.kind = 'mission' AND r.subject = m.id::text
        CROSS JOIN LATERAL (SELECT min(e.recorded_at) AS at FROM entered_records e WHERE e.kind = 'framework' AND e.subject = f.id::text) set_out
       WHERE ${missions}
      WINDOW own AS (PARTITION BY m.id ORDER BY r.id)
    ),
    known_entries AS (SELECT * FROM entries WHERE number = 1 OR recorded_at <= ${until}),
    named AS (
      SELECT e.mission_id, e.number, e.day, n.slug, n.place, e.number - row_number() OVER (PARTITION BY e.mission_id, n.slug ORDER BY e.number) AS island
        FROM known_entries e
       CROSS JOIN LATERAL jsonb_array_elements_text((e.content->'contributors') || coalesce(e.content->'bodies', '[]')) WITH ORDINALITY n (slug, place)
    ),
    contributor_periods AS (
      SELECT * FROM (
        SELECT i.mission_id, i.slug, (array_agg(i.place ORDER BY i.number DESC))[1] AS place, min(i.day) AS from_date, (SELECT e.day FROM known_entries e WHERE e.mission_id = i.mission_id AND e.number = max(i.number) + 1) AS to_date
          FROM named i GROUP BY i.mission_id, i.slug, i.island) p
       WHERE p.to_date IS NULL OR p.to_date > p.from_date
    )`;
}

/** SQL of one mission's periods as JSON, those that last first; reads `contributor_periods`. */
export const CONTRIBUTORS_AS_JSON = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', p.slug, 'name', coalesce(o.name, p.slug), 'kind', coalesce(o.kind, ''), 'from', p.from_date, 'to', p.to_date)
                             ORDER BY p.to_date IS NOT NULL, p.place, p.from_date, p.slug), '[]')
     FROM contributor_periods p LEFT JOIN organisations o ON o.slug = p.slug)`;
