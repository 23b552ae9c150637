import { Controller, Get, Param, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Actor, may } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { reportsPaths as paths } from '../reports.paths.js';
import { ReportsQueries } from '../reports.queries.js';
import { workspacePage } from './workspace.presenter.js';

/** The council's workspace; for everybody else the way to the latest edition, and nothing where none is out. */
@Controller()
export class ShowReportController {
  constructor(private readonly reports: ReportsQueries) {}

  @Get(paths.show(':reference'))
  @Access('public.read', 'none')
  async show(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Res() response: Response): Promise<void> {
    response.set('Cache-Control', 'private, no-store');
    if (may(actor, 'report.write')) {
      response.render('reports/web/views/workspace.njk', { ...workspacePage(await this.reports.workspace(actor, reference), actor) });
      return;
    }
    const { editions } = await this.reports.published(reference);
    response.redirect(303, paths.edition(reference, editions));
  }
}
