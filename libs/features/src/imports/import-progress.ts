import { type EntityManager } from 'typeorm';

/** How often it is written down at most. Milliseconds. */
const EVERY_MS = 1000;

/**
 * Writes down how far a reading has come, for the page that shows it. On a connection of its own, for the reading's transaction
 * shows nothing before its end; and outside every move, since it is no fact that anybody could want to know later.
 */
export class ImportProgressNotes {
  private last = 0;
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly manager: EntityManager,
    private readonly runId: string,
  ) {}

  note({ bytes, rows }: { bytes: number; rows: number }): void {
    // the machine's own time: business time may stand still in a replay
    const now = performance.now();
    if (now - this.last < EVERY_MS) return;
    this.last = now;
    this.writing = this.write(bytes, rows);
  }

  /** After the last note: nothing is written late over what comes then. */
  async end(): Promise<void> {
    await this.writing;
  }

  private async write(bytes: number, rows: number): Promise<void> {
    const before = this.writing;
    await before;
    // a note that is lost is followed by another; the reading goes on
    await this.manager
      .query('UPDATE import_runs SET progress_bytes = $2, progress_rows = $3 WHERE id = $1', [this.runId, bytes, rows])
      .catch(() => undefined);
  }
}
