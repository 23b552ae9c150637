import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { type Logger } from 'pino';
import { LOGGER } from '#platform/logging/logging.module.js';
import { WatchRound } from './watch-round.js';

const EVERY_MS = 60_000;

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

  /** Waits for the round that is running: it writes through connections that close next. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** One after the other: a round that takes longer than a minute is not run over by the next. */
  private next(): void {
    this.running = this.running.then(() => this.round.run()).catch((error: unknown) => this.logger.warn({ err: error }, 'no watch round; the next minute tries again'));
  }
}
