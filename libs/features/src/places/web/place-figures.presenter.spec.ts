import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { type MetricBaseline, type PlaceCell } from '../places.queries.js';
import { figureRows, reasonOfBlank } from './place-figures.presenter.js';

const METRIC: Metric = {
  id: 1, slug: 'pay', name: 'Weekly pay', indicators: ['Pay'], unit: '£', measure: 'Pounds', direction: 'higher-is-better', decimals: 1, roundingUnit: 0.1,
  basis: 'nominal', place: 'residence', geography: 'ltla', source: { publisher: 'ONS', title: 'Pay', licence: 'OGL' }, caveat: null, proxyFor: null, proxyNote: null,
  partOf: null, exploratory: false, yearKind: 'calendar', snapshotMonth: null, combines: 'average', placeControl: 'shared', placeControlNote: 'Of its own staff.',
  method: null, accreditation: null, seriesBreaks: [], countBehind: null,
};
const HERE = 'E08000003';
const COMPARATORS = [{ heading: 'England', codes: ['E92000001'] }, { heading: 'United Kingdom', codes: ['K02000001', 'K03000001'] }];

function cell(code: string, year: number, value: number | null, given: Partial<PlaceCell> = {}): PlaceCell {
  const period = parsePeriod(`${year}-01-01/P1Y`);
  if (!period) throw new Error(String(year));
  return { metricId: 1, area: { id: 1, code, name: code, level: 'unitary' }, period, value, lower: null, upper: null, status: null, note: null, release: { id: 1, publisher: 'ONS', publishedOn: null }, ...given };
}

const rowsOf = (cells: PlaceCell[], baseline: Partial<MetricBaseline> | null = {}, metric: Partial<Metric> = {}, others: Metric[] = []) =>
  figureRows({
    codes: [HERE, 'TLX'], metrics: [{ ...METRIC, ...metric }, ...others], cells, comparators: COMPARATORS,
    baselines: baseline === null ? [] : [{ metricId: 1, period: '2019-01-01/P1Y', breaks: [], ...baseline }],
  });

describe('a row of figures', () => {
  it('gives the latest figure with its interval and status, the same period elsewhere, and what the council controls', () => {
    const { rows } = rowsOf([
      cell(HERE, 2023, 600, { lower: 590, upper: 610, status: 'p' }), cell(HERE, 2019, 500, { lower: 490, upper: 510 }), cell(HERE, 2024, null, { status: '[u]' }),
      cell('E92000001', 2024, 700), cell('E92000001', 2023, 650), cell('K03000001', 2023, 640),
    ]);
    expect(rows).toEqual([
      {
        slug: 'pay', metric: { text: 'Weekly pay', href: '/figures/pay/areas/E08000003' }, remarks: [],
        latest: '£600.0 (provisional)', period: '2023', interval: '95% interval £590.0 to £610.0', withheldLater: '2024: no figure, of low reliability',
        beside: ['£650.0', '£640.0'],
        // se 20/3.92 = 5.1 each, of the change 7.2, times 1.96 = 14.1; it is 100
        change: 'Up £100.0 since 2019: shown to be better',
        roundingOnly: false,
        control: 'Part of it', controlNote: 'Of its own staff.',
      },
    ]);
  });

  it.each([
    ['Score out of 10', '95% interval 7.0 to 7.6 out of 10'],
    ['%', '95% interval 7.0% to 7.6%'],
    ['', '95% interval 7.0 to 7.6'],
  ])('says a unit that is a word once in an interval: %j', (unit, interval) => {
    expect(rowsOf([cell(HERE, 2023, 7.3, { lower: 7, upper: 7.6 })], null, { unit }).rows[0]?.interval).toBe(interval);
  });

  it('takes the figures under the territory’s other code where its own has none', () => {
    const { rows } = rowsOf([cell(HERE, 2023, null), cell('TLX', 2023, 600)], null);
    expect(rows[0]).toMatchObject({ latest: '£600.0', metric: { href: '/figures/pay/areas/TLX' } });
    expect(rowsOf([cell(HERE, 2022, 500), cell('TLX', 2023, 600)], null).rows[0]?.latest).toBe('£500.0');
  });

  it('does not take another period’s figure for the one beside', () => {
    expect(rowsOf([cell(HERE, 2023, 600), cell('E92000001', 2022, 650), cell('K02000001', 2023, null)]).rows[0]?.beside).toEqual(['no figure here', 'no figure here']);
  });

  // half-widths of 10: the change must be beyond 14.1
  it.each([
    ['within error', 510, {}, {}, 'Up £10.0 since 2019: not shown beyond error'],
    ['down', 480, {}, {}, 'Down £20.0 since 2019: shown to be worse'],
    ['down where lower is better', 480, {}, { direction: 'lower-is-better' as const }, 'Down £20.0 since 2019: shown to be better'],
    ['no change', 500, {}, {}, 'The same as in 2019: not shown beyond error'],
    ['a baseline without a figure', 500, { period: '2018-01-01/P1Y' }, {}, 'No figure for the baseline, 2018'],
    ['a baseline that is the latest', 500, { period: '2023-01-01/P1Y' }, {}, 'The latest figure is no later than the baseline'],
    ['a recorded break', 600, { breaks: ['2021-01-01/P1Y'] }, {}, 'Not comparable with the baseline: the series was broken in between'],
    ['a break of the catalogue', 600, {}, { seriesBreaks: [{ from: '2021-01-01', what: 'New survey' }] }, 'Not comparable with the baseline: the series was broken in between'],
  ])('says of %s', (_, value, baseline, metric, change) => {
    const around = (middle: number) => ({ lower: middle - 10, upper: middle + 10 });
    expect(rowsOf([cell(HERE, 2019, 500, around(500)), cell(HERE, 2023, value, around(value))], baseline, metric).rows[0]?.change).toBe(change);
  });

  it('says where nothing but rounding is in the error, and where no target sets a baseline', () => {
    const cells = [cell(HERE, 2019, 500), cell(HERE, 2023, 501)];
    expect(rowsOf(cells).rows[0]).toMatchObject({ change: 'Up £1.0 since 2019: shown to be better (no interval)', roundingOnly: true });
    expect(rowsOf(cells, null).rows[0]?.change).toBe('No target sets a baseline');
  });

  it('marks a stand-in, and puts metrics without a figure aside', () => {
    const headline = { ...METRIC, id: 2, slug: 'true-pay', name: 'True pay' };
    const { rows, without } = rowsOf([cell(HERE, 2023, null), cell(HERE, 2022, 600)], null, { proxyFor: 'true-pay', proxyNote: 'Full-time only.', exploratory: true, placeControl: null }, [headline]);
    expect(rows[0]).toMatchObject({ remarks: ['Stands for “True pay”, which has no figures of its own. Full-time only.', 'Exploratory: what to measure is still being explored'], control: 'Nobody has said' });
    expect(without.map(({ slug }) => slug)).toEqual(['true-pay']);
  });
});

describe('reasonOfBlank', () => {
  it.each([
    ['[c]', 'confidential'],
    ['X', 'not available'],
    [null, 'left blank by the producer'],
    ['?', 'marked “?” by the producer'],
  ])('%s', (status, reason) => expect(reasonOfBlank(status)).toBe(reason));
});
