import { describe, expect, it } from '@jest/globals';
import { type LeadTerm, type RecordedVacancy, vacancyFacts, vacancyOn, vacancySentence } from './vacancy-ground.js';

const led = (from: string, to: string | null = null): LeadTerm => ({ from, to });
const vacant = (from: string, to: string | null, reason = 'The department was abolished.'): RecordedVacancy => ({ from, to, reason });

describe('a mission that nobody leads', () => {
  // the end of a lead is the first day without it
  it.each<[string, LeadTerm[], RecordedVacancy[], string, string | undefined | null]>([
    ['led today', [led('2022-02-02')], [], '2026-06-01', null],
    ['the last day of a lead', [led('2022-02-02', '2026-06-02')], [], '2026-06-01', null],
    ['the first day without it', [led('2022-02-02', '2026-06-01')], [], '2026-06-01', '2026-06-01'],
    ['a week later, and a successor is named for August', [led('2022-02-02', '2026-06-01'), led('2026-08-01')], [], '2026-06-08', '2026-06-01'],
    ['the day the successor begins', [led('2022-02-02', '2026-06-01'), led('2026-08-01')], [], '2026-08-01', null],
    ['after the second of two leads, whatever the order of the list', [led('2024-01-01', '2026-06-01'), led('2022-02-02', '2024-01-01')], [], '2026-07-01', '2026-06-01'],
    ['never led', [], [], '2026-06-01', undefined],
    ['never led, and on record as vacant', [], [vacant('2026-01-01', null)], '2026-06-01', '2026-01-01'],
    ['a lead that begins in the future', [led('2027-01-01')], [], '2026-06-01', undefined],
  ])('%s', (_, leads, vacancies, today, since) => {
    const found = vacancyOn(leads, vacancies, today);
    expect(found ? found.since : null).toBe(since);
  });

  it('gives the reason that is on record for the day, and none of another time', () => {
    const leads = [led('2022-02-02', '2026-06-01')];
    expect(vacancyOn(leads, [vacant('2026-06-01', '2026-07-01')], '2026-06-30')?.reason).toBe('The department was abolished.');
    expect(vacancyOn(leads, [vacant('2026-06-01', '2026-07-01')], '2026-07-01')?.reason).toBeUndefined();
  });

  it('is said in plain words', () => {
    expect(vacancySentence('Education', { since: '2026-06-01', reason: 'It was abolished.', lastLead: 0 })).toBe(
      'Since 1 June 2026 no department leads the mission Education, so nobody answers for it. The reason on record: It was abolished.',
    );
    expect(vacancySentence('Education', { since: undefined, reason: undefined, lastLead: undefined })).toBe(
      'No department has ever led the mission Education, so nobody answers for it. No reason is on record.',
    );
    expect(vacancyFacts({ since: '2026-06-01', reason: undefined, lastLead: 0 }, 'Department for Education').map(({ value }) => value)).toEqual(['1 June 2026', 'Department for Education']);
  });
});
