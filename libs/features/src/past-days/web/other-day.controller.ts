import { Controller, Get, Param, Res } from '@nestjs/common';
import { type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { alertsPaths } from '#features/alerts/alerts.paths.js';
import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';
import { metricsPaths } from '#features/metrics/metrics.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { type ChangingPage, ChangingPagesQueries } from '../changing-pages.queries.js';
import { pastDaysPaths } from '../past-days.paths.js';
import { OtherDayService } from '../other-day.service.js';

type Names = Record<'framework' | 'mission' | 'target' | 'slug' | 'reference' | 'day' | 'which', string>;

const other = (page: string): string => pastDaysPaths.other(page, ':day', ':which');

/**
 * Sends a reader of an old day's page on to the nearest day on which something changed. The page itself names no such day: what
 * comes after it is not known when it is built, and it may not change.
 */
@Controller()
export class OtherDayController {
  constructor(
    private readonly pages: ChangingPagesQueries,
    private readonly days: OtherDayService,
  ) {}

  @Get(other(frameworksPaths.framework(':framework')))
  @Access('public.read', 'none')
  async framework(@Param() { framework, ...asked }: Names, @Res() response: Response): Promise<void> {
    await this.send(response, asked, frameworksPaths.framework(framework), await this.pages.framework(framework));
  }

  @Get(other(missionsPaths.mission(':framework', ':mission')))
  @Access('public.read', 'none')
  async mission(@Param() { framework, mission, ...asked }: Names, @Res() response: Response): Promise<void> {
    await this.send(response, asked, missionsPaths.mission(framework, mission), await this.pages.framework(framework, mission));
  }

  @Get(other(missionsPaths.targetPage(':framework', ':mission', ':target')))
  @Access('public.read', 'none')
  async target(@Param() { framework, mission, target, ...asked }: Names, @Res() response: Response): Promise<void> {
    await this.send(response, asked, missionsPaths.targetPage(framework, mission, target), await this.pages.framework(framework, mission));
  }

  @Get(other(metricsPaths.metric(':slug')))
  @Access('public.read', 'none')
  async metric(@Param() { slug, ...asked }: Names, @Res() response: Response): Promise<void> {
    await this.send(response, asked, metricsPaths.metric(slug), await this.pages.metric(slug));
  }

  @Get(other(alertsPaths.show(':reference')))
  @Access('public.read', 'none')
  async alert(@Param() { reference, ...asked }: Names, @Res() response: Response): Promise<void> {
    await this.send(response, asked, alertsPaths.show(reference), await this.pages.alert(reference));
  }

  private async send(response: Response, { day, which }: Pick<Names, 'day' | 'which'>, page: string, found: ChangingPage): Promise<void> {
    response.set('Cache-Control', 'no-cache').redirect(303, await this.days.address(page, found, { day, which }));
  }
}
