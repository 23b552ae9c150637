import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { Clock, endOfLondonDay } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { dateOfBoxes } from '#platform/pages/date-boxes.js';
import { PageCache } from '#platform/pages/page-cache.js';
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

/** All that was public of a mission on a day, on one page to print. That of today is kept in memory; of other days there is one each. */
@Controller()
export class HearingPackController {
  constructor(
    private readonly packs: HearingPacksQueries,
    private readonly pages: PageCache,
    private readonly clock: Clock,
  ) {}

  @Get(hearingPacksPaths.pack(':framework', ':mission'))
  @Access('public.read', 'none')
  async show(@Param('framework') framework: string, @Param('mission') mission: string, @Query() asked: AskedDay, @Req() request: Request, @Res() response: Response): Promise<void> {
    const today = this.clock.today();
    const on = dayAsked(asked, today);
    if (on === null || on > today) throw new ApplicationError('not-found', 'no-such-day', hearingPacksWords.dayWrong);
    // of today nothing that is still to come: a release has an hour
    const day = { on, until: on === today ? this.clock.now() : endOfLondonDay(on) };
    const model = async (): Promise<object> => hearingPackPage(await this.packs.facts(framework, mission, day), day, on === today);
    await this.pages.send(request, response, { view: 'hearing-packs/web/views/hearing-pack.njk', model, isOwn: Object.values(asked).some((part) => part !== undefined) });
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
