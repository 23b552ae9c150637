import { describe, expect, it } from '@jest/globals';
import * as cheerio from 'cheerio';
import { decimalYearOf, type SeriesChart } from './chart-shape.js';
import { placeLabels } from './end-labels.js';
import { seriesChartSvg } from './series-chart.js';

const chart: SeriesChart = {
  title: 'Healthy life expectancy <has fallen> & "fallen"',
  subtitle: 'Male healthy life expectancy, United Kingdom, 2011 to 2024',
  yTitle: 'years',
  series: [{ name: 'United Kingdom', points: [
    { x: 2018.5, label: '2017 to 2019', value: 62.9, lower: 62.7, upper: 63.1 },
    { x: 2023.5, label: '2022 to 2024', value: 60.9, lower: 60.7, upper: 61.1 },
  ] }],
  path: [{ x: 2018.5, value: 62.9 }, { x: 2034.5, value: 67.9 }],
  target: { x: 2034.5, value: 67.9, label: 'Target: 67.9 years' },
  milestones: [{ x: 2024.5, value: 64.8, label: '2024 milestone' }],
};

const BAND = 'path[opacity="0.22"]';
const INNER_BAND = 'path[opacity="0.3"]';
const LINE = 'path[stroke="#12436D"][stroke-width="2.5"]';

function heightOf($: cheerio.CheerioAPI): number {
  return Number(($('svg').attr('viewBox') ?? '').split(' ')[3]);
}

/** Of the points of a line, in pixels. */
function heightsOf(line: string | undefined): number[] {
  return (line ?? '').split(/[ML]/).slice(1).map((point) => Number(point.split(',')[1]));
}

async function parsed(of: SeriesChart): Promise<cheerio.CheerioAPI> {
  return cheerio.load(await seriesChartSvg(of), { xml: true });
}

