import { Controller, Get, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { statementsPaths } from '../statements.paths.js';
import { MethodPageService } from './method-page.service.js';

@Controller()
export class MethodController {
  constructor(
    private readonly cache: PageCache,
    private readonly pages: MethodPageService,
  ) {}

  @Get(statementsPaths.method)
  @Access('public.read', 'none')
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.cache.send(request, response, { view: 'statements/web/views/statement.njk', model: () => this.pages.page() });
  }
}
