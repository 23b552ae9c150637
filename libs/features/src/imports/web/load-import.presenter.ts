import { factsOf, rowsAtFault } from '../import-findings.js';
import { type ImportRun } from '../import-run.entity.js';
import { importsPaths } from '../imports.paths.js';
import { importsWords } from '../imports.words.js';
import { counted } from './import-words.js';

export interface LoadValues {
  acceptRejects: string;
  confirmUnit: string;
  confirmDirection: string;
}

/** What is to be decided before a checked file is loaded. */
export interface LoadSection {
  action: string;
  words: typeof importsWords.show.load;
  /** The words of the checkbox; null where no row is at fault. */
  acceptRejects: string | null;
  asksUnit: boolean;
  asksDirection: boolean;
}

/** @returns null where there is nothing to load */
export function presentLoad(run: ImportRun): LoadSection | null {
  const { report } = run;
  const facts = factsOf(run);
  if (!report || facts.alreadyLoaded || facts.rowsToLoad === 0) return null;
  const words = importsWords.show.load;
  const atFault = rowsAtFault(report, run.options);
  return {
    action: importsPaths.load(run.id),
    words,
    acceptRejects: atFault === 0 ? null : words.acceptRejects(counted(atFault), atFault === 1),
    asksUnit: facts.toConfirm.includes('unit'),
    asksDirection: facts.toConfirm.includes('direction'),
  };
}
