/**
 * Every open review, of frameworks that are not closed, with what it is ordered and filtered by, and what bars the reader.
 * $1 the reader's organisation, $2 the reader, $3 their home organisation, $4 today. A mission's lead is new to it where another led it
 * before and this department has delivered nothing on it for an earlier time.
 */
export const OPEN_REVIEWS = `
  SELECT r.id, r.status, r.off_track, r.queued_at, r.reviewer_id, r.row_version, r.version_number, r.due_on::text AS due_on,
         r.checks_done_at IS NOT NULL AS checks_done, r.needs_second,
         s.reference, s.kind, s.covers_label, s.organisation_id, s.mission_id, s.overdue_at IS NOT NULL AS late, s.rounds_sent_back,
         o.name AS organisation, m.focus_area AS mission, u.name AS reviewer_name, v.content ->> 'rating' AS rating,
         EXISTS (SELECT FROM review_questions q WHERE q.review_id = r.id AND q.answered_at IS NULL AND q.withdrawn_at IS NULL) AS question_open,
         (s.kind = 'evidence-return'
           AND EXISTS (SELECT FROM mission_leads l WHERE l.mission_id = s.mission_id AND l.organisation_id <> s.organisation_id
                          AND l.from_date < (SELECT min(own.from_date) FROM mission_leads own
                                              WHERE own.mission_id = s.mission_id AND own.organisation_id = s.organisation_id))
           AND NOT EXISTS (SELECT FROM submissions e WHERE e.kind = 'evidence-return' AND e.mission_id = s.mission_id
                              AND e.organisation_id = s.organisation_id AND e.covers_to < s.covers_to AND e.delivered_versions > 0)) AS new_lead,
         coalesce(s.organisation_id = $3, false) AS home,
         (EXISTS (SELECT FROM submission_versions w WHERE w.submission_id = s.id AND $2 IN (w.drafted_by, w.signed_by, w.signed_for))
           OR EXISTS (SELECT FROM submission_events e WHERE e.submission_id = s.id AND e.actor_id = $2
                         AND e.action NOT IN ('start-review', 'hand-back', 'request-changes', 'accept', 'publish-unresolved', 'ask', 'extend'))) AS author,
         (EXISTS (SELECT FROM reviewer_interests i WHERE i.person_id = $2) AND reviewer_has_interest($2, s.id, $4)) AS interest
    FROM reviews r
    JOIN submissions s ON s.id = r.submission_id
    JOIN organisations o ON o.id = s.organisation_id
    LEFT JOIN submission_versions v ON v.submission_id = s.id AND v.number = r.version_number
    LEFT JOIN missions m ON m.id = s.mission_id
    LEFT JOIN users u ON u.id = r.reviewer_id
   WHERE r.status IN ('queued', 'claimed', 'proposed') AND s.status IN ('submitted', 'in-review') AND NOT framework_is_closed(s.framework_id) AND s.organisation_id IS DISTINCT FROM $1`;
