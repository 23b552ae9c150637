import { type AlertStatus } from '#domain/alerts/alert-status.js';
import { type Alert, type PlannedAction } from '#features/alerts/alert.entity.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { type Organisation } from '#features/organisations/organisation.entity.js';
import { type Target } from '#features/missions/target.entity.js';

export const PLANNED_ACTION: PlannedAction = {
  action: 'Open 20 catch-up hubs',
  owner: 'Director of schools',
  dueOn: '2026-09-30',
  expectedEffect: '2 points more',
  releaseThatShows: 'Key stage 2 attainment, July 2027',
};

const DFE = { id: 'dfe', slug: 'dfe', name: 'Department for Education', mailbox: 'missions@dfe.example.org' } as Organisation;
const EDUCATION = { id: 'm5', slug: 'education', number: 5, focusArea: 'Education', framework: { slug: 'levelling-up-2022' } } as Mission;
const TARGET = { id: 't1', slug: 'expected-standard', title: '90% reach the expected standard' } as Target;

/** An alert of the Department for Education in a state, not in a database. Raised on 1 June 2026, answer due on 29 June. */
export function alertIn(status: AlertStatus, over: Partial<Alert> = {}): Alert {
  const acknowledged = status !== 'raised' && status !== 'escalated';
  const answered = ['answered', 'accepted', 'not-accepted', 'closed'].includes(status);
  return {
    id: 'a1',
    reference: 'AL-2026-7K3D',
    kind: 'target-off-track',
    dedupeKey: 'target-off-track:t1:j1',
    missionId: EDUCATION.id,
    mission: EDUCATION,
    targetId: TARGET.id,
    target: TARGET,
    judgementId: 'j1',
    judgement: null,
    organisationId: DFE.id,
    organisation: DFE,
    sentence: 'It is off track.',
    status,
    raisedAt: new Date('2026-06-01T08:00:00Z'),
    responseDueOn: '2026-06-29',
    ownerName: acknowledged ? 'Helen Marsh' : null,
    ownerJob: acknowledged ? 'Director' : null,
    planSummary: answered ? 'Catch up by summer.' : null,
    planActions: answered ? [PLANNED_ACTION] : [],
    answeredAt: answered ? new Date('2026-06-20T08:00:00Z') : null,
    rowVersion: 1,
    ...over,
  };
}
