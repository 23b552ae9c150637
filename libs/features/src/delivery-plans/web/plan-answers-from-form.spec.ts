import { describe, expect, it } from '@jest/globals';
import { type PlannedMission } from '#domain/delivery-plans/delivery-plan-content.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { millionsFrom, planAnswersFromForm } from './plan-answers-from-form.js';

describe('a sum as typed', () => {
  it.each<[string, number | null | undefined]>([
    ['', null],
    ['0', 0],
    ['12.5', 12.5],
    ['1,250.5', 1250.5],
    ['£3', 3],
    ['£ 3 million', 3],
    ['3m', 3],
    ['-4', -4],
    ['12,5', undefined],
    ['1.2345', undefined],
    ['about 5', undefined],
    ['1e9', undefined],
    ['Infinity', undefined],
  ])('%j is %s', (text, money) => {
    expect(millionsFrom(text)).toBe(money);
  });
});

const MISSIONS: PlannedMission[] = [
  { slug: 'education', number: 5, focusArea: 'Education', part: 'led' },
  { slug: 'health', number: 7, focusArea: 'Health', part: 'contributing' },
];
const line = (mission: string, moneyMillions = ''): { mission: string; contribution: string; policies: string; moneyMillions: string } => ({
  mission, contribution: '', policies: '', moneyMillions,
});

describe('the answers of a form', () => {
  it('leave out what is empty and what is not the department’s', () => {
    expect(planAnswersFromForm({ summary: 'All', contributions: [line('education', '5'), line('health'), line('crime', '9')] }, MISSIONS)).toEqual({
      summary: 'All',
      contributions: [{ mission: 'education', contribution: '', policies: '', moneyMillions: 5 }],
    });
  });

  it('name every sum that is none, at its place in the form', () => {
    let reasons: unknown;
    try {
      planAnswersFromForm({ summary: '', contributions: [line('education', 'lots'), line('health', '-1')] }, MISSIONS);
    } catch (error) {
      reasons = error instanceof ApplicationError ? error.reasons.map(({ code, field }) => [code, field]) : error;
    }
    expect(reasons).toEqual([['money-not-number', 'contributions.0.moneyMillions'], ['money-negative', 'contributions.1.moneyMillions']]);
  });
});
