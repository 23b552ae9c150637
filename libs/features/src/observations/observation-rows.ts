import { isAreaCode } from '#domain/observations/area-level.js';
import { CellKeySet } from '#domain/observations/cell-key-set.js';
import { parsePeriod } from '#domain/observations/period.js';
import { parsePublishedNumber } from '#domain/observations/published-number.js';
import { MOST_FAULTS_LISTED, type RejectedRow } from './import-report.js';
import { detached, type ImportRegisters, type NamedArea, type NamedMetric } from './import-registers.js';
import { COLUMNS, type Layout } from './observation-layout.js';

/** A period within this import: its number, and its two columns as COPY takes them. */
interface PeriodOfFile {
  number: number;
  columns: string;
}

/** How many different indicators that the catalogue does not know are told apart. */
const MOST_INDICATORS = 1000;

/**
 * Reads rows: counts them, finds what cannot be taken, and writes the rest as lines of COPY. It is the inner loop of an
 * import, so it makes no object a row and looks everything up in memory.
 */
export class ObservationRows {
  rowsRead = 0;
  rowsWithValue = 0;
  rowsMissing = 0;
  rowsRejected = 0;
  readonly rejected: RejectedRow[] = [];
  readonly unknownIndicators = new Map<string, number>();
  readonly rowsByMetric = new Map<NamedMetric, number>();
  readonly unconfirmed = new Set<NamedArea>();

  private readonly cells = new CellKeySet();
  private readonly periods = new Map<string, PeriodOfFile>();
  private readonly metric: string | undefined;
  private readonly releaseId: number;

  /** @param only the release that the rows belong to, and the slug of the one metric that they may be of, where there is such a rule */
  constructor(
    private readonly layout: Layout,
    private readonly registers: ImportRegisters,
    only: { releaseId: number; metric?: string },
  ) {
    this.metric = only.metric;
    this.releaseId = only.releaseId;
  }

  /** Whether the file must be refused. */
  get refused(): boolean {
    return this.rowsRejected > 0 || this.unknownIndicators.size > 0;
  }

  /** @returns the rows as lines of COPY's text format, in the order of the table's columns */
  read(records: readonly string[][], firstRow: number): string {
    let lines = '';
    for (let index = 0; index < records.length; index++) {
      const record = records[index];
      if (!record || (record.length === 1 && record[0]?.trim() === '')) continue;
      this.rowsRead++;
      lines += this.line(record, firstRow + index) ?? '';
    }
    return lines;
  }

  /** @returns undefined where the row is rejected, or is one of an indicator that the catalogue does not know */
  private line(record: string[], row: number): string | undefined {
    const { layout } = this;
    if (record.length !== COLUMNS.length) {
      return this.reject(row, '', record.join(','), `the row has ${record.length} cells where the header has ${COLUMNS.length}`);
    }
    const indicator = cellOf(record, layout.indicator);
    const metric = this.registers.metrics.get(indicator);
    if (this.hasMetricFault(metric, indicator, record, row)) return undefined;
    const code = cellOf(record, layout.areacd);
    const area = this.registers.areas.get(code);
    if (!area) {
      const nameless = isAreaCode(code) && cellOf(record, layout.areanm) === '';
      return this.reject(row, 'areacd', code, nameless ? 'is not in the register, and the row gives no name' : 'is no area code');
    }
    if (!area.confirmed) this.unconfirmed.add(area);
    const text = cellOf(record, layout.period);
    const period = this.periodOf(text);
    if (!period) return this.reject(row, 'period', text, 'is no period that can be read in one way');
    const value = cellOf(record, layout.observation);
    const lower = cellOf(record, layout.lci_95);
    const upper = cellOf(record, layout.uci_95);
    if (this.hasFigureFault(value, lower, upper, row)) return undefined;
    if (metric && !this.cells.add(metric.number * 2 ** 20 + area.number, period.number)) {
      return this.reject(row, 'period', text, `${indicator} of ${code} is there for this period already`);
    }
    if (value === '') this.rowsMissing++;
    else this.rowsWithValue++;
    if (!metric) return this.countUnknown(indicator);
    this.rowsByMetric.set(metric, (this.rowsByMetric.get(metric) ?? 0) + 1);
    const figures = `${value || '\\N'}\t${lower || '\\N'}\t${upper || '\\N'}`;
    const words = `${textOf(cellOf(record, layout.status))}\t${textOf(cellOf(record, layout.notes))}`;
    return `${metric.id}\t${area.id}\t${period.columns}\t${this.releaseId}\t${figures}\t${words}\n`;
  }

