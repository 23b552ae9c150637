import { type Permission } from '#domain/access/permissions.js';

/** What a statement of a door is made from: ids of rows that the story left. */
export interface DoorRows {
  /** Whoever tries it. */
  person: string;
  /** Somebody else, whom nothing bars. */
  other: string;
  mission: string;
  review: string;
  submission: string;
  alert: string;
  /** A decision that is proposed, and one whose vote is open. */
  proposed: string;
  open: string;
  /** A draft letter. */
  letter: string;
  /** An inquiry that is open, with a question asked. */
  inquiry: string;
  question: string;
  /** A recommendation that the inquiry drafts. */
  draft: string;
  organisation: string;
  recommendation: string;
  /** A report in writing, and one of its sections. */
  report: string;
  section: string;
  /** An interim review whose figures are in. */
  interim: string;
  /** The closing of a framework, in preparation. */
  closing: string;
}

type Door = [what: string, statement: (rows: DoorRows) => string];

const DECISION_COLUMNS = 'reference, subject, about, title, text, state, proposed_by, proposed_by_name, proposed_at, row_version';

/** Each permission of the council alone, with the statements that would do the same by SQL as the application's role. */
export const SQL_DOORS: Partial<Record<Permission, Door[]>> = {
  'judgement.write-council': [
    ['a judgement', ({ person, mission }) => `INSERT INTO judgements (kind, mission_id, verdict, sentence, components, inputs, release_ids, cause, given_by, given_at, as_of) VALUES ('council', '${mission}', 'on-track', 's', '{}', '{}', '{}', 'council', '${person}', '2026-11-23', '2026-11-23')`],
    ['a judgement taken away', () => `DELETE FROM judgements WHERE kind = 'council'`],
    ['a judgement reworded', () => `UPDATE judgements SET sentence = 'x' WHERE kind = 'council'`],
  ],
  'review.decide': [
    ['a claim', ({ person, review }) => `UPDATE reviews SET status = 'claimed', reviewer_id = '${person}', claimed_at = '2026-11-23' WHERE id = '${review}'`],
    ['a decision', ({ person, review }) => `UPDATE reviews SET status = 'decided', decision = 'accepted', reviewer_id = '${person}', claimed_at = '2026-11-23', decided_at = '2026-11-23' WHERE id = '${review}'`],
    ['a question', ({ person, review, submission }) => `INSERT INTO review_questions (review_id, submission_id, version_number, text, asked_by, asked_by_name, asked_at, due_on, row_version) VALUES ('${review}', '${submission}', 1, 'q', '${person}', 'P', '2026-11-23', '2026-12-01', 1)`],
    ['a delivery deleted', ({ submission }) => `DELETE FROM submission_versions WHERE submission_id = '${submission}'`],
  ],
  'review.hand-on': [['a review handed on', ({ person, review }) => `UPDATE reviews SET reviewer_id = '${person}', status = 'claimed', claimed_at = '2026-11-23' WHERE id = '${review}'`]],
  'review.note': [['a note', ({ person, review, submission }) => `INSERT INTO review_notes (submission_id, review_id, text, author_id, author_name, at) VALUES ('${submission}', '${review}', 'n', '${person}', 'P', '2026-11-23')`]],
  'interest.declare': [['an interest', ({ person, mission }) => `INSERT INTO reviewer_interests (person_id, mission_id, what, from_date, declared_at, row_version) VALUES ('${person}', '${mission}', 'w', '2026-01-01', '2026-11-23', 1)`]],
  'absence.record': [['an absence', ({ person }) => `INSERT INTO reviewer_absences (reviewer_id, from_date, to_date, scope, entered_at, row_version) VALUES ('${person}', '2026-12-01', '2026-12-02', 'all', '2026-11-23', 1)`]],
  'reason-template.manage': [['a template’s words', ({ person, other }) => `WITH t AS (INSERT INTO reason_templates (title, text, version, row_version) VALUES ('t', 't', 1, 1) RETURNING id) INSERT INTO reason_template_versions (template_id, number, title, text, written_by, written_by_name, written_at) SELECT id, 1, 't', 't', '${person}', '${other}', '2026-11-23' FROM t`]],
  'alert.decide': ['accept', 'not-accept', 'escalate', 'close'].map((action) => [
    `an alert: ${action}`,
    ({ person, alert }) => `INSERT INTO alert_events (alert_id, action, to_status, actor_id, actor_office, text, at) VALUES ('${alert}', '${action}', 'closed', '${person}', 'O', 't', '2026-11-23')`,
  ]),
  'letter.write': [
    ['a version of a letter', ({ person, letter }) => `INSERT INTO letter_versions (letter_id, number, subject, addressees, body, saved_by, saved_at) VALUES ('${letter}', 99, 's', '[]', 'b', '${person}', '2026-11-23')`],
    ['versions of letters deleted', () => 'DELETE FROM letter_versions'],
    ['a letter deleted', ({ letter }) => `DELETE FROM letters WHERE id = '${letter}'`],
  ],
  'letter.sign': [['a letter signed', ({ person, letter }) => `UPDATE letters SET status = 'published', signed_by = '${person}', signed_as = 'M', published_at = '2026-11-23' WHERE id = '${letter}'`]],
  'letter.record': [['a letter received', ({ person }) => `INSERT INTO letters (reference, direction, kind, status, subject, sender, body, signed_by, signed_as, created_at, published_at, row_version) VALUES ('LT-X', 'in', 'general', 'published', 's', 'x', 'b', '${person}', 'M', '2026-11-23', '2026-11-23', 1)`]],
  'inquiry.conduct': [
    ['an inquiry', ({ person }) => `WITH i AS (INSERT INTO inquiries (reference, title, scope, origin, expected_end, state, opened_by, opened_at, changed_at, row_version) VALUES ('IN-X', 't', 's', 'own-motion', '2027-01-01', 'open', '${person}', '2026-11-23', '2026-11-23', 1) RETURNING id) SELECT FROM i`],
    ['a question of an inquiry', ({ person, inquiry, organisation }) => `INSERT INTO inquiry_questions (inquiry_id, organisation_id, question, due_on, state, asked_by, asked_at, row_version) VALUES ('${inquiry}', '${organisation}', 'q', '2026-12-23', 'asked', '${person}', '2026-11-23', 1)`],
    ['a question of an inquiry reworded', ({ question }) => `UPDATE inquiry_questions SET question = 'x' WHERE id = '${question}'`],
    ['a question of an inquiry deleted', ({ question }) => `DELETE FROM inquiry_questions WHERE id = '${question}'`],
    ['findings', ({ person, inquiry }) => `INSERT INTO inquiry_findings (inquiry_id, number, text, written_by, writer_name, written_at) VALUES ('${inquiry}', 99, 'f', '${person}', 'P', '2026-11-23')`],
    ['findings reworded', () => `UPDATE inquiry_findings SET text = 'x'`],
    ['findings published', ({ inquiry }) => `UPDATE inquiries SET state = 'findings-published', published_findings = 1, published_at = '2026-11-23' WHERE id = '${inquiry}'`],
    ['a drafted recommendation reworded', ({ draft }) => `UPDATE inquiry_recommendation_drafts SET text = 'x' WHERE id = '${draft}'`],
    ['a drafted recommendation taken over', ({ person, draft }) => `UPDATE inquiry_recommendation_drafts SET text = 'x', written_by = '${person}' WHERE id = '${draft}'`],
    ['a drafted recommendation deleted', ({ draft }) => `DELETE FROM inquiry_recommendation_drafts WHERE id = '${draft}'`],
    ['a recommendation drafted in the name of another', ({ other, inquiry, organisation }) => `INSERT INTO inquiry_recommendation_drafts (inquiry_id, text, addressee_id, answer_days, written_by, written_at, row_version) VALUES ('${inquiry}', 't', '${organisation}', 40, '${other}', '2026-11-23', 1)`],
    ['a recommendation drafted', ({ person, inquiry, organisation }) => `INSERT INTO inquiry_recommendation_drafts (inquiry_id, text, addressee_id, answer_days, written_by, written_at, row_version) VALUES ('${inquiry}', 't', '${organisation}', 40, '${person}', '2026-11-23', 1)`],
    ...['publish', 'close', 'abandon'].map((action): Door => [`an inquiry: ${action}`, ({ person, inquiry }) => `INSERT INTO inquiry_events (inquiry_id, action, to_state, actor_id, actor_name, text, at) VALUES ('${inquiry}', '${action}', 'closed', '${person}', 'P', 't', '2026-11-23')`]),
    ['an inquiry of another scope', ({ inquiry }) => `UPDATE inquiries SET scope = 'x' WHERE id = '${inquiry}'`],
    ['an inquiry deleted', ({ inquiry }) => `DELETE FROM inquiries WHERE id = '${inquiry}'`],
  ],
  'recommendation.make': [
    ['a recommendation', ({ person, organisation }) => `INSERT INTO recommendations (reference, source_kind, source_reference, source_path, addressee_id, text, answer_days, answer_due_on, state, made_by, made_at, row_version) VALUES ('RC-X', 'council', 'x', '/', '${organisation}', 't', 40, '2027-01-01', 'made', '${person}', '2026-11-23', 1)`],
    ...['mark-done', 'mark-not-done', 'withdraw', 'readdress'].map((action): Door => [`a recommendation: ${action}`, ({ person, recommendation, organisation }) => `INSERT INTO recommendation_events (recommendation_id, action, to_state, addressee_id, actor_id, actor_name, text, at) VALUES ('${recommendation}', '${action}', 'done', '${organisation}', '${person}', 'P', 't', '2026-11-23')`]),
    ['a recommendation reworded', ({ recommendation }) => `UPDATE recommendations SET text = 'x' WHERE id = '${recommendation}'`],
    ['a recommendation ended in silence', ({ recommendation }) => `UPDATE recommendations SET state = 'withdrawn', ended_at = '2026-11-23' WHERE id = '${recommendation}'`],
    ['a recommendation put off', ({ recommendation }) => `UPDATE recommendations SET answer_due_on = '2040-01-01' WHERE id = '${recommendation}'`],
    ['a recommendation deleted', ({ recommendation }) => `DELETE FROM recommendations WHERE id = '${recommendation}'`],
  ],
  'report.write': [
    ['a text of a report', ({ person, section }) => `INSERT INTO report_texts (section_id, version, text, rural_note, devolved_note, author_id, author_name, at) VALUES ('${section}', 99, 't', '', '', '${person}', 'P', '2026-11-23')`],
    ['a report opened', ({ person, report }) => `INSERT INTO reports (reference, framework_id, kind, period_from, period_to, state, opened_at, opened_by, row_version) SELECT 'AR-X', framework_id, 'statutory', '2020-04-01', '2021-03-31', 'writing', '2026-11-23', '${person}', 1 FROM reports WHERE id = '${report}'`],
    ['a report opened in the name of another', ({ other, report }) => `INSERT INTO reports (reference, framework_id, kind, period_from, period_to, state, opened_at, opened_by, row_version) SELECT 'AR-X', framework_id, 'statutory', '2020-04-01', '2021-03-31', 'writing', '2026-11-23', '${other}', 1 FROM reports WHERE id = '${report}'`],
    ['a report of another author', ({ person, report }) => `UPDATE reports SET opened_by = '${person}' WHERE id = '${report}'`],
    ['a report moved on', ({ report }) => `UPDATE reports SET state = 'checked' WHERE id = '${report}'`],
    ['a report dropped', ({ report }) => `UPDATE reports SET state = 'dropped' WHERE id = '${report}'`],
    ['what a report recommends', ({ report }) => `UPDATE reports SET recommendations = '[]', correction_note = 'x' WHERE id = '${report}'`],
    ['a section reworded', ({ section }) => `UPDATE report_sections SET text = 'x' WHERE id = '${section}'`],
    ['a section with its text', ({ person, section }) => `WITH t AS (INSERT INTO report_texts (section_id, version, text, rural_note, devolved_note, author_id, author_name, at) VALUES ('${section}', 98, 'x', '', '', '${person}', 'P', '2026-11-23')) UPDATE report_sections SET text = 'x', version = 98 WHERE id = '${section}'`],
    ['facts of a section', ({ section }) => `UPDATE report_sections SET facts = '{}' WHERE id = '${section}'`],
    ['a text of a report in the name of another', ({ other, section }) => `INSERT INTO report_texts (section_id, version, text, rural_note, devolved_note, author_id, author_name, at) VALUES ('${section}', 97, 't', '', '', '${other}', 'P', '2026-11-23')`],
    ['a line of a report’s history', ({ report }) => `INSERT INTO report_events (report_id, action, actor_name, text, at) VALUES ('${report}', 'revise', 'P', 't', '2026-11-23')`],
    ['a warning acknowledged', ({ person, report }) => `INSERT INTO report_acknowledgements (report_id, edition, key, message, reason, actor_id, actor_name, at) VALUES ('${report}', 1, 'k', 'm', 'r', '${person}', 'P', '2026-11-23')`],
    ['texts of reports deleted', () => 'DELETE FROM report_texts'],
    ['a section deleted', ({ section }) => `DELETE FROM report_sections WHERE id = '${section}'`],
    ['a report deleted', ({ report }) => `DELETE FROM reports WHERE id = '${report}'`],
    ['the history of reports deleted', () => 'DELETE FROM report_events'],
  ],
  'report.publish': [
    ['a time of publication', ({ person, report }) => `UPDATE reports SET state = 'scheduled', publish_at = '2026-11-24', scheduled_by = '${person}' WHERE id = '${report}'`],
    ['a time of publication in the name of another', ({ other, report }) => `UPDATE reports SET state = 'scheduled', publish_at = '2026-11-24', scheduled_by = '${other}' WHERE id = '${report}'`],
    ['a time of publication alone', ({ report }) => `UPDATE reports SET publish_at = '2026-11-24' WHERE id = '${report}'`],
    ['a report said to be published', ({ report }) => `UPDATE reports SET state = 'published', editions = 1 WHERE id = '${report}'`],
    ['an edition that no chair has set', ({ report }) => `INSERT INTO report_editions (report_id, number, body, checksum, published_at) VALUES ('${report}', 1, '{}', encode(sha256('{}'), 'hex'), '2026-11-23')`],
  ],
  'interim-review.decide': [
    ['an interim review closed', ({ person, interim }) => `UPDATE interim_reviews SET state = 'closed', effects_text = 'e', effects_by = '${person}', effects_office = 'O', effects_at = '2026-11-23', recommendation = 'keep', reason = 'r', decided_by = '${person}', decided_by_name = 'P', closed_at = '2026-11-23' WHERE id = '${interim}'`],
    ['an interim review of another day', ({ interim }) => `UPDATE interim_reviews SET interim_on = '2040-01-01' WHERE id = '${interim}'`],
    ...['decide', 'council-effects', 'reset', 'replace'].map((action): Door => [`an interim review: ${action}`, ({ person, interim }) => `INSERT INTO interim_review_events (review_id, action, text, actor_id, actor_office, at) VALUES ('${interim}', '${action}', 't', '${person}', 'O', '2026-11-23')`]),
    ['an interim review decided in the name of another', ({ other, interim }) => `INSERT INTO interim_review_events (review_id, action, text, actor_id, actor_office, at) VALUES ('${interim}', 'decide', 't', '${other}', 'O', '2026-11-23')`],
    ['an interim review told as by the clock', ({ interim }) => `INSERT INTO interim_review_events (review_id, action, text, actor_office, at) VALUES ('${interim}', 'figures-in', 't', 'Waymark', '2026-11-23')`],
    ['a version of a target', ({ person, mission }) => `INSERT INTO target_versions (target_id, number, definition, from_date, reason, set_by, recorded_by, recorder_name, while_off_track, recorded_at) SELECT id, 98, '{}', '2026-11-23', 'r', 's', '${person}', 'P', false, '2026-11-23' FROM targets WHERE mission_id = '${mission}' LIMIT 1`],
    ['a version of a target in the name of another', ({ other, mission }) => `INSERT INTO target_versions (target_id, number, definition, from_date, reason, set_by, recorded_by, recorder_name, while_off_track, recorded_at) SELECT id, 98, '{}', '2026-11-23', 'r', 's', '${other}', 'P', false, '2026-11-23' FROM targets WHERE mission_id = '${mission}' LIMIT 1`],
    ['the history of interim reviews deleted', () => 'DELETE FROM interim_review_events'],
    ['an interim review deleted', ({ interim }) => `DELETE FROM interim_reviews WHERE id = '${interim}'`],
    ['versions of targets deleted', () => 'DELETE FROM target_versions'],
    ['versions of targets reworded', () => `UPDATE target_versions SET reason = 'x'`],
  ],
  'quality-review.write': [
    ['a quality review', ({ person, mission }) => `INSERT INTO quality_reviews (mission_id, status, edited_by, started_at, row_version) VALUES ('${mission}', 'draft', '${person}', '2026-11-23', 1)`],
    ['a finding of quality', ({ person, other, mission }) => `WITH r AS (INSERT INTO quality_reviews (mission_id, status, edited_by, started_at, row_version) VALUES ('${mission}', 'draft', '${other}', '2026-11-23', 1) RETURNING id) INSERT INTO quality_findings (review_id, section, position, values, written_by, writer_name, written_at) SELECT id, 'terms', 1, '{}', '${person}', 'P', '2026-11-23' FROM r`],
  ],
  'quality-review.publish': [
    ['a quality review published', ({ person, other, mission }) => `INSERT INTO quality_reviews (mission_id, status, number, effective_on, edited_by, started_at, published_by, publisher_name, published_at, row_version) VALUES ('${mission}', 'published', 99, '2026-11-23', '${other}', '2026-11-23', '${person}', 'P', '2026-11-23', 1)`],
  ],
  'council.decide': [
    ['a decision proposed', ({ person }) => `INSERT INTO council_decisions (${DECISION_COLUMNS}) VALUES ('CD-X', 'other', '', 't', 't', 'proposed', '${person}', 'P', '2026-11-23', 1)`],
    ['a vote', ({ person, open }) => `INSERT INTO council_decision_parts (decision_id, person_id, person_name, part, words, by_itself, given_at, row_version) VALUES ('${open}', '${person}', 'P', 'for', '', false, '2026-11-23', 1)`],
    ['votes deleted', () => 'DELETE FROM council_decision_parts'],
    ['a decision deleted', () => 'DELETE FROM council_decisions'],
  ],
  'council.chair': [
    ['a vote opened', ({ person, proposed }) => `UPDATE council_decisions SET state = 'open', opened_by = '${person}', opened_at = '2026-11-23', least_number = 1, least_share = 0 WHERE id = '${proposed}'`],
    ['a vote closed', ({ person, open }) => `UPDATE council_decisions SET state = 'closed', closed_by = '${person}', closed_by_name = 'P', closed_at = '2026-11-23', adopted = false, outcome_reason = 'no-quorum', minute = 'm' WHERE id = '${open}'`],
    ['a closing prepared', ({ person, closing }) => `UPDATE framework_closings SET prepared_by = '${person}', reason = 'x' WHERE id = '${closing}'`],
    ['a closing announced', ({ person, closing }) => `UPDATE framework_closings SET state = 'announced', announced_by = '${person}', announced_by_name = 'P', announced_at = '2026-11-23' WHERE id = '${closing}'`],
    ['what becomes of a mission', ({ person, closing }) => `UPDATE mission_endings SET decided_by = '${person}', reason = 'x' WHERE closing_id = '${closing}'`],
    ['a framework closed without a chair', () => `UPDATE frameworks SET closed_at = '2026-11-23'`],
    ...['announce', 'take-back', 'take-effect'].map((action): Door => [`a closing: ${action}`, ({ closing }) => `INSERT INTO framework_closing_events (closing_id, action, actor_name, text, at) VALUES ('${closing}', '${action}', 'P', 't', '2026-11-23')`]),
    ['a closing deleted', ({ closing }) => `DELETE FROM framework_closings WHERE id = '${closing}'`],
    ['what a hearing pack prints of a day, reworded', () => `UPDATE mission_texts SET statement = 'x'`],
    ['what a hearing pack prints of a day, deleted', () => 'DELETE FROM mission_texts'],
  ],
  'council.keep': [
    ['a term', ({ person, other }) => `INSERT INTO council_members (person_id, appointed_by, from_date, ended_why, kept_by, row_version) VALUES ('${other}', 'x', '2026-01-01', '', '${person}', 1)`],
    ['a budget', ({ person }) => `INSERT INTO council_budgets (year, given_by, amount, note, kept_by, row_version) VALUES (2040, 'x', 1, '', '${person}', 1)`],
    ['a quorum', ({ person }) => `INSERT INTO council_quorum_rules (least_number, least_share, reason, set_by, set_by_name, set_at) VALUES (1, 0, 'r', '${person}', 'P', '2026-11-23')`],
    ['a change', ({ person }) => `INSERT INTO council_register_changes (what, changed_by, changed_by_name, changed_at) VALUES ('w', '${person}', 'P', '2026-11-23')`],
    ['a role given to oneself', ({ person }) => `UPDATE users SET roles = '{council-chair}' WHERE id = '${person}'`],
    ['a role taken from the council', ({ other }) => `UPDATE users SET roles = '{}' WHERE id = '${other}'`],
    ['somebody of the council disabled', ({ other }) => `UPDATE users SET disabled_at = '2026-11-23' WHERE id = '${other}'`],
  ],
};

/** Permissions of the council alone that write nothing in its name, or whose rooms try their own tables by SQL; each with the reason. */
export const NO_SQL_DOOR: Partial<Record<Permission, string>> = {
  'review.list': 'reads',
  'review.spread': 'hands on, which has its own doors',
  'extension.decide': 'the guard of extensions: test/integration/extensions.spec.ts',
};
