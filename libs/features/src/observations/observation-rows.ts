import { AreasOfFile, isArea } from './areas-of-file.js';
import { cellOf, copyText } from './cell-text.js';
import { CellKeySet } from '#domain/observations/cell-key-set.js';
import { isStatusInWords, statusOfWords } from '#domain/observations/published-marker.js';
import { FigureText } from './figure-text.js';
import { type FigureRead } from './import-report.js';
import { detached, type ImportRegisters, type NamedArea } from './import-registers.js';
import { type Confirmations } from './import-request.js';
import { type ColumnPlan, type FigurePlan } from './layout-header.js';
import { MetricOfFile, type PeriodOfFile, type PeriodRules } from './metric-of-file.js';
import { RejectedRows } from './rejected-rows.js';
import { SeriesAgreement } from './series-agreement.js';
import { SummedFigures } from './summed-figures.js';

/** What the rows of a file are read by. */
export interface RowRules extends PeriodRules {
  readonly releaseId: number;
  /** Slug of the one metric that they may be of. */
  readonly metric?: string | undefined;
  /** Text of the indicator, and of the period, of all rows, where no column has it. */
  readonly indicator?: string | undefined;
  readonly period?: string | undefined;
  /** All figures are provisional, as a line above the header says. */
  readonly allProvisional: boolean;
  readonly confirm: Confirmations;
  readonly acceptRejects: boolean;
}

/** How many different indicators that the catalogue does not know are told apart. */
const MOST_INDICATORS = 1000;

const FIGURES_SHOWN = 5;

/**
 * Reads rows: counts them, finds what cannot be taken, and writes the rest as lines of COPY. It is the inner loop of an
 * import, so it makes no object a row and looks everything up in memory.
 */
export class ObservationRows {
  rowsRead = 0;
  rowsWithValue = 0;
  rowsMissing = 0;
  figures = 0;
  readonly faults = new RejectedRows();
  readonly agreement: SeriesAgreement;
  readonly unknownIndicators = new Map<string, number>();
  readonly unconfirmed = new Set<NamedArea>();
  readonly metrics = new Map<string, MetricOfFile>();
  readonly preview: FigureRead[] = [];
  /** A footer was met: what follows is no row. */
  private ended = false;
  private readonly cells = new CellKeySet();
  private readonly areas: AreasOfFile;
  private readonly figure: FigureText;
  private readonly sums: SummedFigures | undefined;
  private readonly footer: readonly string[];
  private readonly contains: readonly { text: string; metric: string }[] | undefined;

  constructor(
    private readonly plan: ColumnPlan,
    private readonly registers: ImportRegisters,
    private readonly rules: RowRules,
  ) {
    const { layout } = plan;
    this.areas = new AreasOfFile(plan, registers, isoDay(rules.period));
    this.figure = new FigureText(plan);
    this.sums = layout.repeats === 'sum' ? new SummedFigures() : undefined;
    this.footer = layout.footer;
    this.contains = layout.indicator?.contains;
    this.agreement = new SeriesAgreement(rules.confirm);
  }

  /** Whether the file must be refused. */
  get refused(): boolean {
    if (this.rules.acceptRejects) return this.rowsWithValue + this.rowsMissing === 0 && this.rowsRead > 0;
    return this.faults.count > 0 || this.unknownIndicators.size > 0;
  }

  /** Nothing more can be loaded: a refused file is only read to its end to say all that is wrong with it. */
  get loadsNothing(): boolean {
    return this.refused && !this.rules.acceptRejects;
  }

  /** @returns the rows as lines of COPY's text format, in the order of the table's columns */
  read(records: readonly string[][], firstRow: number): string {
    let lines = '';
    for (let index = 0; index < records.length; index++) {
      const record = records[index];
      if (!record || this.ended || this.isNoRow(record)) continue;
      this.rowsRead++;
      lines += this.line(record, firstRow + index) ?? '';
    }
    return lines;
  }

  /** @returns the lines that only the end of the file completes, and says what only the whole file shows */
  finish(): string {
    for (const { metric, shapes } of this.metrics.values()) {
      if (!metric || shapes.size < 2) continue;
      const text = `${metric.slug} has periods in ${shapes.size} spellings: ${[...shapes.values()].map((one) => `“${one}”`).join(', ')}`;
      this.faults.warn({ kind: 'mixed-periods', row: 0, text, metricId: metric.id });
    }
    for (const text of this.rules.provisional) {
      if ([...this.metrics.values()].some(({ provisionalSeen }) => provisionalSeen.has(text))) continue;
      this.faults.warn({ kind: 'provisional-unused', row: 0, text: `the file has no figures of the period ${text}, which was to be provisional` });
    }
    return this.sums?.lines(this.rules.releaseId) ?? '';
  }

