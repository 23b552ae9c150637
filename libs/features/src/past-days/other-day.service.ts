import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type ChangingPage } from './changing-pages.queries.js';
import { DaysOfChangeQueries } from './days-of-change.queries.js';
import { pastDayOf, requireSince } from './past-day.js';
import { pastDaysPaths } from './past-days.paths.js';

/** Finds the page of the nearest day on which something changed. */
@Injectable()
export class OtherDayService {
  constructor(
    private readonly days: DaysOfChangeQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * @param page the address of today's page
   * @returns today's page where nothing came after the day, the first day's where nothing came between
   * @throws ApplicationError 404 for what is no day, and for another direction than before and after
   */
  async address(page: string, { since, ...things }: ChangingPage, { day, which }: { day: string; which: string }): Promise<string> {
    if (which !== 'previous' && which !== 'next') throw ApplicationError.notFound('That page');
    const from = pastDayOf(day, this.clock);
    requireSince(from, since);
    const found = await this.days.nearest(which, things, { from: from.on, since, now: this.clock.now(), today: this.clock.today() });
    if (found === null) return which === 'next' ? page : pastDaysPaths.page(page, since);
    return pastDaysPaths.page(page, found);
  }
}
