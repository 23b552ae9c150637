import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { type Metric } from '../metric.entity.js';
import { type AreaCell } from './area-cells.queries.js';
import { linesOf, metricChart, metricCharts, widestOf } from './metric-charts.presenter.js';

const METRIC = { slug: 'pay', name: 'Pay', unit: '£', decimals: 1, basis: 'nominal', proxyFor: null, exploratory: false, combines: null } as Metric;
const NAMES: Record<string, string> = { K02000001: 'United Kingdom', E92000001: 'England', W92000004: 'Wales', E12000001: 'North East' };

function cell(code: string, year: number, value: number | null, over: Partial<AreaCell> = {}): AreaCell {
  const period = parsePeriod(String(year));
  if (!period) throw new Error('no period');
  return { area: { code, name: NAMES[code] ?? '', level: 'nation' }, period, value, lower: null, upper: null, status: null, note: null, releaseId: 1, revisedFrom: null, ...over };
}

describe('metricCharts', () => {
  it('draws the country alone and the nations side by side, blanks left out and said in the table', () => {
    const interval = { lower: 11, upper: 13 };
    const cells = [cell('K02000001', 2020, 10), cell('E92000001', 2021, 12, interval), cell('E92000001', 2020, 11), cell('W92000004', 2020, 9), cell('W92000004', 2021, null, { status: 'x' })];
    const [country, nations] = metricCharts(METRIC, cells, []);
    expect(country?.chart.title).toBe('United Kingdom £10.0 in 2020');
    expect(nations?.chart.title).toBe('England £12.0 (2021), Wales £9.0 (2020)');
    expect(nations?.chart.series.map(({ name, points }) => [name, points.map(({ value }) => value)])).toEqual([['England', [11, 12]], ['Wales', [9]]]);
    expect(nations?.table.rows.map(({ heading, cells: texts }) => [heading, ...texts.map(({ text }) => text)])).toEqual([
      ['2020', '£11.0', '£9.0'],
      ['2021', '£12.0', 'not published [x]'],
    ]);
    expect(country?.notes[0]).toBe('The producer publishes no interval for these figures. That is not certainty.');
    expect(nations?.notes[0]).toContain('95% interval');
    expect(country?.notes.at(-1)).toBe('What it does not mean: a rise in money of the day is not by itself a rise in real terms; a change does not show what caused it.');
  });

  it.each<[string, AreaCell[], string[]]>([
    ['a lone nation where nothing wider is published', [cell('E92000001', 2020, 11)], ['Pay, England, 2020']],
    ['two nations once', [cell('E92000001', 2020, 11), cell('W92000004', 2020, 9)], ['Pay, Nations of the United Kingdom, 2020']],
    ['nothing where all is blank', [cell('E92000001', 2020, null)], []],
    ['nothing where nothing is', [], []],
  ])('draws %s', (_, cells, subtitles) => expect(metricCharts(METRIC, cells, []).map(({ chart }) => chart.subtitle)).toEqual(subtitles));
});

describe('metricChart', () => {
  const chartOf = (cells: AreaCell[], breaks: { periodKey: string; what: string }[] = []): ReturnType<typeof metricChart> =>
    metricChart({ metric: METRIC, id: 'area', where: 'England', lines: linesOf(cells, ['E92000001']), breaks });

  it('marks what is provisional and what was revised, with what it was first', () => {
    const found = chartOf([cell('E92000001', 2020, 11, { revisedFrom: 10.4, lower: 10, upper: 12 }), cell('E92000001', 2021, 12, { status: 'p' })]);
    expect(found.table.head.map(({ text }) => text)).toEqual(['Period', 'Figure', '95% interval from', 'to', 'First published as']);
    expect(found.table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['£11.0 [r]', '£10.0', '£12.0', '£10.4'],
      ['£12.0 [p]', 'not published', 'not published', ''],
    ]);
    expect(found.notes).toContain('Marks: [p] provisional; [r] revised since it was first published.');
    expect(found.notes).toContain('A hollow point is provisional: it may still change.');
    expect(found.chart.series[0]?.points.map(({ provisional }) => provisional)).toEqual([undefined, true]);
  });

  it('says where the line is broken for want of figures', () => {
    const words = 'The line is broken where no figures are published for a time.';
    const years = (...list: number[]): AreaCell[] => list.map((year) => cell('E92000001', year, 10));
    expect(chartOf(years(2017, 2018, 2019, 2022)).notes).toContain(words);
    // a blank is no figure either
    expect(chartOf([...years(2017, 2018, 2020, 2021), cell('E92000001', 2019, null, { status: 'x' })]).notes).toContain(words);
    expect(chartOf(years(2017, 2018, 2019)).notes).not.toContain(words);
  });

  it('draws a break at the first day of the new footing', () => {
    const found = chartOf([cell('E92000001', 2019, 10), cell('E92000001', 2021, 12)], [{ periodKey: '2020-04-01/P1Y', what: 'new method' }, { periodKey: 'some day', what: '' }]);
    expect(found.chart.breaks).toEqual([{ x: '2020-04-01', label: 'Break in the series' }]);
  });

  it('gives the first line in full and the one beside it by its figures', () => {
    const cells = [cell('E12000001', 2020, 9, { lower: 8, upper: 10 }), cell('K02000001', 2020, 10, { lower: 9.9, upper: 10.1 }), cell('K02000001', 2019, 9)];
    const lines = linesOf(cells, ['E12000001', 'K02000001']);
    const found = metricChart({ metric: METRIC, id: 'area', where: 'North East beside United Kingdom', lines, breaks: [], firstInFull: true });
    expect(found.table.head.map(({ text }) => text)).toEqual(['Period', 'North East', '95% interval from', 'to', 'United Kingdom']);
    expect(found.table.rows.map(({ heading, cells: texts }) => [heading, ...texts.map(({ text }) => text)])).toEqual([
      ['2019', 'not published', 'not published', 'not published', '£9.0'],
      ['2020', '£9.0', '£8.0', '£10.0', '£10.0'],
    ]);
  });
});

describe('widestOf', () => {
  it.each([
    [['E92000001', 'K02000001'], 'K02000001'],
    [['W92000004', 'E92000001'], 'E92000001'],
    [['E12000001'], undefined],
  ])('of %j is %s', (codes, widest) => expect(widestOf(codes.map((code) => cell(code, 2020, 1)))?.code).toBe(widest));
});
