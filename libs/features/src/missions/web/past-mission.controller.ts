import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { pastDaysPaths } from '#features/past-days/past-days.paths.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { missionsPaths } from '../missions.paths.js';
import { PastMissionPageService } from './past-mission-page.service.js';

@Controller()
export class PastMissionController {
  constructor(
    private readonly cache: PageCache,
    private readonly pages: PastMissionPageService,
  ) {}

  @Get(pastDaysPaths.page(missionsPaths.mission(':framework', ':mission'), ':day'))
  @Access('public.read', 'none')
  async show(@Param('framework') framework: string, @Param('mission') mission: string, @Param('day') day: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: 'missions/web/views/mission.njk', model: () => this.pages.page(framework, mission, day) });
  }
}
