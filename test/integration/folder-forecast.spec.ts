import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { forecastFolder } from '#features/forecasts/folder-forecast.js';

const HEADER = 'areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes';

/** Eight areas that rise by about a point a year to 2023; the seventh ends in 2021, the last has a single figure. */
function employment(): string {
  const rows = Array.from({ length: 8 }, (_, area) =>
    Array.from({ length: area === 7 ? 1 : area === 6 ? 10 : 12 }, (_year, index) => {
      const value = 55 + area + index + 0.4 * Math.sin(area * 7 + index * 3);
      return `E06${String(area).padStart(6, '0')},Place ${area},Unitary Authority,Employment rate,${2012 + index}-01-01/P1Y,${value.toFixed(1)},Percentage,%,${(value - 0.4).toFixed(1)},${(value + 0.4).toFixed(1)},,`;
    }),
  ).flat();
  return `${[HEADER, ...rows].join('\n')}\n`;
}

describe('waymark forecast', () => {
  let folder: string;
  let printed: string[];
  let rows: Record<string, string>[];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'waymark-forecast-'));
    writeFileSync(path.join(folder, 'employment.csv'), employment());
    printed = [];
    const csv = path.join(folder, 'forecasts.txt');
    await forecastFolder(folder, { catalogue: 'example/catalogue/metrics.yml', csv, ahead: 3 }, { say: (line) => printed.push(line), progress: () => undefined });
    rows = parse(readFileSync(csv, 'utf8'), { columns: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('gives each series from its own last figure, and names those with too few', () => {
    expect(rows).toHaveLength(7 * 3);
    const of = (code: string): Record<string, string>[] => rows.filter(({ area_code: each }) => each === code);
    expect(of('E06000000').map(({ latest_period: latest, period, periods_ahead: ahead }) => [latest, period, ahead])).toEqual([['2023-01-01/P1Y', '2024', '1'], ['2023-01-01/P1Y', '2025', '2'], ['2023-01-01/P1Y', '2026', '3']]);
    expect(of('E06000006')[0]).toMatchObject({ latest_period: '2021-01-01/P1Y', period: '2022' });
    expect(of('E06000007')).toEqual([]);
    expect(printed.join('\n')).toContain('employment-rate: 7 series forecast, 1 with too few figures');
  });

  it('has its five quantiles in order, and says what the test of the horizon found', () => {
    for (const row of rows) {
      const quantiles = ['p10', 'p25', 'p50', 'p75', 'p90'].map((name) => Number(row[name]));
      expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b));
      expect(['held', 'fails', 'untested']).toContain(row['test_of_horizon']);
    }
  });

  it('ends with a line for scripts', () => {
    expect(printed.at(-1)).toMatch(/^forecast series 7 seconds \d+\.\d per1000 \d+\.\d{3}$/);
  });

  it('refuses what is no folder', async () => {
    await expect(forecastFolder(path.join(folder, 'none'), { catalogue: '', csv: '', ahead: 1 }, { say: () => undefined, progress: () => undefined })).rejects.toThrow('is no folder that can be read');
  });
});
