import { Controller, Get, Param, Res } from '@nestjs/common';
import { type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { departmentsPaths } from '#features/departments/departments.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { placesPaths } from '#features/places/places.paths.js';
import { Clock } from '#platform/clock/clock.js';
import { Settings } from '#platform/config/settings.js';
import { ApplicationError } from '#platform/errors/application-error.js';
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
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  @Get(paths.allFeed)
  @Access('public.read', 'none')
  async all(@Res() response: Response): Promise<void> {
    await this.send(response, {}, () => ({ about: publicChangesWords.feeds.all, path: paths.allFeed, page: paths.list }));
  }

  @Get(paths.missionFeed(':framework', ':mission'))
  @Access('public.read', 'none')
  async mission(@Param('framework') framework: string, @Param('mission') mission: string, @Res() response: Response): Promise<void> {
    await this.send(response, { mission: `${framework}/${mission}` }, ({ names }) => ({ about: names.mission ?? '', path: paths.missionFeed(framework, mission), page: missionsPaths.mission(framework, mission) }));
  }

  @Get(paths.departmentFeed(':slug'))
  @Access('public.read', 'none')
  async department(@Param('slug') slug: string, @Res() response: Response): Promise<void> {
    await this.send(response, { department: slug }, ({ names }) => ({ about: names.department ?? '', path: paths.departmentFeed(slug), page: departmentsPaths.show(slug) }));
  }

  @Get(paths.placeFeed(':code'))
  @Access('public.read', 'none')
  async place(@Param('code') code: string, @Res() response: Response): Promise<void> {
    await this.send(response, { place: code }, ({ names }) => ({ about: names.place ?? '', path: paths.placeFeed(code), page: placesPaths.place(code) }));
  }

  /** Express compares the ETag, and the date where a reader sends that alone, and answers 304. */
  private async send(response: Response, asked: ChangesAsked, subjectOf: (found: ChangesFound) => Parameters<typeof atomOf>[0]): Promise<void> {
    const now = this.clock.now();
    const found = await this.changes.asked({ from: new Date(now.getTime() - YEAR_MS), to: now }, asked);
    if (found.unknown) throw ApplicationError.notFound('That feed');
    response
      .set({ 'Cache-Control': 'public, no-cache', Vary: 'Accept-Encoding', 'Content-Type': 'application/atom+xml; charset=utf-8', 'Last-Modified': updatedOf(found.changes).toUTCString() })
      .send(atomOf(subjectOf(found), found.changes, this.settings.baseUrl));
  }
}
