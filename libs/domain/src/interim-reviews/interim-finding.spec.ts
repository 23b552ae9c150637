import { describe, expect, it } from '@jest/globals';
import { ENGLAND } from '#domain/calendar/working-calendar.js';
import { type SeriesPoint, type TargetRule, type TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { parsePeriod } from '#domain/observations/period.js';
import { faultsOf, transitionFor } from '#domain/workflow/transition-table.js';
import { effectsDueOn, effectsReminderOn, figureExpectedOn, interimDateOf } from './interim-dates.js';
import { interimFinding } from './interim-finding.js';
import { type DecisionFacts, INTERIM_REVIEW_WORKFLOW } from './interim-review-workflow.js';

const point = (year: number, value: number, provisional = false): SeriesPoint => {
  const period = parsePeriod(`${year}-04-01/P1Y`);
  if (!period) throw new Error('no period');
  return { key: `1/K/${period.key}/${year - 2000}`, period, value, ...(provisional ? { provisional } : {}) };
};
const target = (rule: TargetRule, value: number, series: SeriesPoint[], direction: 1 | -1 = 1): TargetToJudge =>
  ({
    direction, rule, baseline: { periodKey: '2020-04-01/P1Y' }, decides: { periodKey: '2029-04-01/P1Y', releaseExpected: '2032-06-30' },
    milestones: [{ period: '2024-04-01/P1Y', kind: 'interim-target', value }], series, unit: '£m', decimals: 0, roundingUnit: 1,
    metricName: 'Funding', areaName: 'the regions', shockYears: [],
  }) as unknown as TargetToJudge;
const outcome = (given: TargetToJudge): string | undefined => interimFinding(given, '2024-04-01/P1Y', '2026-06-01')?.outcome;

describe('an interim target', () => {
  // a third above 6,000 is 8,000
  it.each<[string, TargetToJudge, string | undefined]>([
    ['of a change in per cent that is reached', target({ kind: 'change-by-percent', percent: 40 }, 33.3333, [point(2020, 6000), point(2024, 8000)]), 'met'],
    ['of a change in per cent that is not', target({ kind: 'change-by-percent', percent: 40 }, 33.3333, [point(2020, 6000), point(2024, 7999)]), 'missed'],
    ['of a level', target({ kind: 'level', value: 90 }, 75, [point(2020, 65), point(2024, 74.9)]), 'missed'],
    ['of a level that is to fall', target({ kind: 'level', value: 10 }, 20, [point(2020, 30), point(2024, 19)], -1), 'met'],
    ['of a change by so much', target({ kind: 'change-by', amount: 10 }, 5, [point(2020, 65), point(2024, 70)]), 'met'],
    ['with a provisional figure', target({ kind: 'level', value: 90 }, 75, [point(2020, 65), point(2024, 80, true)]), undefined],
    ['without a figure', target({ kind: 'level', value: 90 }, 75, [point(2020, 65), point(2023, 80)]), undefined],
    ['of a change without its baseline', target({ kind: 'change-by', amount: 10 }, 5, [point(2024, 70)]), undefined],
  ])('%s', (_, given, expected) => {
    expect(outcome(given)).toBe(expected);
  });

  it('says what was asked and what was reached, and names its cell', () => {
    expect(interimFinding(target({ kind: 'change-by-percent', percent: 40 }, 33.3333, [point(2020, 6000), point(2024, 7000)]), '2024-04-01/P1Y', '2026-06-01')).toEqual({
      outcome: 'missed',
      sentence: 'Funding in the regions was to be £8,000m in financial year 2024/25; it was £7,000m, so the interim target was missed.',
      inputs: ['1/K/2024-04-01/P1Y/24'],
    });
  });
});

describe('the days of an interim review', () => {
  it('passes at the end of its period', () => expect(interimDateOf('2024-04-01/P1Y')).toBe('2025-03-31'));
  it('expects the figure as late as the deciding one', () => {
    // 30 June 2032 is 822 days after 31 March 2030
    expect(figureExpectedOn('2024-04-01/P1Y', { period: '2029-04-01/P1Y', releaseExpected: '2032-06-30' })).toBe('2027-07-01');
    expect(figureExpectedOn('2024-04-01/P1Y', null)).toBeNull();
  });
  it('counts working days: Good Friday, Easter Monday and two bank holidays of May are none', () => {
    // from 1 April 2025: 20 working days without 18 and 21 April are over on 1 May; five before it is 24 April
    expect(effectsDueOn('2025-04-01', ENGLAND)).toBe('2025-05-01');
    expect(effectsReminderOn('2025-05-01', ENGLAND)).toBe('2025-04-24');
  });
});

describe('the decision on an interim review', () => {
  const facts: DecisionFacts = { recommendation: 'keep', reason: 'It works.', effectsAnswered: true, asked: true, effectsDueOn: '2025-05-01', today: '2025-04-10' };
  const codes = (over: Partial<DecisionFacts>): string[] => (transitionFor(INTERIM_REVIEW_WORKFLOW, 'figures-in', 'decide', ['council'])?.refuse?.({ ...facts, ...over }) ?? []).map(({ code }) => code);

  it('is a table without faults', () => expect(faultsOf(INTERIM_REVIEW_WORKFLOW)).toEqual([]));
  it('cannot be made before the figures', () => expect(transitionFor(INTERIM_REVIEW_WORKFLOW, 'waiting', 'decide', ['council'])).toBeUndefined());
  it.each<[string, Partial<DecisionFacts>, string[]]>([
    ['whole', {}, []],
    ['without a recommendation', { recommendation: '' }, ['recommendation-missing']],
    ['without a reason', { recommendation: 'reset', reason: ' ' }, ['reason-missing']],
    ['while the department has time', { effectsAnswered: false, today: '2025-05-01' }, ['answer-awaited']],
    ['when its day has passed and nobody has said anything', { effectsAnswered: false, today: '2025-05-02' }, ['effects-missing']],
    ['when nobody is asked and nobody has said anything', { effectsAnswered: false, asked: false }, ['effects-missing']],
    ['when nobody is asked and the council has said it', { asked: false }, []],
  ])('%s', (_, over, expected) => expect(codes(over)).toEqual(expected));
});
