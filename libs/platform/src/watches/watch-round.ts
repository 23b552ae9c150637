import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { type Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Clock } from '#platform/clock/clock.js';
import { LOGGER } from '#platform/logging/logging.module.js';
import { ItemsFailed } from './each-in-turn.js';
import { WATCH, type Watch } from './watch.js';

/** Whoever holds it runs the round; another worker's round in the same minute is left out. */
const ROUND_LOCK = 'waymark watch round';

/** One look at the clock: every watch in turn. A watch, or one of its items, that fails is logged, and the others run all the same. */
@Injectable()
export class WatchRound {
  private found?: [string, Watch][];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @returns what each watch did, by its name; those that did nothing are left out. Null where another process is at it. */
  async run(): Promise<Record<string, number> | null> {
    const connection = this.dataSource.createQueryRunner();
    try {
      const [{ mine }] = (await connection.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine', [ROUND_LOCK])) as [{ mine: boolean }];
      if (!mine) return null;
      try {
        return await this.each();
      } finally {
        await connection.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [ROUND_LOCK]);
      }
    } finally {
      await connection.release();
    }
  }

  private async each(): Promise<Record<string, number>> {
    const done: Record<string, number> = {};
    for (const [name, watch] of this.watches()) {
      try {
        const count = await watch.run(this.clock.now());
        if (count > 0) done[name] = count;
      } catch (error) {
        if (error instanceof ItemsFailed && error.done > 0) done[name] = error.done;
        done[`${name} failed`] = this.report(name, error);
      }
    }
    if (Object.keys(done).length > 0) this.logger.info({ watches: done }, 'watch round');
    return done;
  }

  /** @returns how many things failed. */
  private report(watch: string, error: unknown): number {
    if (!(error instanceof ItemsFailed)) {
      this.logger.warn({ err: error, watch }, 'watch failed; the next round tries again');
      return 1;
    }
    for (const { item, error: err } of error.failed) this.logger.warn({ err, watch, item }, 'watch failed for an item; the others were done, and the next round tries again');
    return error.failed.length;
  }

  /** By name, so that a round has the same order everywhere. @throws Error when two watches bear one name. */
  private watches(): [string, Watch][] {
    if (this.found) return this.found;
    const found = new Map<string, Watch>();
    for (const { metatype, instance } of this.discovery.getProviders()) {
      const name = metatype ? this.reflector.get<string | undefined>(WATCH, metatype) : undefined;
      if (!name || !instance) continue;
      if (found.has(name) && found.get(name) !== instance) throw new Error(`Two watches are called ${name}`);
      found.set(name, instance as Watch);
    }
    this.found = [...found].sort(([left], [right]) => (left < right ? -1 : 1));
    return this.found;
  }
}
