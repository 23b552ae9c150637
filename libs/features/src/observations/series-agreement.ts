import { type Confirmations } from './import-request.js';
import { type Contradiction } from './import-report.js';
import { detached } from './import-registers.js';
import { type MetricOfFile } from './metric-of-file.js';

/** What a row says against the catalogue, and against the rows before it. */
export interface Disagreement {
  column: 'unit' | 'measure' | 'polarity';
  value: string;
  reason: string;
  /** It is one of a contradiction that is named once for all its rows. */
  counted: boolean;
}

/** Whether the rows of a file measure what the catalogue says, in its unit and its direction. */
export class SeriesAgreement {
  private readonly found = new Map<string, { said: Contradiction; file: MetricOfFile }>();

  constructor(private readonly confirm: Confirmations) {}

  get contradictions(): Contradiction[] {
    // once a unit is confirmed, all rows of the file have it
    return [...this.found.values()].map(({ said, file }) => (said.confirmed && said.kind !== 'direction' ? { ...said, rows: file.rows } : said));
  }

  /** @returns undefined where the row agrees, or somebody has confirmed that it does not */
  ofUnit(file: MetricOfFile, { unit, measure, row }: { unit: string | undefined; measure: string | undefined; row: number }): Disagreement | undefined {
    const { metric } = file;
    if (!metric) return undefined;
    for (const [kind, said] of [['unit', unit], ['measure', measure]] as const) {
      if (said === undefined || sameWords(said, file[kind])) continue;
      const confirmed = this.confirm.unit !== undefined;
      if (confirmed && file.rows > 0) {
        return { column: kind, value: said, reason: `the ${kind} was “${file[kind]}” in the rows before: a file has one`, counted: false };
      }
      this.count(file, { kind, was: metric[kind], now: said, row }, confirmed);
      if (!confirmed) return { column: kind, value: said, reason: byTheCatalogue(kind, metric), counted: true };
      file[kind] = detached(said);
    }
    return undefined;
  }

  /** @param polarity `1` where the file says that higher is better, `-1` where lower is; anything else says nothing */
  ofDirection(file: MetricOfFile, polarity: string, row: number): Disagreement | undefined {
    const higher = polarity === '1' ? true : polarity === '-1' ? false : undefined;
    if (higher === undefined || !file.metric || higher === file.higherIsBetter) return undefined;
    const confirmed = this.confirm.direction !== undefined;
    this.count(file, { kind: 'direction', was: directionWord(file.higherIsBetter), now: directionWord(higher), row }, confirmed);
    if (confirmed) return undefined;
    return { column: 'polarity', value: polarity, reason: `of ${file.metric.slug} ${directionWord(file.higherIsBetter)} by the catalogue`, counted: true };
  }

  private count(file: MetricOfFile, { kind, was, now, row }: { kind: Contradiction['kind']; was: string; now: string; row: number }, confirmed: boolean): void {
    const { metric } = file;
    if (!metric) return;
    const key = `${metric.id}\t${kind}\t${now}`;
    const known = this.found.get(key);
    if (known) known.said.rows++;
    else {
      const text = { metric: metric.slug, metricId: metric.id, indicator: file.indicator, kind, was, now: detached(now) };
      this.found.set(key, { said: { ...text, firstRow: row, rows: 1, confirmed }, file });
    }
  }
}

function byTheCatalogue(kind: 'unit' | 'measure', { slug, unit, measure }: { slug: string; unit: string; measure: string }): string {
  return kind === 'unit' ? `${slug} is in “${unit}” by the catalogue` : `the measure of ${slug} is “${measure}” by the catalogue`;
}

/** Capitals and blanks are no change of unit. */
function sameWords(a: string, b: string): boolean {
  return a === b || plain(a) === plain(b);
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function directionWord(higher: boolean): string {
  return higher ? 'higher is better' : 'lower is better';
}
