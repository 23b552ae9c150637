import { type DoorRows } from './council-doors.factory.js';

/** A statement that puts a chair's name to something: that chair may send it, nobody else. */
export interface ForgedHand {
  what: string;
  statement: (rows: Omit<DoorRows, 'person'>) => string;
  /** What the database says to whoever else sends it. */
  rule: RegExp;
  /** Not even that chair. */
  never?: true;
  /** The clock may. */
  clock?: true;
}

const LETTERS = /in one's own name|written by people of the council/;
const DECISIONS = /proposed, opened, closed and withdrawn in one's own name/;
const VOTES = /votes or is recused in the name of another/;
const CLOSINGS = /by a chair, in his or her own name/;
const ANOTHER = /nobody writes in the name of another/;
const AT = `'2026-11-23'`;

/** What belongs to the council, written with the name of `other`, a chair. */
export const FORGED_HANDS: ForgedHand[] = [
  { what: 'a version of a letter', rule: /each in his or her own name/, statement: ({ other, letter }) => `INSERT INTO letter_versions (letter_id, number, subject, addressees, body, saved_by, saved_at) VALUES ('${letter}', 98, 's', '[]', 'b', '${other}', ${AT})` },
  { what: 'a version of a letter by nobody', never: true, rule: /each in his or her own name/, statement: ({ letter }) => `INSERT INTO letter_versions (letter_id, number, subject, addressees, body, saved_at) VALUES ('${letter}', 98, 's', '[]', 'b', ${AT})` },
  { what: 'a letter signed', rule: LETTERS, statement: ({ other, letter }) => `UPDATE letters SET status = 'published', signed_by = '${other}', signed_as = 'M', published_at = ${AT} WHERE id = '${letter}'` },
  { what: 'a letter signed with other words', never: true, rule: /in one's own name|written by people of the council|what the newest version of it says/, statement: ({ other, letter }) => `UPDATE letters SET status = 'published', body = 'x', signed_by = '${other}', signed_as = 'M', published_at = ${AT} WHERE id = '${letter}'` },
  { what: 'a letter of the council that was never a draft', never: true, rule: /in one's own name|written by people of the council|begins as a draft/, statement: ({ other }) => `INSERT INTO letters (reference, direction, kind, status, subject, body, signed_by, signed_as, created_at, published_at, row_version) VALUES ('LT-X', 'out', 'general', 'published', 's', 'b', '${other}', 'M', ${AT}, ${AT}, 1)` },
  { what: 'a letter about another department', never: true, rule: /written by people of the council|stays about what it was begun for/, statement: ({ letter, organisation }) => `UPDATE letters SET organisation_id = '${organisation}' WHERE id = '${letter}'` },
  { what: 'a letter dropped', rule: LETTERS, statement: ({ other, letter }) => `UPDATE letters SET status = 'dropped', dropped_by = '${other}', dropped_at = ${AT}, drop_reason = 'r' WHERE id = '${letter}'` },
  { what: 'a letter received', rule: LETTERS, statement: ({ other }) => `INSERT INTO letters (reference, direction, kind, status, subject, sender, body, signed_by, signed_as, created_at, published_at, row_version) VALUES ('LT-X', 'in', 'general', 'published', 's', 'x', 'b', '${other}', 'M', ${AT}, ${AT}, 1)` },
  { what: 'the file of a letter', never: true, rule: /kept by whoever records the letter/, statement: ({ letter }) => `INSERT INTO letter_files (letter_id, name, type, checksum, bytes) VALUES ('${letter}', 'a.pdf', 'application/pdf', 'c', '')` },
  { what: 'that an answer is overdue', never: true, clock: true, rule: /told by the clock/, statement: ({ letter }) => `INSERT INTO letter_reminders (letter_id, told_at) VALUES ('${letter}', ${AT})` },
  { what: 'an inquiry', rule: /opened in one's own name/, statement: ({ other }) => `INSERT INTO inquiries (reference, title, scope, origin, expected_end, state, opened_by, opened_at, changed_at, row_version) VALUES ('IN-X', 't', 's', 'own-motion', '2027-01-01', 'open', '${other}', ${AT}, ${AT}, 1)` },
  { what: 'an inquiry opened as published', never: true, rule: /with nothing found yet/, statement: ({ other }) => `INSERT INTO inquiries (reference, title, scope, origin, expected_end, state, opened_by, opened_at, changed_at, published_at, published_findings, row_version) VALUES ('IN-X', 't', 's', 'own-motion', '2027-01-01', 'findings-published', '${other}', ${AT}, ${AT}, ${AT}, 1, 1)` },
  { what: 'an inquiry that publishes what nobody wrote', never: true, rule: /moved by people of the council|newest version of its findings/, statement: ({ inquiry }) => `UPDATE inquiries SET state = 'findings-published', published_findings = 99, published_at = ${AT} WHERE id = '${inquiry}'` },
  { what: 'an inquiry about one mission less', never: true, rule: /said by whoever opens it, at the opening: DELETE/, statement: ({ inquiry }) => `DELETE FROM inquiry_missions WHERE inquiry_id = '${inquiry}'` },
  { what: 'an inquiry about one mission more', never: true, rule: /said by whoever opens it, at the opening: INSERT/, statement: ({ inquiry, mission }) => `INSERT INTO inquiry_missions (inquiry_id, mission_id) VALUES ('${inquiry}', '${mission}')` },
  { what: 'a question of an inquiry', rule: /asked in one's own name/, statement: ({ other, inquiry, organisation }) => `INSERT INTO inquiry_questions (inquiry_id, organisation_id, question, due_on, state, asked_by, asked_at, row_version) VALUES ('${inquiry}', '${organisation}', 'q', '2026-12-23', 'asked', '${other}', ${AT}, 1)` },
  { what: 'the answer of an official', never: true, rule: /answered in one's own name|the clock reminds/, statement: ({ question }) => `UPDATE inquiry_questions q SET state = 'answered', answer = 'a', confidential = false, answered_at = ${AT}, answered_by = (SELECT u.id FROM users u WHERE u.organisation_id = q.organisation_id AND u.disabled_at IS NULL AND u.roles && '{official,sro}' LIMIT 1) WHERE id = '${question}'` },
  { what: 'a question that is said to be late', never: true, rule: /quoted by people of the council, as it stands/, clock: true, statement: ({ question }) => `UPDATE inquiry_questions SET overdue_at = ${AT} WHERE id = '${question}'` },
  { what: 'a reminder of a question', never: true, clock: true, rule: ANOTHER, statement: ({ inquiry, question }) => `INSERT INTO inquiry_events (inquiry_id, question_id, action, to_state, actor_name, text, at) VALUES ('${inquiry}', '${question}', 'remind', 'gathering-evidence', 'Waymark', '5', ${AT})` },
  { what: 'findings', rule: ANOTHER, statement: ({ other, inquiry }) => `INSERT INTO inquiry_findings (inquiry_id, number, text, written_by, writer_name, written_at) VALUES ('${inquiry}', 99, 'f', '${other}', 'P', ${AT})` },
  { what: 'a line of an inquiry’s timeline', rule: ANOTHER, statement: ({ other, inquiry }) => `INSERT INTO inquiry_events (inquiry_id, action, to_state, actor_id, actor_name, text, at) VALUES ('${inquiry}', 'publish', 'findings-published', '${other}', 'P', 't', ${AT})` },
  { what: 'a judgement', rule: ANOTHER, statement: ({ other, mission }) => `INSERT INTO judgements (kind, mission_id, verdict, sentence, components, inputs, release_ids, cause, given_by, given_at, as_of) VALUES ('council', '${mission}', 'on-track', 's', '{}', '{}', '{}', 'council', '${other}', ${AT}, ${AT})` },
  { what: 'a reply on an alert', rule: ANOTHER, statement: ({ other, alert }) => `INSERT INTO alert_events (alert_id, action, to_status, actor_id, actor_office, text, at) VALUES ('${alert}', 'reply', (SELECT status FROM alerts WHERE id = '${alert}'), '${other}', 'O', 't', ${AT})` },
  { what: 'a recommendation', rule: /made in one's own name/, statement: ({ other, organisation }) => `INSERT INTO recommendations (reference, source_kind, source_reference, source_path, addressee_id, text, answer_days, answer_due_on, state, made_by, made_at, row_version) VALUES ('RC-X', 'council', 'x', '/', '${organisation}', 't', 40, '2027-01-01', 'made', '${other}', ${AT}, 1)` },
  { what: 'the end of a recommendation', rule: /in the name of another, nor of the clock: withdraw/, statement: ({ other, organisation, recommendation }) => `INSERT INTO recommendation_events (recommendation_id, action, to_state, addressee_id, actor_id, actor_name, text, at) VALUES ('${recommendation}', 'withdraw', 'withdrawn', '${organisation}', '${other}', 'P', 't', ${AT})` },
  { what: 'a recommendation marked as overdue', never: true, clock: true, rule: /nor of the clock: mark-overdue/, statement: ({ organisation, recommendation }) => `INSERT INTO recommendation_events (recommendation_id, action, to_state, addressee_id, actor_name, text, at) VALUES ('${recommendation}', 'mark-overdue', 'awaiting-answer', '${organisation}', 'Waymark', 't', ${AT})` },
  { what: 'a quality review published', rule: ANOTHER, statement: ({ other, mission }) => `INSERT INTO quality_reviews (mission_id, status, number, effective_on, edited_by, started_at, published_by, publisher_name, published_at, row_version) VALUES ('${mission}', 'published', 99, '2026-11-23', '${other}', ${AT}, '${other}', 'P', ${AT}, 1)` },
  { what: 'a decision', rule: DECISIONS, statement: ({ other }) => `INSERT INTO council_decisions (reference, subject, about, title, text, state, proposed_by, proposed_by_name, proposed_at, row_version) VALUES ('CD-X', 'other', '', 't', 't', 'proposed', '${other}', 'P', ${AT}, 1)` },
  { what: 'a vote opened', rule: DECISIONS, statement: ({ other, proposed }) => `UPDATE council_decisions SET state = 'open', opened_by = '${other}', opened_at = ${AT}, least_number = 1, least_share = 0 WHERE id = '${proposed}'` },
  { what: 'a vote closed', rule: DECISIONS, statement: ({ other, open }) => `UPDATE council_decisions SET state = 'closed', closed_by = '${other}', closed_by_name = 'P', closed_at = ${AT}, adopted = false, outcome_reason = 'no-quorum', minute = 'm' WHERE id = '${open}'` },
  { what: 'a vote', rule: VOTES, statement: ({ other, open }) => `UPDATE council_decision_parts SET part = 'for', given_at = ${AT} WHERE decision_id = '${open}' AND person_id = '${other}'` },
  { what: 'a dissent', rule: VOTES, statement: ({ other, open }) => `UPDATE council_decision_parts SET part = 'against', words = 'w', given_at = ${AT} WHERE decision_id = '${open}' AND person_id = '${other}'` },
  { what: 'a recusal', rule: VOTES, statement: ({ other, open }) => `UPDATE council_decision_parts SET part = 'recused', words = 'w', given_at = ${AT} WHERE decision_id = '${open}' AND person_id = '${other}'` },
  { what: 'a recusal by itself without an interest', never: true, rule: /but for an interest that is declared/, statement: ({ other, open }) => `UPDATE council_decision_parts SET part = 'recused', words = 'w', by_itself = true, given_at = ${AT} WHERE decision_id = '${open}' AND person_id = '${other}'` },
  { what: 'a term', rule: ANOTHER, statement: ({ other }) => `INSERT INTO council_members (person_id, appointed_by, from_date, ended_why, kept_by, row_version) VALUES ('${other}', 'x', '2026-01-01', '', '${other}', 1)` },
  { what: 'a budget', rule: ANOTHER, statement: ({ other }) => `INSERT INTO council_budgets (year, given_by, amount, note, kept_by, row_version) VALUES (2040, 'x', 1, '', '${other}', 1)` },
  { what: 'a quorum', rule: ANOTHER, statement: ({ other }) => `INSERT INTO council_quorum_rules (least_number, least_share, reason, set_by, set_by_name, set_at) VALUES (1, 0, 'r', '${other}', 'P', ${AT})` },
  { what: 'a change of the register', rule: ANOTHER, statement: ({ other }) => `INSERT INTO council_register_changes (what, changed_by, changed_by_name, changed_at) VALUES ('w', '${other}', 'P', ${AT})` },
  { what: 'a closing prepared', rule: CLOSINGS, statement: ({ other, closing }) => `UPDATE framework_closings SET prepared_by = '${other}', reason = 'x' WHERE id = '${closing}'` },
  { what: 'a closing announced', rule: CLOSINGS, statement: ({ other, closing }) => `UPDATE framework_closings SET state = 'announced', announced_by = '${other}', announced_by_name = 'P', announced_at = ${AT} WHERE id = '${closing}'` },
  { what: 'what becomes of a mission', rule: ANOTHER, statement: ({ other, closing }) => `UPDATE mission_endings SET decided_by = '${other}', reason = 'x' WHERE closing_id = '${closing}'` },
];
