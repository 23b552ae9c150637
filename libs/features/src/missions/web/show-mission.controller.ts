import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { MissionPageService } from './mission-page.service.js';

@Controller()
export class ShowMissionController {
  constructor(
    private readonly cache: PageCache,
    private readonly pages: MissionPageService,
  ) {}

  @Get('/frameworks/:framework/missions/:mission')
  @Access('public.read', 'none')
  async show(@Param('framework') framework: string, @Param('mission') mission: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: 'missions/web/views/mission.njk', model: () => this.pages.page(framework, mission) });
  }
}