describe('seriesChartSvg', () => {
  it('is one named image', async () => {
    const $ = await parsed(chart);
    expect($.root().children().length).toBe(1);
    expect($('svg').attr('role')).toBe('img');
    expect($('svg').attr('aria-label')).toBe(`${chart.title}. ${chart.subtitle}`);
    expect($('svg > title').text()).toBe(chart.title);
  });

  it('stands under a policy without unsafe-inline, and beside other charts', async () => {
    const svg = await seriesChartSvg(chart);
    expect(svg).not.toMatch(/ (style|id|class|on\w+)=|<style|<script|url\(/);
  });

  it('draws the interval as a band, the path dashed, the target with its words', async () => {
    const $ = await parsed(chart);
    expect($(BAND)).toHaveLength(1);
    expect($('path[stroke="#595959"][stroke-dasharray="6,4"]').length).toBeGreaterThan(0);
    const texts = $('text').toArray().map((text) => $(text).text());
    expect(texts).toEqual(expect.arrayContaining(['Target: 67.9 years', '2024 milestone', 'years', 'United Kingdom', 'Path to the target']));
    expect(texts).toContain('2018');
  });

  it.each([
    ['above it, where they lie below', 60.9, -1],
    ['below it, where the last figures lie closely above', 68.2, 1],
    ['above it, where they lie far above', 90, -1],
  ])('writes the words of a target %s', async (_, last, side) => {
    const $ = await parsed({ ...chart, path: [], milestones: [], series: [{ name: 'UK', points: [{ x: 2018.5, label: '', value: 62.9 }, { x: 2023.5, label: '', value: last }] }] });
    const at = (text: string | undefined) => Number(/,([\d.-]+)\)/.exec(text ?? '')?.[1]);
    const words = $('text').toArray().find((text) => $(text).text() === 'Target: 67.9 years');
    const diamond = $('path[fill="#0b0c0c"]').attr('transform');
    expect(Math.sign(at($(words).attr('transform')) - at(diamond))).toBe(side);
  });

  it('draws the narrower band of a fan within the wider one', async () => {
    const points = [[2024.5, 60, 60, 60, 60, 60], [2025.5, 56, 58, 60, 62, 64]].map(([x = 0, lower, innerLower = 0, value = 0, innerUpper = 0, upper]) => ({ x, label: String(x), value, lower, upper, inner: { lower: innerLower, upper: innerUpper } }));
    const $ = await parsed({ ...chart, path: [], milestones: [], series: [{ name: 'Forecast', points: points.map(({ lower = 0, upper = 0, ...point }) => ({ ...point, lower, upper })) }] });
    const height = (path: string): number => {
      const ys = heightsOf($(path).attr('d')?.replace('Z', ''));
      return Math.max(...ys) - Math.min(...ys);
    };
    expect($(INNER_BAND)).toHaveLength(1);
    expect(height(INNER_BAND)).toBeCloseTo(height(BAND) / 2, 0);
  });

  it('draws no band where no interval is published', async () => {
    const bare = { ...chart, series: [{ name: 'UK', points: [{ x: '2024-01-01', label: '', value: 78.5 }, { x: '2026-01-01', label: '', value: 87.8 }] }] };
    expect((await parsed(bare))(BAND)).toHaveLength(0);
  });

  it('draws what is provisional hollow, and a break where it is, unless it lies outside', async () => {
    const points = [{ x: 2018.5, label: '', value: 1 }, { x: 2020.5, label: '', value: 2, provisional: true }];
    const of = { ...chart, path: undefined, target: undefined, milestones: undefined, series: [{ name: 'UK', points }] };
    const $ = await parsed({ ...of, breaks: [{ x: 2020, label: 'New method' }, { x: 2030, label: 'Later' }] });
    expect($('path[stroke="#12436D"][fill="white"]')).toHaveLength(1);
    expect($('line[stroke-dasharray="2,3"]')).toHaveLength(1);
    const texts = $('text').toArray().map((text) => $(text).text());
    expect(texts).toContain('New method');
    expect(texts).not.toContain('Later');
    const plain = await parsed({ ...of, series: [{ name: 'UK', points: points.slice(0, 1) }] });
    expect([plain('path[fill="white"]').length, plain('line[stroke-dasharray="2,3"]').length]).toEqual([0, 0]);
  });

  it('names each of several lines at its end, in the palette', async () => {
    const names = ['England', 'Wales', 'Scotland', 'Northern Ireland'];
    const $ = await parsed({ ...chart, path: undefined, target: undefined, milestones: undefined,
      series: names.map((name, index) => ({ name, points: [{ x: 2020, label: '', value: index }, { x: 2021, label: '', value: index }] })) });
    expect($('text').toArray().map((text) => $(text).text())).toEqual(expect.arrayContaining(names));
    for (const colour of ['#12436D', '#28A197', '#801650', '#F46A25']) expect($(`path[stroke="${colour}"]`).length).toBeGreaterThan(0);
  });

  it('draws one lone point', async () => {
    expect((await parsed({ ...chart, path: undefined, target: undefined, milestones: undefined, series: [{ name: 'UK', points: [{ x: 2020, label: '', value: 0 }] }] }))('svg')).toHaveLength(1);
  });

  it('spans a twentieth of the figures at least, so that a change of nothing lies flat', async () => {
    const points = [{ x: 2023.5, label: '', value: 13_448 }, { x: 2024.5, label: '', value: 13_447 }];
    const $ = await parsed({ title: '', subtitle: '', yTitle: '£ million', roundingUnit: 1, series: [{ name: 'UK', points }] });
    // 5% of 13,448 are 672, and an eighth more on each side: 672 × 1.25 = 840 over 260 px, so 1 of it is 0.3 px
    const [from, to] = heightsOf($(LINE).attr('d'));
    expect(Math.abs((to ?? NaN) - (from ?? NaN))).toBeCloseTo(260 / 840, 1);
  });

  it('has no tick between two figures that can be published', async () => {
    const points = [{ x: 2023.5, label: '', value: 3 }, { x: 2024.5, label: '', value: 4 }];
    const $ = await parsed({ title: '', subtitle: '', yTitle: '', roundingUnit: 1, series: [{ name: 'UK', points }] });
    const ticks = $('text').toArray().map((text) => $(text).text()).filter((text) => text !== '' && Number(text) < 100);
    // 4 steps around 3.5 are 1.5 to 5.5, with an eighth more on each side 1 to 6
    expect(ticks).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('draws no line and no band through years without figures; an interval of a lone point stands by itself', async () => {
    const at = (x: number): { x: number; label: string; value: number; lower: number; upper: number } => ({ x, label: '', value: 60 + (x % 3), lower: 59, upper: 63 });
    const $ = await parsed({ title: '', subtitle: '', yTitle: '', series: [{ name: 'UK', points: [2017, 2018, 2019, 2022, 2023, 2026].map(at) }] });
    const lines = $(LINE).toArray().map((line) => ($(line).attr('d') ?? '').split(/[ML]/).length - 1);
    expect(lines.filter((points) => points > 1)).toEqual([3, 2]);
    expect($(BAND).length).toBeGreaterThanOrEqual(2);
    expect($('line[opacity="0.22"]')).toHaveLength(1);
  });

  it('gives the words of its legend whole', async () => {
    const name = 'the regions and nations of the United Kingdom together';
    const $ = await parsed({ ...chart, series: [{ ...chart.series[0], name, points: chart.series[0]?.points ?? [] }] });
    expect($('text').toArray().map((text) => $(text).text())).toContain(name);
    // names too long to stand side by side take one line more
    expect(heightOf($)).toBeGreaterThan(heightOf(await parsed(chart)));
  });

  it('gives the same picture for the same content', async () => {
    expect(await seriesChartSvg(chart)).toBe(await seriesChartSvg(structuredClone(chart)));
  });

  it.each([0, 5])('refuses %d series', async (count) => {
    const series = Array.from({ length: count }, (_, index) => ({ name: String(index), points: [{ x: 2020, label: '', value: 1 }] }));
    await expect(seriesChartSvg({ ...chart, series })).rejects.toThrow(RangeError);
  });
});

describe('decimalYearOf', () => {
  it.each([
    [2019.5, 2019.5],
    ['2024-01-01', 2024],
    // 31 + 29 + 31 + 30 = 121 of 366 days gone
    ['2024-05-01', 2024 + 121 / 366],
  ])('%s is %d', (time, year) => expect(decimalYearOf(time)).toBeCloseTo(year, 9));

  it('refuses what is no date', () => expect(() => decimalYearOf('soon')).toThrow(RangeError));
});

describe('placeLabels', () => {
  it('leaves labels alone that are far apart', () => {
    const ends = [{ name: 'a', x: 1, y: 10 }, { name: 'b', x: 2, y: 90 }];
    expect(placeLabels(ends, [0, 100], 260).map(({ name, y }) => [name, y])).toEqual([['b', 90], ['a', 10]]);
  });

  it('moves them a line apart where they would touch, and never below the axis', () => {
    // 17 px of 170 px over 0 to 100 are 10: c 5, b −5, a −15, all lifted by 15
    const ends = [{ name: 'a', x: 1, y: 3 }, { name: 'b', x: 1, y: 4 }, { name: 'c', x: 1, y: 5 }];
    expect(placeLabels(ends, [0, 100], 170).map(({ name, y }) => [name, y])).toEqual([['c', 20], ['b', 10], ['a', 0]]);
  });
});
