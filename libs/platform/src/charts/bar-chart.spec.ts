import { describe, expect, it } from '@jest/globals';
import * as cheerio from 'cheerio';
import { type BarChart, barChartSvg } from './bar-chart.js';

const chart: BarChart = {
  title: 'Too much <in one> week', subtitle: 'Reviews to do and what can be done', yTitle: 'reviews', barName: 'Reviews to do', markName: 'Reviewers can do',
  bars: [{ label: '23 Nov', value: 8, mark: 4 }, { label: '30 Nov', value: 2, mark: 4 }, { label: '7 Dec', value: 0, mark: 0 }],
};

async function parsed(of: BarChart): Promise<cheerio.CheerioAPI> {
  return cheerio.load(await barChartSvg(of), { xml: true });
}

describe('barChartSvg', () => {
  it('is one named image without style, class or id', async () => {
    const $ = await parsed(chart);
    expect([$('svg').attr('role'), $('svg').attr('aria-label'), $('svg > title').text()]).toEqual(['img', `${chart.title}. ${chart.subtitle}`, chart.title]);
    expect(await barChartSvg(chart)).not.toMatch(/ (style|id|class|on\w+)=|<style|<script|url\(/);
  });

  it('has a bar as high as its figure and a mark on each', async () => {
    const $ = await parsed(chart);
    const heights = $('path[fill="#12436D"]').toArray().map((bar) => Number(/v([\d.]+)h/.exec($(bar).attr('d') ?? '')?.[1] ?? 0)).filter((height) => height > 0);
    // 8 reaches eight ninths of 260 px: the axis ends an eighth above the highest.
    expect(heights.some((height) => Math.abs(height - (260 * 8) / 9) < 1)).toBe(true);
    expect(heights.some((height) => Math.abs(height - (260 * 2) / 9) < 1)).toBe(true);
    const texts = $('text').toArray().map((text) => $(text).text());
    expect(texts).toEqual(expect.arrayContaining(['23 Nov', '30 Nov', '7 Dec', 'reviews', 'Reviews to do', 'Reviewers can do']));
  });

  it('draws weeks without anything', async () => {
    expect((await parsed({ ...chart, bars: [{ label: '23 Nov', value: 0, mark: 0 }] }))('svg')).toHaveLength(1);
  });
});
