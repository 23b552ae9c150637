import { describe, expect, it } from '@jest/globals';
import { type Alert } from '#features/alerts/alert.entity.js';
import { answersNeeded } from './answers-needed.presenter.js';

const RAISED = {
  reference: 'AL-2026-7K3D',
  kind: 'target-off-track',
  status: 'raised',
  sentence: 'It is off track.',
  raisedAt: new Date('2026-05-31T23:30:00Z'), // 1 June in London
  responseDueOn: '2026-06-29',
  answeredAt: null,
  ownerName: null,
  ownerJob: null,
  organisation: { name: 'Department for Education' },
  target: { slug: 'expected-standard', title: '90% reach the expected standard' },
} as Alert;
const alert = (over: Partial<Alert>): Alert => ({ ...RAISED, ...over });

describe('answersNeeded', () => {
  it('says so where nothing is open', () => {
    expect(answersNeeded([], [], '2026-06-01')).toMatchObject({ empty: 'No alert is open and no return is overdue.', alerts: [], overdue: [] });
  });

  it.each([
    ['2026-06-29', alert({}), undefined],
    ['2026-06-30', alert({}), 'No response: the department’s answer was due on 29 June 2026.'],
    ['2026-06-30', alert({ status: 'acknowledged' }), 'No response: the department’s answer was due on 29 June 2026.'],
    ['2026-06-30', alert({ status: 'escalated' }), 'No response: the department’s answer was due on 29 June 2026.'],
    ['2026-06-30', alert({ status: 'answered', answeredAt: new Date('2026-06-20T08:00:00Z') }), undefined],
  ])('on %s', (today, given, noResponse) => {
    expect(answersNeeded([given], [], today).alerts[0]?.noResponse).toBe(noResponse);
  });

  it('names who must answer, who owns it, and by when', () => {
    const given = alert({ status: 'acknowledged', ownerName: 'Helen Marsh', ownerJob: 'Director' });
    expect(answersNeeded([given], [], '2026-06-02').alerts[0]).toMatchObject({
      href: '/alerts/AL-2026-7K3D',
      kind: 'Target off track',
      target: { text: '90% reach the expected standard', href: '#expected-standard' },
      status: 'Acknowledged',
      lines: ['Raised on 1 June 2026. Department for Education must answer.', 'Owner: Helen Marsh, Director.', 'The department’s answer is due by 29 June 2026.'],
    });
  });

  it('says that in a vacancy nobody is bound to answer', () => {
    expect(answersNeeded([alert({ organisation: null })], [], '2026-06-02').alerts[0]?.lines[0]).toBe(
      'Raised on 1 June 2026. No department leads the mission, so none is bound to answer.',
    );
  });

  it('says what a department owes', () => {
    const overdue = { reference: 'ER-2026-LATE', missionId: 'm', department: 'HM Treasury', coversLabel: 'April 2025 to March 2026', dueOn: '2026-05-31' };
    expect(answersNeeded([], [overdue], '2026-06-01')).toMatchObject({
      empty: undefined,
      overdue: [{ reference: 'ER-2026-LATE', text: 'HM Treasury owes an evidence return for April 2025 to March 2026. It was due on 31 May 2026.' }],
    });
  });
});
