import { type Confirmable, type ImportFacts } from '#domain/imports/import-workflow.js';
import { type Contradiction, type ImportReport } from '#features/observations/import-report.js';
import { type ImportOptions, type ImportRun } from './import-run.entity.js';

/** What stands for or against loading, from what the reading by these options has found. */
export function factsOf({ report, options }: Pick<ImportRun, 'report' | 'options'>): ImportFacts {
  const open = report ? openContradictions(report) : [];
  return {
    alreadyLoaded: report?.alreadyLoaded ?? false,
    rowsToLoad: report ? report.figures + rowsOf(open) : 0,
    rowsAtFault: report ? rowsAtFault(report, options) : 0,
    acceptRejects: options.acceptRejects ?? false,
    toConfirm: [...new Set(open.map(confirmableOf))],
    confirm: options.confirm ?? {},
  };
}

/** Rows at fault for themselves; those of a contradiction are right or wrong together, and are confirmed and not accepted. */
export function rowsAtFault(report: ImportReport, { acceptRejects }: Pick<ImportOptions, 'acceptRejects'>): number {
  // a reading that was told to go on without them has rejected the rows of unknown indicators too
  const unknown = acceptRejects ? 0 : rowsOf(report.unknownIndicators);
  return report.rowsRejected - rowsOf(openContradictions(report)) + unknown;
}

/** A measure goes with its unit. */
export function confirmableOf({ kind }: Contradiction): Confirmable {
  return kind === 'direction' ? 'direction' : 'unit';
}

function openContradictions({ contradictions }: ImportReport): Contradiction[] {
  return contradictions.filter(({ confirmed }) => !confirmed);
}

function rowsOf(counted: readonly { rows: number }[]): number {
  return counted.reduce((sum, { rows }) => sum + rows, 0);
}
