import { describe, expect, it } from '@jest/globals';
import { alertIn } from '../../../../../test/factories/alert.factory.js';
import { presentAlerts } from './alerts-list.presenter.js';

const tagsOn = (today: string, alert = alertIn('raised')): string[] =>
  presentAlerts({ open: [alert], closed: [] }, today).open[0]?.tags.map(({ text }) => text) ?? [];

describe('the list of alerts', () => {
  it('names the mission, the department, the day the answer is due, and the state', () => {
    const { open, closed } = presentAlerts({ open: [alertIn('acknowledged')], closed: [] }, '2026-06-10');
    expect(closed).toEqual([]);
    expect(open[0]).toMatchObject({
      href: '/alerts/AL-2026-7K3D',
      mission: { text: 'Education', href: '/frameworks/levelling-up-2022/missions/education' },
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
