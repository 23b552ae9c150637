import { describe, expect, it } from '@jest/globals';
import { ENGLAND } from '#domain/calendar/working-calendar.js';
import { type ChangeOfHands, changeOfHandsText } from './change-of-hands.js';

const CHANGE: ChangeOfHands = { before: 'Education', after: 'Health', atRaising: 'Education', dueOn: '2026-06-29', promises: 0 };
const textOn = (today: string, over: Partial<ChangeOfHands> = {}): string => changeOfHandsText({ ...CHANGE, ...over }, today, ENGLAND);

describe('an alert whose mission changes its lead', () => {
  // Monday 15 June to Monday 29 June 2026, no bank holiday between: 16 to 19 June are 4, 22 to 26 June 5, 29 June 1
  it.each([
    ['2026-06-15', 'due by 29 June 2026, 10 working days from now; no date moves'],
    ['2026-06-26', 'due by 29 June 2026, 1 working day from now'],
    ['2026-06-29', 'due by 29 June 2026, which is today'],
    ['2026-06-30', 'which was due by 29 June 2026 and is late; no date moves'],
  ])('on %s leaves the time that is left', (today, words) => {
    expect(textOn(today)).toContain(`Health leads this mission now. Health owes the answer, ${words}`);
  });

  it('names who led when it was raised, and who until now where that is another', () => {
    expect(textOn('2026-06-15')).toMatch(/ Education led when the alert was raised\.$/);
    expect(textOn('2026-06-15', { before: 'Transport' })).toMatch(/ Education led when the alert was raised, and Transport until now\.$/);
    expect(textOn('2026-06-15', { before: undefined })).toMatch(/, and nobody until now\.$/);
  });

  it('takes promises along, where no answer is waited for', () => {
    expect(textOn('2026-06-15', { dueOn: undefined, promises: 1 })).toBe('Health leads this mission now. The action of the plan goes with it. Education led when the alert was raised.');
    expect(textOn('2026-06-15', { dueOn: undefined, promises: 3 })).toContain('All 3 actions of the plan go with it.');
  });

  it('stops no clock in a vacancy', () => {
    expect(textOn('2026-06-15', { after: undefined })).toContain('No department leads this mission now. Nobody owes the answer, due by 29 June 2026');
  });
});
