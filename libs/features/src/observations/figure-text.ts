import { statusOfMarker } from '#domain/observations/published-marker.js';
import { parsePublishedNumber } from '#domain/observations/published-number.js';
import { cellOf, withoutSeparators } from './cell-text.js';
import { type ColumnPlan, type FigurePlan } from './layout-header.js';

/**
 * The figure of a row as its cells give it: value and interval as texts of COPY (empty where they are missing) and as
 * numbers (NaN then). One of these serves all rows of an import, which makes no object a row.
 */
export class FigureText {
  value = '';
  lower = '';
  upper = '';
  amount = NaN;
  from = NaN;
  to = NaN;
  /** Of the marker that stood in the value's place. */
  status = '';
  /** The column at fault, the text there, and why; -1 where nothing is wrong. */
  faultColumn = -1;
  faultText = '';
  faultReason = '';

  private number = NaN;
  private text = '';
  private readonly missing: Readonly<Record<string, string>>;
  private readonly thousands: boolean;

  constructor({ layout }: ColumnPlan) {
    this.missing = layout.missing;
    this.thousands = layout.thousands;
  }

  /** @returns whether the cells hold a figure, or a missing one, and an interval the right way up */
  read(record: readonly string[], columns: FigurePlan): boolean {
    this.status = '';
    this.faultColumn = -1;
    if (!this.cell(record, columns.value, true)) return false;
    [this.value, this.amount] = [this.text, this.number];
    if (columns.lower < 0 && columns.upper < 0) {
      this.lower = this.upper = '';
      this.from = this.to = NaN;
      return true;
    }
    if (!this.cell(record, columns.lower, false)) return false;
    [this.lower, this.from] = [this.text, this.number];
    if (!this.cell(record, columns.upper, false)) return false;
    [this.upper, this.to] = [this.text, this.number];
    if (!(this.from > this.to)) return true;
    return this.fault(columns.lower, cellOf(record, columns.lower), `the lower limit is above the upper one, ${this.upper}`);
  }

  /** Does the value stand beyond its own interval by more than rounding explains? Value and limit are both rounded. */
  isOutside(roundingUnit: number): boolean {
    const slack = roundingUnit * 1.000001;
    return this.amount < this.from - slack || this.amount > this.to + slack;
  }

  private cell(record: readonly string[], column: number, isValue: boolean): boolean {
    const text = cellOf(record, column);
    this.text = text;
    this.number = NaN;
    if (text === '') return true;
    const number = parsePublishedNumber(text);
    if (number !== undefined) {
      this.number = number;
      return true;
    }
    return this.otherText(text, column, isValue);
  }

  /** Thousands and markers are rare, so they come last. */
  private otherText(text: string, column: number, isValue: boolean): boolean {
    const plain = this.thousands ? withoutSeparators(text) : undefined;
    const number = plain === undefined ? undefined : parsePublishedNumber(plain);
    if (plain !== undefined && number !== undefined) {
      this.text = plain;
      this.number = number;
      return true;
    }
    const status = statusOfMarker(text, this.missing);
    if (status === undefined) return this.fault(column, text, 'is no number');
    this.text = '';
    if (isValue) this.status = status;
    return true;
  }

  private fault(column: number, text: string, reason: string): false {
    this.faultColumn = column;
    this.faultText = text;
    this.faultReason = reason;
    return false;
  }
}
