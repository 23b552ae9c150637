import { setTimeout as sleep } from 'node:timers/promises';
import { Global, Injectable, Module } from '@nestjs/common';
import { type CsvCell, csvBytes } from '#platform/csv/csv-answer.js';

/** A file whose size is told, and how it is made where nobody knows it yet. */
export interface SizedFile {
  address: string;
  /** Changes when the file does. */
  stamp: string;
  columns: readonly string[];
  rows: () => AsyncIterable<readonly (readonly CsvCell[])[]>;
}

/**
 * How many bytes each download has, by its address, counted once from the file itself: a release never changes, a metric's file changes
 * with its releases. A list is counted again whenever somebody takes it. One file at a time is counted, so that no reader waits for many.
 */
@Injectable()
export class DownloadSizes {
  private readonly known = new Map<string, { stamp: string; bytes: number }>();
  private counting: Promise<void> = Promise.resolve();

  of(address: string): number | undefined {
    return this.known.get(address)?.bytes;
  }

  /** For a file that was made for somebody anyway. */
  remember(address: string, stamp: string, bytes: number): void {
    this.known.set(address, { stamp, bytes });
  }

  /**
   * Counts what is not known, and goes on with it where that takes longer than the caller waits.
   * @returns whether every size is known now
   */
  async count(files: readonly SizedFile[], patienceMs: number): Promise<boolean> {
    const unknown = (): SizedFile[] => files.filter(({ address, stamp }) => this.known.get(address)?.stamp !== stamp);
    if (unknown().length === 0) return true;
    const round = this.counting.then(async () => {
      for (const file of unknown()) await this.countOne(file);
    });
    this.counting = round;
    const over = new AbortController();
    await Promise.race([round, sleep(patienceMs, undefined, { signal: over.signal, ref: false }).catch(() => undefined)]);
    over.abort();
    return unknown().length === 0;
  }

  /** A size that cannot be counted now is not told: the file itself says why when it is asked for. */
  private async countOne({ address, stamp, columns, rows }: SizedFile): Promise<void> {
    try {
      this.remember(address, stamp, await csvBytes(columns, rows()));
    } catch {
      this.known.delete(address);
    }
  }
}

/** For every list's own controller, wherever its room is. */
@Global()
@Module({ providers: [DownloadSizes], exports: [DownloadSizes] })
export class DownloadSizesModule {}
