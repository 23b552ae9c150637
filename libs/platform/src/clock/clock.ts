import { AsyncLocalStorage } from 'node:async_hooks';
import { Global, Injectable, Module } from '@nestjs/common';

/** The instant that a replay is at; nothing outside of one. */
const replayed = new AsyncLocalStorage<Date>();

/** Business time. Services take it from here so that tests and replays can set it; SQL never calls now() for it. */
@Injectable()
export class Clock {
  now(): Date {
    return replayed.getStore() ?? this.present();
  }

  /** Does something as if it were another instant, for whatever it awaits and for nobody else: how the example gets a past. */
  replay<Result>(instant: Date, work: () => Promise<Result>): Promise<Result> {
    return replayed.run(instant, work);
  }

  /** The instant outside of any replay. */
  present(): Date {
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

/** The last millisecond of a day in London. @param date ISO date */
export function endOfLondonDay(date: string): Date {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000);
  return new Date(londonInstant(next.toISOString().slice(0, 10), '00:00').getTime() - 1);
}

/** The instant of a time of day in London; of the hour that does not exist in spring the one after. @param time `09:30` */
export function londonInstant(date: string, time: string): Date {
  const winter = new Date(`${date}T${time}:00Z`);
  const summer = new Date(winter.getTime() - 3_600_000);
  return LONDON_TIME.format(summer) === time && londonDate(summer) === date ? summer : winter;
}

const LONDON_TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

@Global()
@Module({ providers: [Clock], exports: [Clock] })
export class ClockModule {}
