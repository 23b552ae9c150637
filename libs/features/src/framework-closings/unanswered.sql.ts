const DAY = 'YYYY-MM-DD';
const day = (date: string): string => `to_char(${date}, '${DAY}')`;
const londonDay = (instant: string): string => day(`${instant} AT TIME ZONE 'Europe/London'`);

/** Who leads a mission on the day; null in a vacancy. */
const lead = (mission: string): string =>
  `(SELECT lo.name FROM mission_leads l JOIN organisations lo ON lo.id = l.organisation_id WHERE l.mission_id = ${mission} AND l.from_date <= $2::date AND (l.to_date IS NULL OR l.to_date > $2::date))`;

const COUNCIL = `'The council'`;
const ANSWER_OWED = `(a.answered_at IS NULL OR a.answer_again_due_on IS NOT NULL)`;

const ALERTS = `
  SELECT a.mission_id, 'alert' AS kind, a.reference, a.sentence AS what, o.name AS owner, ${londonDay('a.raised_at')} AS since, ${day('a.response_due_on')} AS due_on
    FROM alerts a LEFT JOIN organisations o ON o.id = a.organisation_id
   WHERE a.framework_id = $1 AND a.status <> 'closed'`;

const ANSWERS = `
  SELECT a.mission_id, 'answer', a.reference, CASE WHEN a.answered_at IS NULL THEN 'Answer to the alert ' ELSE 'Another answer to the alert ' END || a.reference, o.name,
         ${londonDay('a.raised_at')}, ${day('coalesce(a.answer_again_due_on, a.response_due_on)')}
    FROM alerts a LEFT JOIN organisations o ON o.id = a.organisation_id
   WHERE a.framework_id = $1 AND a.status <> 'closed' AND ${ANSWER_OWED}`;

const PROMISES = `
  SELECT a.mission_id, 'promise', a.reference, p.line ->> 'action', concat_ws(', ', nullif(p.line ->> 'owner', ''), o.name), ${londonDay('a.answered_at')}, p.line ->> 'dueOn'
    FROM alerts a LEFT JOIN organisations o ON o.id = a.organisation_id CROSS JOIN LATERAL jsonb_array_elements(a.plan_actions) AS p (line)
   WHERE a.framework_id = $1 AND a.status <> 'closed' AND a.answered_at IS NOT NULL`;

/** An inquiry into several missions is unanswered for each. */
const INQUIRIES = `
  SELECT m.id, 'inquiry', i.reference, i.title, ${COUNCIL}, ${londonDay('i.opened_at')}, ${day('i.expected_end')}
    FROM inquiries i JOIN inquiry_missions im ON im.inquiry_id = i.id JOIN missions m ON m.id = im.mission_id
   WHERE m.framework_id = $1 AND i.state IN ('open', 'gathering-evidence', 'findings-published')`;

/** Who has not answered an inquiry in time is public; what they were asked is not, before its findings. */
const EVIDENCE = `
  SELECT m.id, 'answer', i.reference, 'Evidence asked for by the inquiry “' || i.title || '”', o.name, ${londonDay('q.asked_at')}, ${day('q.due_on')}
    FROM inquiry_questions q JOIN inquiries i ON i.id = q.inquiry_id JOIN organisations o ON o.id = q.organisation_id
    JOIN inquiry_missions im ON im.inquiry_id = i.id JOIN missions m ON m.id = im.mission_id
   WHERE m.framework_id = $1 AND q.state = 'asked' AND q.overdue_at IS NOT NULL`;

/** One without a mission belongs to those of its inquiry, or to the framework of its report. */
const RECOMMENDATIONS = `
  SELECT coalesce(r.mission_id, m.id), 'recommendation', r.reference, r.text, o.name, ${londonDay('r.made_at')}, ${day(`CASE r.state WHEN 'awaiting-answer' THEN r.answer_due_on ELSE r.promised_on END`)}
    FROM recommendations r JOIN organisations o ON o.id = r.addressee_id
    LEFT JOIN inquiries i ON r.mission_id IS NULL AND r.source_kind = 'inquiry' AND i.reference = r.source_reference
    LEFT JOIN inquiry_missions im ON im.inquiry_id = i.id
    LEFT JOIN missions m ON m.id = coalesce(r.mission_id, im.mission_id)
    LEFT JOIN reports p ON r.mission_id IS NULL AND r.source_kind = 'report' AND p.reference = r.source_reference
   WHERE coalesce(m.framework_id, p.framework_id) = $1 AND r.state IN ('awaiting-answer', 'accepted', 'partly-accepted')`;