  /** Rejects a row whose metric is not the one asked for, or is measured otherwise than the catalogue says. */
  private hasMetricFault(metric: NamedMetric | undefined, indicator: string, record: string[], row: number): boolean {
    if (!metric) {
      if (indicator === '') this.reject(row, 'indicator', '', 'is blank');
      return indicator === '';
    }
    const unit = cellOf(record, this.layout.unit);
    const measure = cellOf(record, this.layout.measure);
    if (this.metric !== undefined && metric.slug !== this.metric) {
      this.reject(row, 'indicator', indicator, `is ${metric.slug}, and the file is to be for ${this.metric}`);
    } else if (unit !== metric.unit) {
      this.reject(row, 'unit', unit, `${metric.slug} is in “${metric.unit}” by the catalogue`);
    } else if (measure !== metric.measure) {
      this.reject(row, 'measure', measure, `the measure of ${metric.slug} is “${metric.measure}” by the catalogue`);
    } else return false;
    return true;
  }

  /** Rejects a row with something else than numbers, or with its interval upside down. */
  private hasFigureFault(value: string, lower: string, upper: string, row: number): boolean {
    const before = this.rowsRejected;
    const from = lower === '' ? undefined : parsePublishedNumber(lower);
    const to = upper === '' ? undefined : parsePublishedNumber(upper);
    if (value !== '' && parsePublishedNumber(value) === undefined) this.reject(row, 'observation', value, 'is no number');
    else if (lower !== '' && from === undefined) this.reject(row, 'lci_95', lower, 'is no number');
    else if (upper !== '' && to === undefined) this.reject(row, 'uci_95', upper, 'is no number');
    else if (from !== undefined && to !== undefined && from > to) {
      this.reject(row, 'lci_95', lower, `the lower limit is above the upper one, ${upper}`);
    }
    return this.rowsRejected > before;
  }

  private periodOf(text: string): PeriodOfFile | undefined {
    const known = this.periods.get(text);
    if (known) return known;
    const period = parsePeriod(text);
    if (!period) return undefined;
    // two spellings of one period are one period
    const same = this.periods.get(period.key);
    const found = same ?? { number: this.periods.size, columns: `${period.start}\t${period.months}` };
    this.periods.set(detached(text), found);
    if (!same) this.periods.set(period.key, found);
    return found;
  }

  private countUnknown(indicator: string): undefined {
    const rows = this.unknownIndicators.get(indicator);
    if (rows !== undefined) this.unknownIndicators.set(indicator, rows + 1);
    else if (this.unknownIndicators.size < MOST_INDICATORS) this.unknownIndicators.set(detached(indicator), 1);
  }

  private reject(row: number, column: string, value: string, reason: string): undefined {
    this.rowsRejected++;
    if (this.rejected.length >= MOST_FAULTS_LISTED) return;
    this.rejected.push({ row, column, value: detached(value.slice(0, 80)), reason: detached(reason) });
  }
}

/** Cells are trimmed, for names and codes end in blanks here and there; few do, so looking first saves a fifth of the time. */
function cellOf(record: readonly string[], index: number): string {
  const text = record[index] ?? '';
  const blank = text !== '' && (isBlank(text.charCodeAt(0)) || isBlank(text.charCodeAt(text.length - 1)));
  return blank ? text.trim() : text;
}

/** ASCII's blanks, and the one that does not break. */
function isBlank(code: number): boolean {
  return code <= 32 || code === 160;
}

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text as COPY takes it; blank is missing. */
function textOf(text: string): string {
  if (text === '') return '\\N';
  return text.replace(SPECIAL, (character) => ESCAPES[character] ?? character);
}
