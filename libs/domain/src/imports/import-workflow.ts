import type { Refusal, TransitionTable } from '#domain/workflow/transition-table.js';
import { IMPORT_STATES, type ImportState } from './import-state.js';

/** Statisticians decide what becomes of a file; the system reads it. */
export type ImportPosition = 'statistician' | 'system';

export type ImportAction = 'begin-check' | 'begin-load' | 'finish-check' | 'finish-load' | 'refuse' | 'fail' | 'load' | 'check-again' | 'discard';

/** What a move is judged by: what the check has found, with the move's own input laid over it. */
export interface ImportFacts {
  /** The very same file is a release already. */
  readonly alreadyLoaded: boolean;
  /** Rows that would be loaded, blank ones too. */
  readonly rowsToLoad: number;
  /** Rows at fault, those of unknown indicators too. */
  readonly rowsAtFault: number;
  /** Loads what is left without them. */
  readonly acceptRejects: boolean;
  /** In what the file contradicts the catalogue. */
  readonly toConfirm: readonly Confirmable[];
  /** Why that is right all the same. */
  readonly confirm: Readonly<Partial<Record<Confirmable, string>>>;
}

/** What a statistician may confirm of a file against the catalogue, with a reason that is kept. */
export type Confirmable = 'unit' | 'direction';

type Arrow = TransitionTable<ImportState, ImportAction, ImportPosition, ImportFacts>['transitions'][number];

const bySystem = (from: ImportState, action: ImportAction, to: ImportState, label: string): Arrow => ({ from, action, to, who: 'system', label });

/** The machine broke, or no worker has come to an end in two weeks. */
const gaveUp = (from: ImportState): Arrow => bySystem(from, 'fail', 'failed', 'Failed');

/** The catalogue may know by now what it did not, and a worker may have what it lacked. */
const checkAgain = (from: ImportState, label: string): Arrow => ({ from, action: 'check-again', to: 'uploaded', who: 'statistician', label });

/** By a statistician; and by the system where nobody has come back to the file for two weeks. */
const discard = (from: ImportState): Arrow[] => [
  { from, action: 'discard', to: 'discarded', who: 'statistician', label: 'Discard' },
  { from, action: 'discard', to: 'discarded', who: 'system', label: 'Discarded, for nobody came back to it' },
];

/**
 * The life of an uploaded file. It is checked first, which changes nothing, and loaded when a statistician has seen what would
 * be read; an upload by the API may ask to be loaded at once. It is loaded whole or not at all.
 */
export const IMPORT_WORKFLOW: TransitionTable<ImportState, ImportAction, ImportPosition, ImportFacts> = {
  name: 'import',
  initial: 'uploaded',
  final: ['loaded', 'discarded'],
  states: Object.keys(IMPORT_STATES) as ImportState[],
  transitions: [
    bySystem('uploaded', 'begin-check', 'checking', 'Check'),
    bySystem('uploaded', 'begin-load', 'loading', 'Load'),
    gaveUp('uploaded'),
    bySystem('checking', 'finish-check', 'checked', 'Checked'),
    bySystem('checking', 'refuse', 'refused', 'Refused'),
    gaveUp('checking'),
    { from: 'checked', action: 'load', to: 'loading', who: 'statistician', label: 'Load this file', refuse: loadBlockers },
    checkAgain('checked', 'Check again'),
    ...discard('checked'),
    bySystem('loading', 'finish-load', 'loaded', 'Loaded'),
    bySystem('loading', 'refuse', 'refused', 'Refused'),
    gaveUp('loading'),
    checkAgain('refused', 'Check again'),
    ...discard('refused'),
    checkAgain('failed', 'Try again'),
    ...discard('failed'),
  ],
};

/** Everything that stands against loading a checked file. */
export function loadBlockers({ alreadyLoaded, rowsToLoad, rowsAtFault, acceptRejects, toConfirm, confirm }: ImportFacts): Refusal[] {
  if (alreadyLoaded) return [{ code: 'already-loaded', message: 'This very file is loaded already' }];
  if (rowsToLoad === 0) return [{ code: 'nothing-to-load', message: 'No row of the file can be loaded' }];
  const refusals: Refusal[] = [];
  if (rowsAtFault > 0 && !acceptRejects) {
    const message = `Select that the file is to be loaded without the ${rowsAtFault === 1 ? 'row that is' : `${rowsAtFault.toLocaleString('en-GB')} rows that are`} at fault, or mend the file`;
    refusals.push({ code: 'rejects-not-accepted', message, field: 'acceptRejects' });
  }
  for (const what of toConfirm) if (!confirm[what]?.trim()) refusals.push(REASON_MISSING[what]);
  return refusals;
}

const REASON_MISSING: Readonly<Record<Confirmable, Refusal>> = {
  unit: { code: 'unit-reason-missing', message: 'Enter why the series goes on in another unit or measure', field: 'confirmUnit' },
  direction: { code: 'direction-reason-missing', message: 'Enter why the catalogue’s direction is right', field: 'confirmDirection' },
};