  private isNoRow(record: readonly string[]): boolean {
    if (record.length === 1 && record[0]?.trim() === '') return true;
    if (this.footer.length > 0 && this.footer.some((start) => record[0]?.trim().startsWith(start))) return (this.ended = true);
    return this.plan.layout.trailingBlanks && record.every((cell) => cell.trim() === '');
  }

  /** @returns undefined where the row is rejected, or is one of an indicator that the catalogue does not know */
  private line(record: string[], row: number): string | undefined {
    const { plan, rules } = this;
    if (record.length !== plan.header.length && !this.hasBlankEnd(record)) {
      const reason = `the row has ${record.length} cells where the header has ${plan.header.length}`;
      return this.reject(record, row, -1, record.join(','), reason);
    }
    const { figures } = plan;
    const whole = figures.length === 1;
    const area = this.areas.find(record);
    let lines = '';
    let valued = false;
    // of a wide row all figures are looked at before one is taken
    for (let pass = whole ? 1 : 0; pass < 2; pass++) {
      for (const columns of figures) {
        const metric = this.metricOf(record, columns);
        if (this.hasMetricFault(metric, columns, record, row)) return undefined;
        if (!isArea(area)) return this.reject(record, row, area.column, area.value, area.reason);
        const text = plan.period < 0 ? (rules.period ?? '') : cellOf(record, plan.period);
        const period = metric.periodOf(text);
        if (!period) return this.reject(record, row, plan.period, text, 'is no period that can be read in one way');
        if (!this.figure.read(record, columns)) return this.reject(record, row, this.figure.faultColumn, this.figure.faultText, this.figure.faultReason);
        if (metric.metric && this.sums?.holds({ metric: metric.metric, area, period, amount: this.amount }) === false) {
          return this.reject(record, row, columns.value, cellOf(record, columns.value), `the sum of ${metric.indicator} of ${area.code} is too large a number`);
        }
        if (pass === 0) continue;
        if (!this.isNewCell(metric, area, period)) {
          return this.reject(record, row, plan.period, text, `${metric.indicator} of ${area.code} is there for this period already`);
        }
        if (this.figure.value !== '') valued = true;
        lines += this.taken(metric, area, period, record, row);
      }
    }
    if (isArea(area) && !area.confirmed) this.unconfirmed.add(area);
    if (valued) this.rowsWithValue++;
    else this.rowsMissing++;
    return lines;
  }

  /** Writes the figure just read. */
  private taken(metric: MetricOfFile, area: NamedArea, period: PeriodOfFile, record: readonly string[], row: number): string {
    const { plan, figure } = this;
    if (!metric.metric) {
      this.countUnknown(metric.indicator);
      return '';
    }
    const { id, roundingUnit } = metric.metric;
    const isProvisional = period.provisional || this.rules.allProvisional;
    const said = cellOf(record, plan.status);
    const inWords = isStatusInWords(said);
    const status = (inWords ? statusOfWords(said) : said) || (figure.value === '' ? figure.status : isProvisional ? 'p' : '');
    if (figure.isOutside(roundingUnit)) this.warnOf('outside-interval', `${metric.metric.slug} of ${area.code}, ${period.key}: ${figure.value} lies outside its own interval, ${figure.lower} to ${figure.upper}`, { metric, area, period, row });
    if (period.future) this.warnOf('future-period', `${metric.metric.slug} of ${area.code}: the period ${period.key} has not begun yet`, { metric, area, period, row });
    if (this.preview.length < FIGURES_SHOWN) {
      const { value, lower, upper } = figure;
      this.preview.push({ row, metric: metric.metric.slug, area: `${area.code} ${area.name}`, period: period.key, value, lower, upper, status });
    }
    const isOfKnownSum = this.sums?.add({ metric: metric.metric, area, period, amount: this.amount }) === false;
    if (!isOfKnownSum) {
      metric.rows++;
      this.figures++;
    }
    if (this.sums) return '';
    const figures = `${figure.value || '\\N'}\t${figure.lower || '\\N'}\t${figure.upper || '\\N'}`;
    const note = cellOf(record, plan.notes);
    const words = `${copyText(status)}\t${copyText(inWords ? [said, note].filter((text) => text !== '').join('. ') : note)}`;
    return `${id}\t${area.id}\t${period.columns}\t${this.rules.releaseId}\t${figures}\t${words}\n`;
  }

