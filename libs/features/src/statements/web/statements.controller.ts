import { Controller, Get, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { Settings } from '#platform/config/settings.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { type StatementPage } from '../statement.js';
import { statementsPaths } from '../statements.paths.js';
import { accessibilityStatement, cookiesStatement, privacyStatement } from '../statements.words.js';

const VIEW = 'statements/web/views/statement.njk';

/** Pages that say what the law asks every public site to say. */
@Controller()
export class StatementsController {
  constructor(
    private readonly settings: Settings,
    private readonly pages: PageCache,
  ) {}

  @Get(statementsPaths.accessibility)
  @Access('public.read', 'none')
  async accessibility(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(request, response, accessibilityStatement);
  }

  @Get(statementsPaths.cookies)
  @Access('public.read', 'none')
  async cookies(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(request, response, cookiesStatement(this.settings.isHttps ? '__Host-waymark' : 'waymark'));
  }

  @Get(statementsPaths.privacy)
  @Access('public.read', 'none')
  async privacy(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(request, response, privacyStatement);
  }

  private async send(request: Request, response: Response, statement: StatementPage): Promise<void> {
    await this.pages.send(request, response, { view: VIEW, model: () => Promise.resolve(statement) });
  }
}
