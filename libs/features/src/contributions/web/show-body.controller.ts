import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { placesPaths } from '#features/places/places.paths.js';
import { Clock } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { contributionsPaths } from '../contributions.paths.js';
import { ContributionsQueries } from '../contributions.queries.js';
import { contributionsWords } from '../contributions.words.js';

const words = contributionsWords.body;

/** What everybody may know of a body's contributions: which are overdue, and how many there were. */
@Controller()
export class ShowBodyController {
  constructor(
    private readonly contributions: ContributionsQueries,
    private readonly clock: Clock,
    private readonly pages: PageCache,
  ) {}

  @Get(contributionsPaths.body(':slug'))
  @Access('public.read', 'none')
  async show(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.send(request, response, { view: 'contributions/web/views/body.njk', model: () => this.page(slug) });
  }

  private async page(slug: string): Promise<object> {
    const { organisation, asked, late, notGiven, declined } = await this.contributions.body(slug);
    const overdue = await this.contributions.overdue({ organisation: slug }, this.clock.today());
    return {
      title: organisation.name,
      caption: words.caption[organisation.kind],
      words,
      placeHref: organisation.areaCode === null ? undefined : placesPaths.place(organisation.areaCode),
      overdue: overdue.map(({ framework, mission, coversLabel, department, dueOn }) => ({
        href: missionsPaths.mission(framework.slug, mission.slug),
        text: words.line(mission.name, coversLabel, department, longDate(dueOn)),
      })),
      facts: [
        { key: words.facts.asked, text: String(asked) },
        { key: words.facts.late, text: String(late) },
        { key: words.facts.notGiven, text: String(notGiven) },
        { key: words.facts.declined, text: String(declined) },
      ],
    };
  }
}
