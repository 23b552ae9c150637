import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { type Contradiction, type ImportReport, type RejectedRow } from './import-report.js';

/** A refusal names this many rows; all of them are in the report. */
const MOST_ROWS_NAMED = 1000;

/** A file that cannot be read any further from here on. */
export class BrokenFile extends Error {
  constructor(readonly fault: RejectedRow) {
    super(fault.reason);
  }
}

/** The refusal of a whole file, with everything that is wrong with it; nothing of it was loaded. */
export class RefusedFile extends ApplicationError {
  constructor(readonly report: ImportReport) {
    const { fileName, rowsRejected, unknownIndicators, dryRun } = report;
    const parts = [
      ...(unknownIndicators.length > 0 ? [`${counted(unknownIndicators.length, 'indicator')} not in the catalogue`] : []),
      ...(rowsRejected > 0 ? [`${counted(rowsRejected, 'row')} at fault`] : []),
    ];
    super('invalid', 'file-refused', `${fileName} was refused (${parts.join(', ')})${dryRun ? '' : '; nothing was loaded'}`, reasonsOf(report));
    this.name = 'RefusedFile';
  }
}

/** Everything that is wrong with a file, in the order in which it should be mended. */
export function reasonsOf({ rejected, rowsRejected, unknownIndicators, contradictions }: ImportReport): Reason[] {
  const indicators = unknownIndicators.map(({ indicator, rows, closest }) => ({
    code: 'unknown-indicator',
    message: `the indicator “${indicator}” (${counted(rows, 'row')}) is not in the catalogue of metrics${closest ? `; did you mean “${closest}”?` : ''}`,
    field: 'indicator',
  }));
  const against = contradictions.filter(({ confirmed }) => !confirmed);
  const single = rejected.filter(({ contradicts }) => !contradicts);
  const rows = single.slice(0, MOST_ROWS_NAMED).map(({ row, column, value, reason }) => ({
    code: 'row-rejected',
    message: `row ${row}${column ? `, ${column}` : ''}${value ? `, “${value}”` : ''}: ${reason}`,
    field: column || 'row',
  }));
  const more = rowsRejected - against.reduce((sum, one) => sum + one.rows, 0) - rows.length;
  return [
    ...indicators,
    ...against.map((one) => ({ code: `${one.kind}-contradicts`, message: contradictionSentence(one), field: one.kind })),
    ...rows,
    ...(more > 0 ? [{ code: 'more-rows-rejected', message: `and ${counted(more, 'more row')} at fault` }] : []),
  ];
}

/** One contradiction in one sentence, with the way to confirm it. */
export function contradictionSentence({ kind, indicator, metric, was, now, rows, firstRow, confirmed }: Contradiction): string {
  const which = `“${indicator}” (${metric}), ${counted(rows, 'row')} from row ${firstRow}`;
  if (kind === 'direction') {
    const says = `${which}: the file’s polarity is ${now}, and by the catalogue ${was}`;
    return confirmed ? `${says}; the catalogue stands, as confirmed` : `${says}. If the catalogue is right, confirm it with --confirm-direction "reason"`;
  }
  const says = `${which}: the ${kind} is “${now}”, and “${was}” by the catalogue`;
  return confirmed
    ? `${says}; the series begins anew, as confirmed`
    : `${says}. If the figures are really published so from now on, the series begins anew: confirm it with --confirm-unit "reason"`;
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`;
}
