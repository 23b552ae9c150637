import { describe, expect, it } from '@jest/globals';
import { type FigureLine } from '#domain/evidence-returns/evidence-return-content.js';
import { type SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { type Verdict } from '#domain/judgements/verdict.js';
import { parsePeriod } from '#domain/observations/period.js';
import { figureToCompare } from './figure-comparison.js';

const years = { unit: 'yrs', decimals: 1 };

function point(value: number, periodKey: string, provisional = false): SeriesPoint {
  const period = parsePeriod(periodKey);
  if (!period) throw new Error(`${periodKey} is no period`);
  return { key: `1/K02000001/${periodKey}/1`, period, value, ...(provisional ? { provisional } : {}) };
}

function line(latest: FigureLine['latest'], verdict: Verdict | null = 'on-track'): FigureLine {
  return {
    target: 'five-years',
    title: 'Five more years',
    measure: 'Healthy life expectancy, England',
    baseline: null,
    latest,
    asked: null,
    verdict,
    sentence: null,
    notComparable: null,
  };
}

describe('a delivered figure beside its series', () => {
  const title = 'Healthy life expectancy, England';
  const shown = { value: '63.2 years', period: '2020' };

  it.each([
    ['the same', line(shown), point(63.2, '2020-01-01/P1Y'), { shown, latest: shown }],
    ['the same but for digits that nobody prints', line(shown), point(63.23, '2020-01-01/P1Y'), { shown, latest: shown }],
    ['a newer one', line(shown), point(61, '2021-01-01/P1Y'), { shown, latest: { value: '61.0 years', period: '2021' } }],
    ['a provisional one', line(shown), point(63.2, '2020-01-01/P1Y', true), { shown, latest: { value: '63.2 years', period: '2020 (provisional)' } }],
    ['a series that is gone', line(shown), undefined, { shown, latest: undefined }],
    ['no figure then, one now', line(null, 'no-data'), point(63.2, '2020-01-01/P1Y'), { shown: undefined, latest: shown }],
    ['never judged then, a figure now', line(null, null), point(63.2, '2020-01-01/P1Y'), { shown: undefined, latest: shown }],
  ])('%s', (_, delivered, latest, expected) => {
    expect(figureToCompare(delivered, years, latest)).toEqual([{ title, ...expected }]);
  });

  it.each([
    ['no metric measures it', line(null), null, undefined],
    ['no figure then and none now', line(null, 'no-data'), years, undefined],
    ['a figure left out on purpose', line(null, 'target-not-comparable'), years, point(63.2, '2020-01-01/P1Y')],
  ])('is not compared where %s', (_, delivered, metric, latest) => {
    expect(figureToCompare(delivered, metric, latest)).toEqual([]);
  });
});