const LETTERS = `
  SELECT coalesce(l.mission_id, a.mission_id), 'letter', l.reference, l.subject,
         coalesce((SELECT string_agg(who ->> 'name', ', ' ORDER BY place) FROM jsonb_array_elements(l.addressees) WITH ORDINALITY AS addressee (who, place)), o.name),
         ${londonDay('l.published_at')}, ${day('l.answer_due_on')}
    FROM letters l LEFT JOIN alerts a ON a.id = l.alert_id LEFT JOIN missions m ON m.id = coalesce(l.mission_id, a.mission_id) LEFT JOIN organisations o ON o.id = l.organisation_id
   WHERE coalesce(m.framework_id, a.framework_id) = $1 AND l.direction = 'out' AND l.status = 'published' AND l.answer_due_on IS NOT NULL
     AND NOT EXISTS (SELECT FROM letters answer WHERE answer.answers_id = l.id AND answer.status = 'published')`;

const INTERIM_REVIEWS = `
  SELECT m.id, 'interim-review', r.reference,
         'Interim targets of ' || ${day('r.interim_on')} || CASE r.state WHEN 'waiting' THEN ': waiting for figures' ELSE ': for the council to decide' END || CASE WHEN r.effects_at IS NULL THEN '; unintended effects not answered' ELSE '' END,
         CASE WHEN r.effects_at IS NULL THEN ${lead('m.id')} ELSE ${COUNCIL} END, ${londonDay('r.opened_at')}, CASE WHEN r.effects_at IS NULL THEN ${day('r.effects_due_on')} END
    FROM interim_reviews r JOIN missions m ON m.id = r.mission_id
   WHERE m.framework_id = $1 AND r.state <> 'closed'`;

const OVERDUE_RETURNS = `
  SELECT s.mission_id, 'overdue-return', s.reference, CASE s.kind WHEN 'evidence-return' THEN 'Evidence return for ' ELSE 'Outcome delivery plan for ' END || s.covers_label, o.name, ${day('s.due_on')}, ${day('s.due_on')}
    FROM submissions s JOIN organisations o ON o.id = s.organisation_id
   WHERE s.framework_id = $1 AND s.standing_version IS NULL AND s.status <> 'not-owed' AND s.due_on < $2::date`;

const UNDECIDED_RETURNS = `
  SELECT s.mission_id, 'undecided-return', s.reference, CASE s.kind WHEN 'evidence-return' THEN 'Evidence return for ' ELSE 'Outcome delivery plan for ' END || s.covers_label,
         CASE s.status WHEN 'changes-requested' THEN o.name ELSE ${COUNCIL} END,
         ${londonDay('coalesce((SELECT v.submitted_at FROM submission_versions v WHERE v.submission_id = s.id AND v.number = s.standing_version), s.created_at)')}, NULL
    FROM submissions s JOIN organisations o ON o.id = s.organisation_id
   WHERE s.framework_id = $1 AND s.standing_version IS NOT NULL AND s.status NOT IN ('accepted', 'published-unresolved', 'not-submitted')`;

const DATA_GAPS = `
  SELECT g.mission_id, 'data-gap', g.reference, g.sentence, coalesce(o.name, ${lead('g.mission_id')}), ${londonDay('g.opened_at')}, ${day('g.date_needed')}
    FROM data_gaps g JOIN missions m ON m.id = g.mission_id LEFT JOIN organisations o ON o.id = g.owner_id
   WHERE m.framework_id = $1 AND g.state IN ('open', 'planned') AND g.figures_came_at IS NULL`;

const REPORTS = `
  SELECT NULL::uuid, 'report', r.reference, 'Report on ' || ${day('r.period_from')} || ' to ' || ${day('r.period_to')}, CASE r.kind WHEN 'statutory' THEN initcap(left(f.report_duty ->> 'owedBy', 1)) || substr(f.report_duty ->> 'owedBy', 2) ELSE ${COUNCIL} END,
         ${londonDay('r.opened_at')}, ${day('r.due_on')}
    FROM reports r JOIN frameworks f ON f.id = r.framework_id
   WHERE r.framework_id = $1 AND r.due_on IS NOT NULL AND r.laid_on IS NULL AND r.due_on < $2::date`;

/** $1 the framework, $2 the day. Nothing that is not public: no words of drafts, no questions of inquiries. */
export const UNANSWERED = [ALERTS, ANSWERS, PROMISES, INQUIRIES, EVIDENCE, RECOMMENDATIONS, LETTERS, INTERIM_REVIEWS, OVERDUE_RETURNS, UNDECIDED_RETURNS, DATA_GAPS, REPORTS].join(' UNION ALL ');
