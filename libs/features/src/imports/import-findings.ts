import { type EntityManager } from 'typeorm';
import { type Confirmable, type ImportFacts } from '#domain/imports/import-workflow.js';
import { type Contradiction, type ImportReport } from '#features/observations/import-report.js';
import { type ImportOptions } from './import-run.entity.js';

/** A report without its rows at fault, which may be long. */
export type Findings = Omit<ImportReport, 'rejected'>;

/** What the last reading of a run found; null where it was not read yet. */
export async function findingsIn(manager: EntityManager, runId: string): Promise<Findings | null> {
  const [run]: { findings: Findings | null }[] = await manager.query(`SELECT report - 'rejected' AS findings FROM import_runs WHERE id = $1`, [runId]);
  return run?.findings ?? null;
}

/** What stands for or against loading, from what the reading by these options has found. */
export function factsOf({ report, options }: { report: Findings | null; options: ImportOptions }): ImportFacts {
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
export function rowsAtFault(report: Findings, { acceptRejects }: Pick<ImportOptions, 'acceptRejects'>): number {
  // a reading that was told to go on without them has rejected the rows of unknown indicators too
  const unknown = acceptRejects ? 0 : rowsOf(report.unknownIndicators);
  return report.rowsRejected - rowsOf(openContradictions(report)) + unknown;
}

/** A measure goes with its unit. */
export function confirmableOf({ kind }: Contradiction): Confirmable {
  return kind === 'direction' ? 'direction' : 'unit';
}

function openContradictions({ contradictions }: Findings): Contradiction[] {
  return contradictions.filter(({ confirmed }) => !confirmed);
}

function rowsOf(counted: readonly { rows: number }[]): number {
  return counted.reduce((sum, { rows }) => sum + rows, 0);
}
