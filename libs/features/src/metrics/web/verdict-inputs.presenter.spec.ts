import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { type ComputedStanding } from '#features/judgements/mission-standing.js';
import { type ReleaseOfMetric } from '#features/releases/releases.queries.js';
import { type Metric } from '../metric.entity.js';
import { type UsedCell } from './area-cells.queries.js';
import { MOST_INPUTS_SHOWN, type InputsParts, verdictInputs } from './verdict-inputs.presenter.js';

const METRIC = { id: 7, name: 'Pupils', unit: '%', decimals: 0 } as Metric;
const JOBS = { id: 8, name: 'Jobs', unit: '', decimals: 0 } as Metric;

function used(periodKey: string, value: number | null, over: Partial<UsedCell> = {}): UsedCell {
  const period = parsePeriod(periodKey);
  if (!period) throw new Error('no period');
  const { metricId = 7, area = { code: 'E92000001', name: 'England', level: 'nation' }, releaseId = 3 } = over;
  return { key: `${metricId}/${area.code}/${period.key}/${releaseId}`, metricId, area, period, value, lower: null, upper: null, status: null, note: null, releaseId, ...over };
}

function parts(cells: UsedCell[], over: Partial<InputsParts> = {}): InputsParts {
  const figure = (value: number, periodKey: string, standardErrorBasis: string): object => ({ value, periodKey, periodLabel: '', standardError: 0.289, standardErrorBasis, provisional: false });
  const components = { baseline: figure(65, '2018-09-01/P1Y', 'rounding'), latest: figure(62, '2024-09-01/P1Y', 'interval') };
  return {
    title: '90% by 2030', computed: { inputs: cells.map(({ key }) => key), components } as unknown as ComputedStanding, cells, metrics: [METRIC, JOBS],
    releases: [{ id: 3, fileName: 'ks2.csv', knownAt: new Date('2025-12-11T09:30:00Z') } as ReleaseOfMetric], csvHref: '/x.csv', ...over,
  };
}

describe('verdictInputs', () => {
  it('reads back the figures in the order of time, with error, use and release', () => {
    const cells = [used('2024-09-01/P1Y', 62, { status: 'p', lower: 61.5, upper: 62.4 }), used('2018-09-01/P1Y', 65), used('2017-09-01/P1Y', 64)];
    const found = verdictInputs(parts(cells));
    expect(found?.table?.caption).toBe('Figures behind the verdict on “90% by 2030”, England');
    expect(found?.table?.head.map(({ text }) => text)).toEqual(['Period', 'Figure', '95% interval', 'Used as', 'Release']);
    expect(found?.table?.rows.map(({ heading, cells: texts }) => [heading, ...texts.map(({ text }) => text)])).toEqual([
      ['school year 2017/18', '64%', 'not published', 'Comparison', '3'],
      ['school year 2018/19', '65%', 'not published', 'Baseline; standard error 0.29%, from rounding', '3'],
      ['school year 2024/25', '62% [p]', '61.5 to 62.4%', 'Latest figure; standard error 0.29%, from its 95% interval', '3'],
    ]);
    expect([found?.summary, found?.releases, found?.many, found?.gone]).toEqual(['The 3 figures that the verdict stands on', ['Release 3: ks2.csv, 11 December 2025.'], undefined, undefined]);
  });

  it('names areas and metrics where there are several, and no error for a part of a sum', () => {
    const wales = { code: 'W92000004', name: 'Wales', level: 'nation' };
    const found = verdictInputs(parts([used('2024-09-01/P1Y', 30), used('2024-09-01/P1Y', 4, { metricId: 8, area: wales, releaseId: 9 })]));
    expect(found?.table?.rows.map(({ cells: texts }) => texts.map(({ text }) => text))).toEqual([
      ['Pupils', 'England', '30%', 'not published', 'Latest figure', '3'],
      ['Jobs', 'Wales', '4', 'not published', 'Latest figure', '9'],
    ]);
    expect(found?.releases.at(-1)).toBe('Release 9: of another metric.');
  });

  it('counts them where no person would read the table', () => {
    const inputs = Array.from({ length: MOST_INPUTS_SHOWN + 2 }, (_, index) => `7/E0600${1000 + Math.floor(index / 2)}/2024-01-01/P1Y/${index % 2}`);
    const found = verdictInputs(parts([], { computed: { ...parts([]).computed, inputs } }));
    expect([found?.table, found?.many]).toEqual([undefined, '42 figures of 21 areas: too many for a table here, and all of them are in the file.']);
  });

  it('says what cannot be read back, and is absent where nothing was used', () => {
    const computed = { ...parts([]).computed, inputs: ['7/E92000001/2018-09-01/P1Y/3'] };
    expect(verdictInputs(parts([], { computed }))?.gone).toBe('Some of them cannot be read back.');
    expect(verdictInputs(parts([]))).toBeUndefined();
  });
});
