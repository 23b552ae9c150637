import type { WorkbookCell } from './answer-sheets.js';

/** A sheet as it was read, with what a return takes none of. */
export interface ReadSheet {
  name: string;
  rows: readonly (readonly (WorkbookCell | undefined)[])[];
  /** Cells with formulas: "C5". */
  formulas: readonly string[];
  /** Cells that were merged: "A1:B2". */
  merged: readonly string[];
}
