import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { Clock, endOfLondonDay } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { dateOfBoxes } from '#platform/pages/date-boxes.js';
import { hearingPacksPaths } from '../hearing-packs.paths.js';
import { HearingPacksQueries } from '../hearing-packs.queries.js';
import { hearingPacksWords } from '../hearing-packs.words.js';
import { hearingPackPage } from './hearing-pack.presenter.js';

/** `?on=2026-11-23`, or the same in three boxes as the page's own form sends it. */
interface AskedDay {
  on?: unknown;
  day?: unknown;
  month?: unknown;
  year?: unknown;
}

/** All that was public of a mission on a day, on one page to print. Not kept in memory: there is one for each day. */
@Controller()
export class HearingPackController {
  constructor(
    private readonly packs: HearingPacksQueries,
    private readonly clock: Clock,
  ) {}

  @Get(hearingPacksPaths.pack(':framework', ':mission'))
  @Access('public.read', 'none')
  async show(@Param('framework') framework: string, @Param('mission') mission: string, @Query() asked: AskedDay, @Res() response: Response): Promise<void> {
    const today = this.clock.today();
    const on = dayAsked(asked, today);
    if (on === null || on > today) throw new ApplicationError('not-found', 'no-such-day', hearingPacksWords.dayWrong);
    // of today nothing that is still to come: a release has an hour
    const day = { on, until: on === today ? this.clock.now() : endOfLondonDay(on) };
    const page = hearingPackPage(await this.packs.facts(framework, mission, day), day, on === today);
    response.set('Cache-Control', 'no-cache').render('hearing-packs/web/views/hearing-pack.njk', { ...page });
  }
}

/** ISO date; null where what was asked for is none. */
function dayAsked({ on, day, month, year }: AskedDay, today: string): string | null {
  const texts = [day, month, year].map((part) => (typeof part === 'string' ? part : ''));
  if (texts.some((part) => part !== '')) return dateOfBoxes({ day: texts[0] ?? '', month: texts[1] ?? '', year: texts[2] ?? '' });
  if (on === undefined || on === '') return today;
  const [, y = '', m = '', d = ''] = typeof on === 'string' ? (/^(\d{4})-(\d{2})-(\d{2})$/.exec(on) ?? []) : [];
  return dateOfBoxes({ day: d, month: m, year: y });
}
