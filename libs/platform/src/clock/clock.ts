import { Global, Injectable, Module } from '@nestjs/common';

/** Business time. Services take it from here so that tests and replays can set it; SQL never calls now() for it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today's date in London, as `YYYY-MM-DD`. */
  today(): string {
    return londonDate(this.now());
  }
}

/** Made once: a formatter costs as much as a page. */
const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

/** The calendar date in London at an instant, as `YYYY-MM-DD`. */
export function londonDate(instant: Date): string {
  return LONDON.format(instant);
}

@Global()
@Module({ providers: [Clock], exports: [Clock] })
export class ClockModule {}
