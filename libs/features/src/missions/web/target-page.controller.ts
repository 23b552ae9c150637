import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { pastDaysPaths } from '#features/past-days/past-days.paths.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { missionsPaths } from '../missions.paths.js';
import { TargetPageService } from './target-page.service.js';

const VIEW = 'missions/web/views/target-page.njk';
const PAGE = missionsPaths.targetPage(':framework', ':mission', ':target');

/** Registered after the file of figures, whose address ends with `.csv`. */
@Controller()
export class TargetPageController {
  constructor(
    private readonly cache: PageCache,
    private readonly pages: TargetPageService,
  ) {}

  @Get(PAGE)
  @Access('public.read', 'none')
  async show(@Param('framework') framework: string, @Param('mission') mission: string, @Param('target') target: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: VIEW, model: () => this.pages.page(framework, mission, target) });
  }

  @Get(pastDaysPaths.page(PAGE, ':day'))
  @Access('public.read', 'none')
  async past(@Param() { framework, mission, target, day }: Record<'framework' | 'mission' | 'target' | 'day', string>, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: VIEW, model: () => this.pages.past(framework, mission, target, day) });
  }
}
