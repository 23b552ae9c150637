import { PROPOSAL_OUTCOMES, PROPOSAL_STATES } from '#domain/proposals/proposal-status.js';
import { type OpenList } from '#features/open-data/open-list.js';
import { field, shapeOf } from '#features/open-data/open-shape.js';

const { text, day, instant, flag, things } = field;

export const PROPOSALS: OpenList = {
  path: 'proposals', tag: 'proposals', title: 'Local proposals', noun: 'That proposal',
  description: 'What a place or director asks of a department, by when it is to answer, and the answer.',
  item: shapeOf('ProposalResponse', {
    reference: text('Names the proposal for ever'), state: text('Where it stands', { enum: Object.keys(PROPOSAL_STATES) }), outcome: text('What the department answers', { orNone: true, enum: Object.keys(PROPOSAL_OUTCOMES) }),
    proposedBy: text('Name of the body that proposes'), department: text('Slug of the department that is to answer'), framework: text('Slug of the framework'), mission: text('Slug of the mission'),
    area: text('Code of the place'), areaName: text('The place, as it was called when the proposal came'), title: text('What it is called'), ask: text('What is asked'), cost: text('What it would cost'), evidence: text('What speaks for it'),
    words: text('The department’s answer, or why the proposal was withdrawn', { orNone: true }), receivedAt: instant('When it came'), answerDueOn: day('By when an answer is owed'),
    markedOverdue: flag('It was marked overdue once; the mark stays'), endedAt: instant('When it was answered or withdrawn', { orNone: true }),
    history: things('What has happened, the first first', { action: text('What'), state: text('The state after it'), who: text('Who'), text: text('Words'), at: instant('When') }),
  }),
  key: { reference: 'text' }, id: 'reference',
  filters: [
    { name: 'state', kind: Object.keys(PROPOSAL_STATES), description: 'Where it stands' }, { name: 'department', kind: 'text', description: 'Slug of the department that is to answer' },
    { name: 'area', kind: 'text', description: 'Code of the place' }, { name: 'framework', kind: 'text', description: 'Slug of the framework' }, { name: 'mission', kind: 'text', description: 'Slug of the mission' },
  ],
  source: {
    sql: `SELECT p.reference, p.state, p.outcome, o.name AS "proposedBy", d.slug AS department, f.slug AS framework, m.slug AS mission, p.area_code AS area, p.area_name AS "areaName", p.title, p.ask, p.cost,
                 p.evidence, p.words, p.received_at AS "receivedAt", p.answer_due_on AS "answerDueOn", p.overdue_at IS NOT NULL AS "markedOverdue", p.ended_at AS "endedAt",
                 (SELECT coalesce(json_agg(json_build_object('action', e.action, 'state', e.to_state, 'who', e.actor_name, 'text', e.text,
                    'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY e.sequence), '[]') FROM local_proposal_events e WHERE e.proposal_id = p.id) AS history
            FROM local_proposals p JOIN organisations o ON o.id = p.organisation_id JOIN organisations d ON d.id = p.department_id JOIN missions m ON m.id = p.mission_id JOIN frameworks f ON f.id = m.framework_id`,
  },
};
