import type { Refusal } from '#domain/workflow/transition-table.js';
import type { ReportKind } from './report-status.js';

/** A report as somebody opens it. Dates are ISO dates, null where none or no date was typed. */
export interface NewReport {
  kind: ReportKind | null;
  from: string | null;
  to: string | null;
  /** The day by which the law wants it; null where there is none, `invalid` where none could be read. */
  dueOn: string | null | 'invalid';
}

export function newReportBlockers({ kind, from, to, dueOn }: NewReport, today: string): Refusal[] {
  return [
    ...(kind === null ? [{ code: 'kind-missing', message: 'Select the kind of report', field: 'kind' }] : []),
    ...(from === null ? [{ code: 'from-missing', message: 'Enter the first day of the period', field: 'from' }] : []),
    ...(to === null ? [{ code: 'to-missing', message: 'Enter the last day of the period', field: 'to' }] : []),
    ...(from !== null && to !== null && to <= from ? [{ code: 'period-turned', message: 'The last day must be after the first day', field: 'to' }] : []),
    ...(from !== null && from > today ? [{ code: 'period-future', message: 'The period must have begun', field: 'from' }] : []),
    ...(dueOn === 'invalid' ? [{ code: 'due-invalid', message: 'Enter a real date, or leave it empty', field: 'dueOn' }] : []),
    ...(dueOn !== null && dueOn !== 'invalid' && to !== null && dueOn < to ? [{ code: 'due-early', message: 'The statutory date must not be before the end of the period', field: 'dueOn' }] : []),
  ];
}

/** The day as of which facts are assembled: no later than today, no earlier than the period's first day. */
export function asOfBlockers(asOf: string | null, { from, today }: { from: string; today: string }): Refusal[] {
  if (asOf === null) return [{ code: 'as-of-missing', message: 'Enter the day as of which the report is assembled', field: 'asOf' }];
  if (asOf > today) return [{ code: 'as-of-future', message: 'The day must be today or before', field: 'asOf' }];
  return asOf < from ? [{ code: 'as-of-early', message: 'The day must not be before the period', field: 'asOf' }] : [];
}

/** Is the report owed by law and not laid by its day? */
export function isReportOverdue({ dueOn, laidOn }: { dueOn: string | null; laidOn: string | null }, today: string): boolean {
  return dueOn !== null && laidOn === null && today > dueOn;
}