  /** Of the figure just read; undefined where it is missing. */
  private get amount(): number | undefined {
    return this.figure.value === '' ? undefined : this.figure.amount;
  }

  private isNewCell({ metric }: MetricOfFile, area: NamedArea, period: PeriodOfFile): boolean {
    return !metric || this.sums !== undefined || this.cells.add(metric.number * 2 ** 20 + area.number, period.number);
  }

  private metricOf(record: readonly string[], { metric: slug }: FigurePlan): MetricOfFile {
    const text = slug ?? this.indicatorOf(record);
    const known = this.metrics.get(text);
    if (known) return known;
    const bySlug = slug !== undefined || this.contains !== undefined;
    const metric = bySlug ? this.registers.metricsBySlug.get(text) : this.registers.metrics.get(text);
    const found = new MetricOfFile(metric, detached(text), this.rules);
    // what the catalogue does not know may be of any number
    if (metric || this.metrics.size < MOST_INDICATORS) this.metrics.set(found.indicator, found);
    return found;
  }

  private indicatorOf(record: readonly string[]): string {
    const { indicator } = this.plan;
    const text = indicator < 0 ? (this.rules.indicator ?? '') : cellOf(record, indicator);
    return this.contains?.find((one) => text.includes(one.text))?.metric ?? text;
  }

  /** Rejects a row whose metric is not the one asked for, or is measured otherwise than the catalogue says. */
  private hasMetricFault(file: MetricOfFile, columns: FigurePlan, record: readonly string[], row: number): boolean {
    const { plan, rules } = this;
    const { metric, indicator } = file;
    if (!metric) {
      if (indicator === '') this.reject(record, row, plan.indicator, '', 'is blank');
      else if (rules.acceptRejects) {
        this.countUnknown(indicator);
        this.reject(record, row, plan.indicator, indicator, 'is not in the catalogue of metrics');
      }
      return indicator === '' || rules.acceptRejects;
    }
    if (rules.metric !== undefined && metric.slug !== rules.metric) {
      this.reject(record, row, plan.indicator, indicator, `is ${metric.slug}, and the file is to be for ${rules.metric}`);
      return true;
    }
    const unit = plan.unit < 0 ? columns.unit : cellOf(record, plan.unit);
    const measure = plan.measure < 0 ? columns.measure : cellOf(record, plan.measure);
    const agreesInUnit = (unit === undefined || unit === file.unit) && (measure === undefined || measure === file.measure);
    const against =
      (agreesInUnit ? undefined : this.agreement.ofUnit(file, { unit, measure, row })) ??
      (plan.polarity < 0 ? undefined : this.agreement.ofDirection(file, cellOf(record, plan.polarity), row));
    if (!against) return false;
    const column = plan[against.column];
    this.faults.reject(record, { row, column: plan.header[column] ?? against.column, value: against.value, reason: against.reason, ...(against.counted ? { contradicts: true } : {}) });
    return true;
  }

  /** Cells without a name may follow the last one. */
  private hasBlankEnd(record: readonly string[]): boolean {
    const { layout, header } = this.plan;
    return layout.trailingBlanks && record.length > header.length && record.every((cell, index) => index < header.length || cell.trim() === '');
  }

  private countUnknown(indicator: string): void {
    const rows = this.unknownIndicators.get(indicator);
    if (rows !== undefined) this.unknownIndicators.set(indicator, rows + 1);
    else if (this.unknownIndicators.size < MOST_INDICATORS) this.unknownIndicators.set(detached(indicator), 1);
  }

  private warnOf(kind: 'outside-interval' | 'future-period', text: string, { metric, area, period, row }: { metric: MetricOfFile; area: NamedArea; period: PeriodOfFile; row: number }): void {
    const { start, months } = period;
    this.faults.warn({ kind, row, text, ...(metric.metric ? { metricId: metric.metric.id } : {}), areaId: area.id, period: { start, months } });
  }

  private reject(record: readonly string[], row: number, column: number, value: string, reason: string): undefined {
    this.faults.reject(record, { row, column: this.plan.header[column] ?? '', value, reason });
  }
}

/** The first day of a period of the current spelling; of another spelling nothing is said. */
function isoDay(period: string | undefined): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(period ?? '')?.[0];
}
