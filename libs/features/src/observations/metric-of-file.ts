import { parsePeriod, type Period } from '#domain/observations/period.js';
import { type PeriodReading } from '#domain/observations/year-kind.js';
import { shapeOf } from './cell-text.js';
import { detached, type NamedMetric } from './import-registers.js';

/** A period within this import: its number, and its two columns as COPY takes them. */
export interface PeriodOfFile {
  readonly number: number;
  readonly key: string;
  readonly start: string;
  readonly months: number;
  readonly columns: string;
  /** It begins after the day of the import. */
  readonly future: boolean;
  readonly provisional: boolean;
}

/** What a file's metrics have in common. */
export interface PeriodRules {
  /** ISO date of the import. */
  readonly today: string;
  /** Periods whose figures are provisional, as given with the import. */
  readonly provisional: readonly string[];
}

/** A metric in one file: how its periods are read, what its rows must say, how many there were. */
export class MetricOfFile {
  /** Figures taken. */
  rows = 0;
  /** What the rows must say: as the catalogue does, or as somebody has confirmed. */
  unit: string;
  measure: string;
  readonly higherIsBetter: boolean;
  /** Spellings of its periods, each with one of them. */
  readonly shapes = new Map<string, string>();
  readonly provisionalSeen = new Set<string>();

  private readonly periods = new Map<string, PeriodOfFile>();
  private readonly reading: PeriodReading | undefined;
  private readonly provisional: { text: string; period: Period }[];

  /** @param metric undefined for what the catalogue does not know */
  constructor(
    readonly metric: NamedMetric | undefined,
    /** The text by which the file names it. */
    readonly indicator: string,
    private readonly rules: PeriodRules,
  ) {
    this.unit = metric?.unit ?? '';
    this.measure = metric?.measure ?? '';
    this.higherIsBetter = metric?.direction !== 'lower-is-better';
    this.reading = metric && { yearKind: metric.yearKind, snapshotMonth: metric.snapshotMonth };
    this.provisional = rules.provisional.flatMap((text) => {
      const period = parsePeriod(text, this.reading);
      return period ? [{ text, period }] : [];
    });
  }

  /** @returns undefined where the text is no period, or one of two meanings */
  periodOf(text: string): PeriodOfFile | undefined {
    const known = this.periods.get(text);
    if (known) return known;
    const period = parsePeriod(text, this.reading);
    if (!period) return undefined;
    // two spellings of one period are one period
    const same = this.periods.get(period.key);
    const found = same ?? this.newPeriod(period);
    const shape = shapeOf(text);
    if (!this.shapes.has(shape)) this.shapes.set(shape, detached(text));
    this.periods.set(detached(text), found);
    if (!same) this.periods.set(period.key, found);
    return found;
  }

  private newPeriod({ key, start, end, months }: Period): PeriodOfFile {
    const marked = this.provisional.filter(({ period }) => period.key === key || (period.start <= start && end <= period.end));
    for (const { text } of marked) this.provisionalSeen.add(text);
    return { number: this.periods.size, key, start, months, columns: `${start}\t${months}`, future: start > this.rules.today, provisional: marked.length > 0 };
  }
}
