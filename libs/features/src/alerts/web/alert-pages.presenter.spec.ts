import { describe, expect, it } from '@jest/globals';
import { type Actor, VISITOR } from '#domain/access/permissions.js';
import { type Role } from '#domain/access/roles.js';
import { type AlertStatus } from '#domain/alerts/alert-status.js';
import { type DataGap } from '#features/data-gaps/data-gap.entity.js';
import { type Framework } from '#features/frameworks/framework.entity.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { type Target } from '#features/missions/target.entity.js';
import { type Organisation } from '#features/organisations/organisation.entity.js';
import { type Alert, type PlannedAction } from '../alert.entity.js';
import { type AlertEvent } from '../alert-event.entity.js';
import { presentAlert } from './alert.presenter.js';
import { presentAlerts } from './alerts-list.presenter.js';

const PLANNED_ACTION: PlannedAction = {
  action: 'Open 20 catch-up hubs',
  owner: 'Director of schools',
  dueOn: '2026-09-30',
  expectedEffect: '2 points more',
  releaseThatShows: 'Key stage 2 attainment, July 2027',
};

const DFE = { id: 'dfe', slug: 'dfe', name: 'Department for Education', mailbox: 'missions@dfe.example.org' } as Organisation;
const EDUCATION = { id: 'm5', slug: 'education', number: 5, focusArea: 'Education', framework: { slug: 'levelling-up-2022' } } as Mission;
const FRAMEWORK = { id: 'f1', slug: 'levelling-up-2022', title: 'Levelling Up' } as Framework;
const TARGET = { id: 't1', slug: 'expected-standard', title: '90% reach the expected standard' } as Target;

/** An alert of the Department for Education in a state, not in a database. Raised on 1 June 2026, answer due on 29 June. */
function alertIn(status: AlertStatus, over: Partial<Alert> = {}): Alert {
  const acknowledged = status !== 'raised' && status !== 'escalated';
  const answered = ['answered', 'accepted', 'not-accepted', 'closed'].includes(status);
  return {
    id: 'a1',
    reference: 'AL-2026-7K3D',
    kind: 'target-off-track',
    dedupeKey: 'target-off-track:t1:j1',
    frameworkId: 'f1',
    framework: FRAMEWORK,
    missionId: EDUCATION.id,
    mission: EDUCATION,
    targetId: TARGET.id,
    target: TARGET,
    judgementId: 'j1',
    judgement: null,
    dataGapId: null,
    dataGap: null,
    submissionId: null,
    submission: null,
    aboutAlertId: null,
    aboutAlert: null,
    raisedWithId: DFE.id,
    raisedWith: DFE,
    facts: [],
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
    acknowledgeDueOn: '2026-06-08',
    acknowledgedAt: acknowledged ? new Date('2026-06-05T08:00:00Z') : null,
    firstAnsweredAt: answered ? new Date('2026-06-20T08:00:00Z') : null,
    plansPublished: answered ? 1 : 0,
    answerAgainDueOn: null,
    noResponseDueOn: null,
    rowVersion: 1,
    ...over,
  };
}

const tagsOn = (today: string, alert = alertIn('raised')): string[] =>
  presentAlerts({ open: [alert], closed: [] }, today).open[0]?.tags.map(({ text }) => text) ?? [];

describe('the list of alerts', () => {
  it('names the mission, the department, the day the answer is due, and the state', () => {
    const { open, closed } = presentAlerts({ open: [alertIn('acknowledged')], closed: [] }, '2026-06-10');
    expect(closed).toEqual([]);
    expect(open[0]).toMatchObject({
      href: '/alerts/AL-2026-7K3D',
      mission: { text: 'Education', href: '/frameworks/levelling-up-2022/missions/education' },
      target: { text: '90% reach the expected standard', href: '/frameworks/levelling-up-2022/missions/education#expected-standard' },
      department: 'Department for Education',
      due: '29 June 2026',
      tags: [{ text: 'Acknowledged' }],
    });
  });

  it('says "No response" from the day after the due date, until there is an answer', () => {
    expect(tagsOn('2026-06-29')).toEqual(['Raised']);
    expect(tagsOn('2026-06-30')).toEqual(['Raised', 'No response']);
    expect(tagsOn('2026-06-30', alertIn('escalated'))).toEqual(['Escalated', 'No response']);
    expect(tagsOn('2026-06-30', alertIn('answered'))).toEqual(['Answered']);
  });

  it('says so where no department leads the mission', () => {
    const { open } = presentAlerts({ open: [alertIn('raised', { organisation: null, organisationId: null })], closed: [] }, '2026-06-10');
    expect(open[0]?.department).toBe('No department leads this mission (vacancy)');
  });
});

