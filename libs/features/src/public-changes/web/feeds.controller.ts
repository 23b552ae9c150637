import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { departmentsPaths } from '#features/departments/departments.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { placesPaths } from '#features/places/places.paths.js';
import { Clock } from '#platform/clock/clock.js';
import { Settings } from '#platform/config/settings.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { atomOf, updatedOf } from '../changes-feed.js';
import { type ChangesAsked, type ChangesFound, PublicChanges } from '../public-changes.queries.js';
import { publicChangesPaths as paths } from '../public-changes.paths.js';
import { publicChangesWords } from '../public-changes.words.js';

/** How far back a feed goes. Milliseconds. */
const YEAR_MS = 365 * 86_400_000;

/** What changed in public, for feed readers. */
@Controller()
export class FeedsController {
  constructor(
    private readonly changes: PublicChanges,
    private readonly cache: PageCache,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  @Get(paths.allFeed)
  @Access('public.read', 'none')
  async all(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(request, response, {}, () => ({ about: publicChangesWords.feeds.all, path: paths.allFeed, page: paths.list }));
  }

  @Get(paths.missionFeed(':framework', ':mission'))
  @Access('public.read', 'none')
  async mission(@Param('framework') framework: string, @Param('mission') mission: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(request, response, { mission: `${framework}/${mission}` }, ({ names }) => ({ about: names.mission ?? '', path: paths.missionFeed(framework, mission), page: missionsPaths.mission(framework, mission) }));
  }

  @Get(paths.departmentFeed(':slug'))
  @Access('public.read', 'none')
  async department(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(request, response, { department: slug }, ({ names }) => ({ about: names.department ?? '', path: paths.departmentFeed(slug), page: departmentsPaths.show(slug) }));
  }

  @Get(paths.placeFeed(':code'))
  @Access('public.read', 'none')
  async place(@Param('code') code: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(request, response, { place: code }, ({ names }) => ({ about: names.place ?? '', path: paths.placeFeed(code), page: placesPaths.place(code) }));
  }

  /** Who has it already, by its tag or by the date of its newest entry, is answered 304 before anything is looked up. */
  private async send(request: Request, response: Response, asked: ChangesAsked, subjectOf: (found: ChangesFound) => Parameters<typeof atomOf>[0]): Promise<void> {
    const model = async (): Promise<{ text: string; lastModified: Date }> => {
      const now = this.clock.now();
      const found = await this.changes.asked({ from: new Date(now.getTime() - YEAR_MS), to: now }, asked);
      if (found.unknown) throw ApplicationError.notFound('That feed');
      return { text: atomOf(subjectOf(found), found.changes, this.settings.baseUrl), lastModified: updatedOf(found.changes) };
    };
    await this.cache.sendText(request, response, { type: 'application/atom+xml; charset=utf-8', model });
  }
}
