import { DECISION_SUBJECT_NAMES, PARTS } from '#domain/council/council-decision.js';
import { type OpenList } from '#features/open-data/open-list.js';
import { field, shapeOf } from '#features/open-data/open-shape.js';

const { text, whole, number, day, instant, flag, things } = field;

export const MEMBERS: OpenList = {
  path: 'council/members', tag: 'council', title: 'Members of the council and their terms', noun: 'That term',
  description: 'Somebody’s term in the council: who appointed them, from when, until when, and how it ended.',
  item: shapeOf('CouncilMemberResponse', {
    id: text('Names the term for ever'), name: text('Name of the member'), appointedBy: text('Who appointed them'), from: day('First day'), until: day('Last day, where the term has one', { orNone: true }),
    endedOn: day('Day on which it ended before', { orNone: true }), endedWhy: text('Why it ended'), inOffice: flag('The term runs today'),
  }),
  key: { id: 'text' }, id: 'id', filters: [{ name: 'inOffice', kind: 'flag', description: 'The term runs today' }],
  source: {
    sql: `SELECT c.id::text AS id, u.name, c.appointed_by AS "appointedBy", c.from_date AS "from", c.until_date AS until, c.ended_on AS "endedOn", c.ended_why AS "endedWhy",
                 (c.from_date <= moment.today AND (c.until_date IS NULL OR c.until_date >= moment.today) AND (c.ended_on IS NULL OR c.ended_on > moment.today)) AS "inOffice"
            FROM moment, council_members c JOIN users u ON u.id = c.person_id`,
  },
};

export const BUDGETS: OpenList = {
  path: 'council/budgets', tag: 'council', title: 'Money and staff of the council', noun: 'That budget',
  description: 'The council’s money and staff of one financial year, in pounds.',
  item: shapeOf('CouncilBudgetResponse', {
    year: whole('Calendar year in which the financial year begins', { example: 2026 }), givenBy: text('Who gives the money'), amount: number('Given, in pounds'),
    spent: number('Spent, in pounds', { orNone: true }), staff: number('Full-time equivalents', { orNone: true }), note: text('What else is to be known'),
  }),
  key: { year: 'id' }, id: 'year',
  source: { sql: `SELECT b.year, b.given_by AS "givenBy", b.amount, b.spent, b.staff, b.note FROM council_budgets b` },
};

export const DECISIONS: OpenList = {
  path: 'council/decisions', tag: 'council', title: 'Decisions of the council', noun: 'That decision',
  description: 'A decision that the council took together: quorum, every member’s part, dissent and minute. Public from its close on.',
  item: shapeOf('CouncilDecisionResponse', {
    reference: text('Names the decision for ever'), subject: text('What kind of thing it decides', { enum: DECISION_SUBJECT_NAMES }), about: text('Reference of what it is about; empty where it has none'),
    framework: text('Slug of the framework', { orNone: true }), mission: text('Slug of the mission', { orNone: true }), title: text('What was to be decided'), text: text('The text that was voted on'),
    proposedBy: text('Who proposed it'), proposedAt: instant('When it was proposed'), openedAt: instant('When the vote was opened', { orNone: true }), closedAt: instant('When it was closed'),
    leastNumber: whole('Members that had to be there', { orNone: true }), leastShare: whole('Per cent of the members that had to be there', { orNone: true }),
    adopted: flag('It was adopted', { orNone: true }), outcomeReason: text('By what', { orNone: true, enum: ['majority', 'no-majority', 'tie', 'no-quorum'] }), minute: text('The minute', { orNone: true }),
    votes: things('Every member who was in office, by name', { name: text('Name'), part: text('What they did', { orNone: true, enum: PARTS }), words: text('A dissent, or why they were recused') }),
  }),
  key: { reference: 'text' }, id: 'reference',
  filters: [
    { name: 'subject', kind: DECISION_SUBJECT_NAMES, description: 'What kind of thing it decides' }, { name: 'framework', kind: 'text', description: 'Slug of the framework' },
    { name: 'mission', kind: 'text', description: 'Slug of the mission' }, { name: 'adopted', kind: 'flag', description: 'It was adopted' },
  ],
  source: {
    sql: `SELECT d.reference, d.subject, d.about, f.slug AS framework, m.slug AS mission, d.title, d.text, d.proposed_by_name AS "proposedBy", d.proposed_at AS "proposedAt", d.opened_at AS "openedAt",
                 d.closed_at AS "closedAt", d.least_number AS "leastNumber", d.least_share AS "leastShare", d.adopted, d.outcome_reason AS "outcomeReason", d.minute,
                 (SELECT coalesce(json_agg(json_build_object('name', p.person_name, 'part', p.part, 'words', p.words) ORDER BY p.person_name, p.id), '[]')
                    FROM council_decision_parts p WHERE p.decision_id = d.id) AS votes
            FROM council_decisions d LEFT JOIN missions m ON m.id = d.mission_id LEFT JOIN frameworks f ON f.id = m.framework_id WHERE d.state = 'closed'`,
  },
};

export const GRANTS: OpenList = {
  path: 'council/grants', tag: 'council', title: 'Grants of the council’s roles', noun: 'That grant',
  description: 'A role of the council given to somebody or taken away, who proposed it and who confirmed it: never one person alone.',
  item: shapeOf('CouncilGrantResponse', {
    id: text('Names the grant for ever'), role: text('The role'), kind: text('Given, or taken away'), state: text('Where it stands'), source: text('By what way it was made'), person: text('Whose role'),
    offices: text('Their offices at the time'), reason: text('Why'), proposedBy: text('Who proposed it', { orNone: true }), proposedAt: instant('When'),
    decidedBy: text('Who confirmed or refused it', { orNone: true }), decidedAt: instant('When', { orNone: true }), decisionReason: text('Why it was refused'),
  }),
  key: { id: 'text' }, id: 'id', filters: [{ name: 'state', kind: 'text', description: 'Where it stands', example: 'confirmed' }],
  source: {
    sql: `SELECT g.id::text AS id, g.role, g.kind, g.state, g.source, g.person_name AS person, g.person_offices AS offices, g.reason, g.proposed_by_name AS "proposedBy", g.proposed_at AS "proposedAt",
                 g.decided_by_name AS "decidedBy", g.decided_at AS "decidedAt", g.decision_reason AS "decisionReason" FROM council_grants g`,
  },
};

export const INTERESTS: OpenList = {
  path: 'council/interests', tag: 'council', title: 'Declared interests', noun: 'That interest',
  description: 'What somebody in the council has declared an interest in, which keeps them out of what it is about.',
  item: shapeOf('CouncilInterestResponse', {
    id: text('Names the interest for ever'), person: text('Who declared it'), mission: text('Slugs of framework and mission', { orNone: true }), organisation: text('Slug of the organisation', { orNone: true }),
    what: text('What the interest is'), from: day('First day'), to: day('Last day', { orNone: true }), declaredAt: instant('When it was declared'), endedAt: instant('When it was said to have ended', { orNone: true }),
  }),
  key: { id: 'text' }, id: 'id',
  source: {
    sql: `SELECT i.id::text AS id, u.name AS person, f.slug || '/' || m.slug AS mission, o.slug AS organisation, i.what, i.from_date AS "from", i.to_date AS "to", i.declared_at AS "declaredAt", i.ended_at AS "endedAt"
            FROM reviewer_interests i JOIN users u ON u.id = i.person_id LEFT JOIN missions m ON m.id = i.mission_id LEFT JOIN frameworks f ON f.id = m.framework_id
            LEFT JOIN organisations o ON o.id = i.organisation_id`,
  },
};
