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
  'council.decide': [
    ['a decision proposed', ({ person }) => `INSERT INTO council_decisions (${DECISION_COLUMNS}) VALUES ('CD-X', 'other', '', 't', 't', 'proposed', '${person}', 'P', '2026-11-23', 1)`],
    ['a vote', ({ person, open }) => `INSERT INTO council_decision_parts (decision_id, person_id, person_name, part, words, by_itself, given_at, row_version) VALUES ('${open}', '${person}', 'P', 'for', '', false, '2026-11-23', 1)`],
    ['votes deleted', () => 'DELETE FROM council_decision_parts'],
    ['a decision deleted', () => 'DELETE FROM council_decisions'],
  ],
  'council.chair': [
    ['a vote opened', ({ person, proposed }) => `UPDATE council_decisions SET state = 'open', opened_by = '${person}', opened_at = '2026-11-23', least_number = 1, least_share = 0 WHERE id = '${proposed}'`],
    ['a vote closed', ({ person, open }) => `UPDATE council_decisions SET state = 'closed', closed_by = '${person}', closed_by_name = 'P', closed_at = '2026-11-23', adopted = false, outcome_reason = 'no-quorum', minute = 'm' WHERE id = '${open}'`],
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

/** By the first part of a permission's name: rooms with guards, and tests of them, of their own. */
export const ROOMS_WITH_OWN_GUARDS: readonly string[] = ['letter', 'quality-review', 'interim-review', 'recommendation', 'inquiry', 'report', 'edition', 'framework-closing', 'calibration'];
