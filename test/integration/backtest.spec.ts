import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { backtestFolder } from '#features/forecasts/folder-backtest.js';

const HEADER = 'areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes';

/** Twelve areas whose rate rises by about a point a year, each with a wobble of its own; one is new. */
function employment(years: number[]): string {
  const rows = Array.from({ length: 12 }, (_, area) => {
    const from = area === 11 ? years.slice(-4) : years;
    return from.map((year) => {
      const value = (55 + area + (year - 2004) + 0.4 * Math.sin(area * 7 + year * 3)).toFixed(1);
      return `E06${String(area).padStart(6, '0')},Place ${area},Unitary Authority,Employment rate,${year}-01-01/P1Y,${value},Percentage,%,${(Number(value) - 0.4).toFixed(1)},${(Number(value) + 0.4).toFixed(1)},,`;
    });
  }).flat();
  return `${[HEADER, ...rows].join('\n')}\n`;
}

describe('waymark backtest', () => {
  let folder: string;
  let printed: string;
  let rows: Record<string, string>[];
  let frozen: Record<string, { choice: { model: string; widening: number[] }; cells: { horizon: number; fails: boolean }[] }>;
  const run = async (files: string): Promise<string> => {
    const lines: string[] = [];
    const beside = { catalogue: 'example/catalogue/metrics.yml', csv: path.join(folder, 'out.csv'), freeze: path.join(folder, 'out.json'), document: path.join(folder, 'out.md') };
    await backtestFolder(files, beside, { say: (line) => lines.push(`${line}\n`), progress: () => undefined });
    return lines.join('');
  };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'waymark-backtest-'));
    const files = path.join(folder, 'files');
    mkdirSync(path.join(files, 'below'), { recursive: true });
    const years = Array.from({ length: 20 }, (_, index) => 2004 + index);
    writeFileSync(path.join(files, 'below', 'employment.csv'), employment(years));
    writeFileSync(path.join(files, 'old.csv'), employment(years.slice(0, 15)));
    writeFileSync(path.join(files, 'notes.csv'), 'who,what\nme,nothing\n');
    printed = await run(files);
    rows = parse(readFileSync(path.join(folder, 'out.csv'), 'utf8'), { columns: true });
    frozen = JSON.parse(readFileSync(path.join(folder, 'out.json'), 'utf8')) as typeof frozen;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('takes the newest file of a metric, and says what it left out and why', () => {
    expect(printed).toContain(`Read ${path.join('below', 'employment.csv')}: employment-rate\n`);
    expect(printed).toMatch(/Left out old\.csv: of employment-rate, .*employment\.csv is newer or fuller/);
    expect(printed).toMatch(/Left out notes\.csv: .*who, what/);
  });

  it('ends with a line for scripts, of the later origins alone', () => {
    // 11 long series; origins 2019 to 2022 hide 4 + 3 + 2 + 1 years
    const last = printed.trimEnd().split('\n').at(-1) ?? '';
    expect(last).toMatch(/^backtest coverage80 \d+\.\d points 110 brier 0\.\d{3} baserate 0\.\d{3} flat 0\.\d{3} worst employment-rate h[1-4] \d+\.\d$/);
  });

  it('counts every origin and horizon once, those that teach apart from those that test', () => {
    const of = (origins: string, horizon: string) => rows.find((row) => row['origins'] === origins && row['horizon'] === horizon);
    // shown are at least five years, so that the first origin is 2008: 11 years to 2018, and 2023 is the last that can be hidden
    expect([of('to 2018', '1')?.['points'], of('to 2018', '7')?.['points']]).toEqual([String(11 * 11), String(11 * 9)]);
    expect([of('after 2018', '1')?.['points'], of('after 2018', '4')?.['points']]).toEqual(['44', '11']);
    expect(of('after 2018', '1')?.['origin_years']).toBe('2019 2020 2021 2022');
    expect(of('after 2018', '4')?.['coverage80_se_by_origin_year']).toBe('');
  });

  it('lists each series that is too short', () => {
    expect(rows.filter((row) => row['result'] === 'untested: too short').map((row) => row['series'])).toEqual(['E06000011']);
    expect(printed).toContain('employment-rate: 1 of 12 series');
  });

  it('sees a steady rise: a model with drift is chosen, and is nearer than standing still', () => {
    expect(frozen['employment-rate']?.choice.model).toMatch(/drift|trend/);
    const all = rows.find((row) => row['origins'] === 'after 2018' && row['horizon'] === 'all');
    expect(Number(all?.['interval_score'])).toBeLessThan(Number(all?.['interval_score_flat']));
    expect(Number(all?.['brier'])).toBeLessThan(0.1);
  });

  it('writes a document of the same figures, and keeps what people wrote above', async () => {
    const document = path.join(folder, 'out.md');
    const written = readFileSync(document, 'utf8');
    expect(written).toContain(printed.trimEnd().split('\n').at(-1));
    expect(written.match(/^\| employment-rate \|/gm)).toHaveLength(4 + 1 + 7 + 1);
    expect(written).toContain('\n- employment-rate: 1 of 12 series\n');
    writeFileSync(document, `# Ours\n\nWe say so.\n\n${written.replaceAll('holds', 'changed by hand')}`);
    await run(path.join(folder, 'files'));
    expect(readFileSync(document, 'utf8')).toBe(`# Ours\n\nWe say so.\n\n${written}`);
  });

  it('chooses by origins to 2018 alone: what none of them had hidden changes no choice', async () => {
    const files = path.join(folder, 'other');
    mkdirSync(files);
    const chosen = async (figures: string): Promise<unknown> => {
      writeFileSync(path.join(files, 'employment.csv'), figures);
      await run(files);
      return (JSON.parse(readFileSync(path.join(folder, 'out.json'), 'utf8')) as typeof frozen)['employment-rate']?.choice;
    };
    // 2018 is the last origin that teaches, and looks seven years ahead
    const years = Array.from({ length: 23 }, (_, index) => 2004 + index);
    const choice = await chosen(employment(years));
    const wild = (year: number): string => employment(years).replace(new RegExp(`(${year}-01-01/P1Y),[\\d.]+,Percentage,%,[\\d.]+,[\\d.]+`, 'g'), '$1,20,Percentage,%,19.5,20.5');
    expect(await chosen(wild(2026))).toEqual(choice);
    expect(await chosen(wild(2025))).not.toEqual(choice);
  });

  it('refuses what is no folder', async () => {
    await expect(run(path.join(folder, 'none'))).rejects.toThrow('is no folder that can be read');
  });
});