const person = (role: Role, organisationId: string): Actor => ({ kind: 'user', id: 'u', name: 'U', roles: [role], organisationId, homeOrganisationId: null });
const CHAIR = person('council-chair', 'council');
const SRO = person('sro', 'dfe');
const of = (...moves: string[]): string[] => moves.map((move) => `/alerts/AL-2026-7K3D/${move}`);

describe('the page of an alert', () => {
  it.each<[AlertStatus, string, Actor, string, string[]]>([
    ['raised', 'a visitor', VISITOR, '2026-06-10', []],
    ['raised', 'the official', person('official', 'dfe'), '2026-06-10', of('acknowledge', 'query', 'ask-time', 'answer')],
    ['raised', 'the official of another department', person('official', 'dhsc'), '2026-06-10', []],
    ['raised', 'the chair in time', CHAIR, '2026-06-29', of('reply')],
    ['raised', 'the chair after the due date', CHAIR, '2026-06-30', of('reply', 'decide')],
    ['acknowledged', 'the SRO', SRO, '2026-06-10', of('answer', 'acknowledge', 'query', 'ask-time')],
    ['acknowledged', 'the official, who drafts and does not publish', person('official', 'dfe'), '2026-06-10', of('acknowledge', 'query', 'ask-time', 'answer')],
    ['answered', 'the chair', CHAIR, '2026-06-21', ['/alerts/AL-2026-7K3D/decide']],
    ['answered', 'a reviewer', person('reviewer', 'council'), '2026-06-21', []],
    ['closed', 'the chair', CHAIR, '2026-06-21', []],
  ])('%s: offers %s what the table allows', (status, _, actor, today, hrefs) => {
    expect(presentAlert(alertIn(status), [], { actor, today }).buttons.map(({ href }) => href)).toEqual(hrefs);
  });

  it('shows the named owner, the plan with its five parts, and the history', () => {
    const event: Partial<AlertEvent> = { action: 'answer', actorOffice: 'Department for Education', text: 'Catch up by summer.', at: new Date('2026-06-20T08:00:00Z') };
    const page = presentAlert(alertIn('answered'), [event as AlertEvent], { actor: VISITOR, today: '2026-12-01' });
    const facts = Object.fromEntries(page.facts.map(({ key, value }) => [key.text, value.text]));
    expect(facts).toMatchObject({ 'Owner of the answer': 'Helen Marsh, Director', Answered: '20 June 2026', 'Answer due': '29 June 2026' });
    expect(page.plan?.actions[0]?.facts.map(({ value }) => value.text)).toEqual([
      'Open 20 catch-up hubs',
      'Director of schools',
      '30 September 2026',
      '2 points more',
      'Key stage 2 attainment, July 2027',
    ]);
    expect(page.timeline).toEqual([
      { title: 'Answered with a recovery plan', when: '20 June 2026 at 9:00am', office: 'Department for Education', text: 'Catch up by summer.' },
    ]);
    expect(page.noResponse).toBeUndefined();
  });

  it('links an overdue data gap, and says what cleared it', () => {
    const gap = { reference: 'DG-2026-7K3D', state: 'closed' } as DataGap;
    const alert = alertIn('closed', { kind: 'data-gap-overdue', targetId: null, target: null, judgementId: null, dataGapId: 'g1', dataGap: gap });
    const event: Partial<AlertEvent> = { action: 'clear', actorOffice: 'Waymark', text: 'Figures have come.', at: new Date('2026-06-20T08:00:00Z') };
    const page = presentAlert(alert, [event as AlertEvent], { actor: VISITOR, today: '2026-12-01' });
    expect(page.dataGap).toEqual({ text: 'Data gap DG-2026-7K3D', href: '/data-gaps/DG-2026-7K3D' });
    expect([page.computed, page.timeline[0]?.title]).toEqual([false, 'Cleared: the data gap has ended']);
    expect(presentAlerts({ open: [], closed: [alert] }, '2026-12-01').closed[0]).toMatchObject({ kind: 'Data gap overdue', dataGap: page.dataGap });
    expect(presentAlert(alertIn('raised'), [], { actor: VISITOR, today: '2026-06-10' }).dataGap).toBeUndefined();
  });

  it('says "No response" with the day it was due', () => {
    expect(presentAlert(alertIn('acknowledged'), [], { actor: VISITOR, today: '2026-06-30' }).noResponse).toBe(
      'No response. An answer was due by 29 June 2026.',
    );
  });
});
