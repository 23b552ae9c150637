import { Injectable } from '@nestjs/common';
import { inBoundedThread, type ThreadLimits } from './bounded-thread.js';
import { inspectFile, type Inspection, type InspectionRequest } from './inspect-file.js';
import { readWorkbook, type WorkbookInspection } from './read-workbook.js';

const LIMITS: ThreadLimits = { milliseconds: 20_000, megabytes: 768 };
/** Looks at the same time; others wait for their turn. */
const MOST_AT_ONCE = 2;

const isSource = import.meta.url.endsWith('.ts');
const tooHard = { code: 'file-too-hard', message: 'The file could not be checked within the time and memory that a check may take. Save it again in a simpler form' };

/** Looks into files in threads, a few at a time: a file that was made to hold a program up holds up nobody. */
@Injectable()
export class FileInspector {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  inspect(request: InspectionRequest): Promise<Inspection> {
    return this.inTurn(async () => {
      // From the sources there is no compiled file that a thread could load.
      if (isSource) return inspectFile(request);
      const inspection = await inBoundedThread<Inspection>({ file: new URL('./inspect-file.worker.js', import.meta.url) }, request, LIMITS);
      return inspection ?? { fault: tooHard, notes: [] };
    });
  }

  /** The cells of a workbook that nothing stands against, for a service that reads them. */
  readWorkbook(path: string): Promise<WorkbookInspection> {
    return this.inTurn(async () => {
      if (isSource) return readWorkbook(path);
      const read = await inBoundedThread<WorkbookInspection>({ file: new URL('./read-workbook.worker.js', import.meta.url) }, path, LIMITS);
      return read ?? { fault: tooHard, sheets: [] };
    });
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= MOST_AT_ONCE) await new Promise<void>((turn) => this.waiting.push(turn));
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}
