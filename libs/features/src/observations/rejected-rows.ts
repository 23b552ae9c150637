import { detached } from './import-registers.js';
import { MOST_FAULTS_LISTED, MOST_WARNINGS_LISTED, type ReadingWarning, type RejectedRow } from './import-report.js';

/** Characters of rejected rows kept to give them back; beyond, a fault is listed without its cells. */
const MOST_CHARACTERS_KEPT = 2_000_000;

/** What is wrong with rows, and what about them wants a look: all counted, the first ones kept. */
export class RejectedRows {
  count = 0;
  readonly listed: RejectedRow[] = [];
  warningCount = 0;
  readonly warnings: ReadingWarning[] = [];
  private kept = 0;

  reject(record: readonly string[], fault: Omit<RejectedRow, 'cells'>): undefined {
    this.count++;
    if (this.listed.length >= MOST_FAULTS_LISTED) return;
    const kept: RejectedRow = { ...fault, value: detached(fault.value.slice(0, 80)), reason: detached(fault.reason) };
    this.kept += record.reduce((sum, cell) => sum + cell.length, 0);
    if (this.kept <= MOST_CHARACTERS_KEPT) kept.cells = record.map(detached);
    this.listed.push(kept);
  }

  warn(warning: ReadingWarning): void {
    this.warningCount++;
    if (this.warnings.length < MOST_WARNINGS_LISTED) this.warnings.push({ ...warning, text: detached(warning.text) });
  }
}
