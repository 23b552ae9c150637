import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { type PoolClient } from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { Any } from 'typeorm';
import { Area } from '#features/areas/area.entity.js';
import { lockAreas } from '#features/areas/areas.service.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { type NewArea } from './import-registers.js';

const COPY = `COPY observations (metric_id, area_id, period_start, period_months, release_id, value, lower, upper, status, note) FROM STDIN`;

/** Writes lines of figures through COPY on the connection of a transaction, and unknown areas between them. */
export class ObservationsCopy {
  private stream: CopyStreamQuery | undefined;
  private done: Promise<void> | undefined;
  /** What the server said against the lines, from the moment on which it is heard: the stream takes none after it. */
  private failure: Error | undefined;

  private constructor(
    private readonly tx: Transaction,
    private readonly client: PoolClient,
  ) {}

  static async begin(tx: Transaction): Promise<ObservationsCopy> {
    const client: unknown = await tx.manager.queryRunner?.connect();
    if (!client) throw new Error('Figures are loaded in a transaction');
    return new ObservationsCopy(tx, client as PoolClient);
  }

  /** @returns when the server takes more */
  async write(lines: string): Promise<void> {
    if (lines === '') return;
    if (this.failure) throw this.failure;
    const stream = this.stream ?? this.start();
    if (!stream.write(lines)) await Promise.race([once(stream, 'drain'), this.done]);
  }

  /** Nothing else can be asked on the connection before this. @throws whatever the server says against the lines */
  async end(): Promise<void> {
    const { stream, done } = this;
    this.stream = this.done = undefined;
    if (this.failure) throw this.failure;
    stream?.end();
    await done;
  }

  /** @returns them as they are in the register: another import may have added some of them since it was read */
  async addAreas(areas: readonly NewArea[]): Promise<Area[]> {
    await this.end();
    await lockAreas(this.tx);
    await this.tx.manager.query(
      `INSERT INTO areas (code, name, level, country, confirmed, successors)
       SELECT code, name, level, country, false, successors
         FROM jsonb_to_recordset($1::jsonb) AS a (code text, name text, level text, country text, successors text[])
       ON CONFLICT (code) DO NOTHING`,
      [JSON.stringify(areas)],
    );
    return this.tx.repository(Area).findBy({ code: Any(areas.map(({ code }) => code)) });
  }

  private start(): CopyStreamQuery {
    const stream = this.client.query(copyFrom(COPY, { highWaterMark: 1024 * 1024 }));
    this.stream = stream;
    stream.once('error', (error) => (this.failure = error));
    this.done = finished(stream);
    // the fault is thrown by whoever waits next; until then it must not end the process
    this.done.catch(() => undefined);
    return stream;
  }
}
