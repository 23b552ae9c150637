import { setTimeout as elapse } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { type Logger } from 'pino';
import { LOGGER } from '#platform/logging/logging.module.js';
import { WatchRound } from './watch-round.js';

const EVERY_MS = 60_000;
/** With room below the thirty seconds that an operator gives, beside what the jobs take. */
const LEAVING_MS = 4_000;

/** A round when the worker starts, so that what fell due while nobody was there is done at once, and then one each minute. */
@Injectable()
export class WatchTimer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer?: NodeJS.Timeout;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly round: WatchRound,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.next();
    this.timer = setInterval(() => this.next(), EVERY_MS);
    this.timer.unref();
  }

  /**
   * Waits for the round that is running, since it writes through connections that close next; but not for one that hangs on a queue that is
   * gone: what it has committed stands in the tables, and the next round does the rest.
   */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await Promise.race([this.running, elapse(LEAVING_MS, undefined, { ref: false })]);
  }

  /** One after the other: a round that takes longer than a minute is not run over by the next. */
  private next(): void {
    this.running = this.running.then(() => this.round.run()).catch((error: unknown) => this.logger.warn({ err: error }, 'no watch round; the next minute tries again'));
  }
}
