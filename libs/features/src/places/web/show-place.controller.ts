import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { placesPaths } from '../places.paths.js';
import { PlacePageService } from './place-page.service.js';

@Controller()
export class ShowPlaceController {
  constructor(
    private readonly cache: PageCache,
    private readonly pages: PlacePageService,
  ) {}

  @Get(placesPaths.place(':code'))
  @Access('public.read', 'none')
  async show(@Param('code') code: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: 'places/web/views/show.njk', model: () => this.pages.page(code) });
  }
}
