import { CONSULTATION_STATES } from '#domain/consultations/consultation-status.js';
import { type OpenList } from '#features/open-data/open-list.js';
import { field, shapeOf } from '#features/open-data/open-shape.js';

const { text, day, instant, flag, texts, things } = field;

/** Replies show after the last day and not before; the words of a confidential one never do. */
export const CONSULTATIONS: OpenList = {
  path: 'consultations', tag: 'consultations', title: 'Consultations with the nations and places', noun: 'That consultation',
  description: 'What was asked, of whom, the replies after the last day, and what was changed and why.',
  item: shapeOf('ConsultationResponse', {
    reference: text('Names the consultation for ever'), state: text('Where it stands', { enum: Object.keys(CONSULTATION_STATES) }), framework: text('Slug of the framework'), mission: text('Slug of the mission'),
    target: text('Slug of the target; none where it is about the whole mission', { orNone: true }), askedBy: text('Slug of the organisation that asks'), title: text('What it is called'), question: text('The question'),
    opensOn: day('First day for replies'), closesOn: day('Last day for replies'), respondBy: day('Day by which the asker says what was changed'), overdue: flag('That day has passed without a word'),
    changes: text('What was changed', { orNone: true }), reason: text('Why; of a withdrawn one why it was withdrawn', { orNone: true }), announcedAt: instant('When it was announced'),
    endedAt: instant('When it was responded to or withdrawn', { orNone: true }), invited: texts('Names of the bodies that are asked'),
    replies: things('Replies, once the last day has passed', {
      body: text('Name of the body'), sentAt: instant('When it was sent', { orNone: true }), confidential: flag('Its words are not public'), confidentialReason: text('Why not'), text: text('Its words', { orNone: true }),
    }),
  }),
  key: { reference: 'text' }, id: 'reference',
  filters: [
    { name: 'state', kind: Object.keys(CONSULTATION_STATES), description: 'Where it stands' }, { name: 'framework', kind: 'text', description: 'Slug of the framework' }, { name: 'mission', kind: 'text', description: 'Slug of the mission' },
  ],
  source: {
    sql: `SELECT c.reference, c.state, f.slug AS framework, m.slug AS mission, t.slug AS target, o.slug AS "askedBy", c.title, c.question, c.opens_on AS "opensOn", c.closes_on AS "closesOn",
                 c.respond_by AS "respondBy", (c.state = 'closed' AND c.respond_by < moment.today) AS overdue,
                 CASE WHEN c.state = 'responded' THEN c.changes END AS changes, CASE WHEN c.state IN ('responded', 'withdrawn') THEN c.reason END AS reason,
                 c.announced_at AS "announcedAt", c.ended_at AS "endedAt",
                 ARRAY(SELECT b.name FROM consultation_replies r JOIN organisations b ON b.id = r.organisation_id WHERE r.consultation_id = c.id ORDER BY b.name) AS invited,
                 (SELECT coalesce(json_agg(json_build_object('body', b.name, 'sentAt', to_char(r.sent_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'confidential', r.confidential IS NOT FALSE,
                    'confidentialReason', r.confidential_reason, 'text', CASE WHEN r.confidential IS FALSE THEN r.text END) ORDER BY b.name), '[]')
                    FROM consultation_replies r JOIN organisations b ON b.id = r.organisation_id
                   WHERE r.consultation_id = c.id AND r.state = 'sent' AND c.state IN ('closed', 'responded')) AS replies
            FROM moment, consultations c JOIN missions m ON m.id = c.mission_id JOIN frameworks f ON f.id = m.framework_id JOIN organisations o ON o.id = c.organisation_id LEFT JOIN targets t ON t.id = c.target_id`,
  },
};
