/** How a target's areas are said on one line: a code, codes with plus signs, or the tiers of a rule over areas. */
const AREAS = `CASE WHEN asked.areas IS NULL THEN NULL
       WHEN asked.areas ? 'one' THEN asked.areas ->> 'one'
       WHEN asked.areas ? 'sum' THEN (SELECT string_agg(code, '+') FROM jsonb_array_elements_text(asked.areas -> 'sum') AS codes (code))
       ELSE 'every ' || (SELECT string_agg(tier, ', ') FROM jsonb_array_elements_text(asked.areas -> 'every') AS tiers (tier)) || coalesce(' in ' || (asked.areas ->> 'country'), '') END`;

/**
 * Every verdict ever given, one a line, the superseded ones too. A computed one of a target that is not any more what it was
 * first published as has a second line: what the figures said of the first target on the same day.
 */
export const VERDICT_LINES = `
  SELECT j.id || CASE WHEN given.against = 1 THEN '' ELSE '-first' END AS id, j.sequence::integer AS sequence, given.against::integer AS part,
         f.slug AS framework, m.slug AS mission, t.slug AS target, ${AREAS} AS area,
         CASE WHEN t.id IS NULL THEN NULL ELSE given.version END AS "targetVersion",
         CASE WHEN given.against = 1 THEN 'as-it-stood' ELSE 'as-first-published' END AS against,
         j.kind, given.word, CASE j.kind WHEN 'computed' THEN 'The figures' WHEN 'department' THEN o.name ELSE u.name END AS who, d.reference AS decision, s.reference AS "return",
         j.given_at AS "givenAt", j.as_of AS "asOf", j.given_at AS "effectiveFrom", later.given_at AS "effectiveTo", j.cause, j.method, j.method_version AS "methodVersion",
         j.release_ids AS releases, given.sentence, later.given_at IS NULL AS current
    FROM judgements j
    JOIN missions m ON m.id = j.mission_id
    JOIN frameworks f ON f.id = m.framework_id
    LEFT JOIN targets t ON t.id = j.target_id
    LEFT JOIN users u ON u.id = j.given_by
    LEFT JOIN council_decisions d ON d.id = j.council_decision_id
    LEFT JOIN submission_versions v ON v.id = j.submission_version_id
    LEFT JOIN submissions s ON s.id = v.submission_id
    LEFT JOIN organisations o ON o.id = s.organisation_id
    LEFT JOIN LATERAL (
      SELECT n.given_at FROM judgements n
       WHERE n.mission_id = j.mission_id AND n.kind = j.kind AND n.target_id IS NOT DISTINCT FROM j.target_id AND n.sequence > j.sequence
       ORDER BY n.sequence LIMIT 1) later ON true
    LEFT JOIN LATERAL (
      SELECT w.number, w.definition FROM target_versions w WHERE w.target_id = j.target_id AND w.from_date <= j.as_of ORDER BY w.number DESC LIMIT 1) held ON true
    CROSS JOIN LATERAL (
      SELECT 1 AS against, coalesce(j.verdict, j.rating) AS word, j.sentence, coalesce(held.number, 1) AS version
      UNION ALL
      SELECT 2, j.components -> 'firstPublished' ->> 'verdict', j.components -> 'firstPublished' ->> 'sentence', 1
       WHERE j.components ? 'firstPublished') given
    LEFT JOIN LATERAL (
      SELECT nullif(CASE WHEN given.against = 2 THEN t.first_published -> 'areas' ELSE coalesce(held.definition -> 'areas', t.areas) END, 'null'::jsonb) AS areas) asked ON true`;
