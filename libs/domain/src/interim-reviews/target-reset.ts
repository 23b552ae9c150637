import { parsePeriod, type Period } from '#domain/observations/period.js';
import { type Refusal } from '#domain/workflow/transition-table.js';

/** What a target asks for now, as far as it can be reset. */
export interface ResettableTarget {
  /** The number of its rule; undefined for a rule that asks for none. */
  readonly value: number | undefined;
  /** Key of the period that decides; undefined where none does. */
  readonly period: string | undefined;
  /** Key of the baseline's period. */
  readonly baseline: string | undefined;
  /** Slug. */
  readonly metric: string | undefined;
}

/** As typed and chosen; what is empty, or as it was, stays as it is. */
export interface TypedReset {
  readonly value: string;
  readonly period: string;
  readonly metric: string;
  readonly reason: string;
  readonly setBy: string;
}

/** What becomes another: only what is another. */
export interface ResetChange {
  readonly value?: number;
  readonly period?: string;
  readonly metric?: string;
}

export const LONGEST_REASON = 5000;
export const LONGEST_SET_BY = 200;

/** The number, the date and the metric that differ from what the target asks now. */
export function resetChange(typed: TypedReset, now: ResettableTarget): ResetChange {
  const value = numberOf(typed.value);
  return {
    ...(value !== undefined && value !== now.value ? { value } : {}),
    ...(typed.period !== '' && typed.period !== now.period ? { period: typed.period } : {}),
    ...(typed.metric !== '' && typed.metric !== now.metric ? { metric: typed.metric } : {}),
  };
}

/** @returns every reason against recording it, each with its field */
export function resetFaults(typed: TypedReset, now: ResettableTarget): Refusal[] {
  const nothing = Object.keys(resetChange(typed, now)).length === 0;
  return [...valueFaults(typed, now, nothing), ...periodFaults(typed.period, now), ...whyFaults(typed)];
}

export function whyFaults({ reason, setBy }: Pick<TypedReset, 'reason' | 'setBy'>): Refusal[] {
  return [
    ...(reason.trim() === '' ? missing('reason', 'Enter why the target was reset; it is published') : reason.length > LONGEST_REASON ? tooLong('reason', LONGEST_REASON) : []),
    ...(setBy.trim() === '' ? missing('setBy', 'Enter who reset the target, and in which document') : setBy.trim().length > LONGEST_SET_BY ? tooLong('setBy', LONGEST_SET_BY) : []),
  ];
}

/** The years that may decide instead: of the same kind as now, after the baseline, to ten years from now. @param today ISO date */
export function periodChoices(now: Pick<ResettableTarget, 'period' | 'baseline'>, today: string): Period[] {
  const { period, baseline } = now;
  if (period === undefined) return [];
  const last = Number(today.slice(0, 4)) + 10;
  const first = Number((baseline ?? today).slice(0, 4)) + 1;
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return years.flatMap((year) => parsePeriod(`${year}${period.slice(4)}`) ?? []);
}

/** The release of another period comes as long after its end as it did. @param released ISO date, that of the period now */
export function releaseOf(period: Period, now: Period, released: string): string {
  const lag = Date.parse(`${released}T00:00:00Z`) - Date.parse(`${now.end}T00:00:00Z`);
  return new Date(Date.parse(`${period.end}T00:00:00Z`) + lag).toISOString().slice(0, 10);
}

export function numberOf(typed: string): number | undefined {
  const text = typed.trim().replaceAll(',', '').replace('−', '-');
  return text === '' || !Number.isFinite(Number(text)) ? undefined : Number(text);
}

function valueFaults({ value: typed }: TypedReset, { value: before }: ResettableTarget, nothing: boolean): Refusal[] {
  if (before === undefined) return nothing ? [{ code: 'unchanged', message: 'Select another date or another metric; the target asks for no number', field: 'period' }] : [];
  if (typed.trim() !== '' && numberOf(typed) === undefined) return missing('value', 'Enter what the target asks for now, as a number');
  if (!nothing) return [];
  return typed.trim() === ''
    ? missing('value', 'Enter what the target asks for now, or select another date or another metric')
    : [{ code: 'unchanged', message: 'This is what the target asks for already: change the number, the date or the metric', field: 'value' }];
}

function periodFaults(period: string, now: ResettableTarget): Refusal[] {
  if (period === '' || period === now.period) return [];
  const [parsed, old, baseline] = [period, now.period, now.baseline].map((key) => (key === undefined ? undefined : parsePeriod(key)));
  if (!parsed || parsed.months !== old?.months || period.slice(4) !== now.period?.slice(4) || (baseline && parsed.start <= baseline.start)) {
    return [{ code: 'period-wrong', message: 'Select the year that decides from the list', field: 'period' }];
  }
  return [];
}

function missing(field: string, message: string): Refusal[] {
  return [{ code: `${field}-missing`, message, field }];
}

function tooLong(field: string, most: number): Refusal[] {
  return [{ code: 'too-long', message: `Enter ${most.toLocaleString('en-GB')} characters or fewer`, field }];
}
