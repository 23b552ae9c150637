import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { ReportMovesService } from '../report-moves.service.js';
import { reportTitle } from '../report-records.js';
import { reportsPaths as paths } from '../reports.paths.js';
import { ReportsQueries } from '../reports.queries.js';
import { reportsWords } from '../reports.words.js';
import { MoveReportForm } from './report.forms.js';

type Which = 'drop' | 'drop-correction';

interface DropPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: (typeof reportsWords.moves)[Which];
  form: FormState<{ rowVersion: number; words: string }>;
}

/** A report, or a correction, that nobody wants: dropped with a reason, before anything of it is out. */
@Controller()
@UseInterceptors(new KeptTyping(reportsWords.labels))
export class DropReportController {
  constructor(
    private readonly reports: ReportsQueries,
    private readonly moves: ReportMovesService,
  ) {}

  @Get(paths.drop(':reference'))
  @Access('report.write', 'none')
  @Render('reports/web/views/move.njk')
  async ask(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<DropPage> {
    return this.page(actor, reference, request, 'drop');
  }

  @Post(paths.drop(':reference'))
  @Access('report.write', 'REPORT_DROPPED')
  async drop(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: MoveReportForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.end(actor, reference, form, 'drop');
    done(request, response, reference, 'drop');
  }

  @Get(paths.dropCorrection(':reference'))
  @Access('report.write', 'none')
  @Render('reports/web/views/move.njk')
  async askToDropCorrection(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<DropPage> {
    return this.page(actor, reference, request, 'drop-correction');
  }

  @Post(paths.dropCorrection(':reference'))
  @Access('report.write', 'REPORT_CORRECTION_DROPPED')
  async dropCorrection(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: MoveReportForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.end(actor, reference, form, 'drop-correction');
    done(request, response, reference, 'drop-correction');
  }

  private async end(actor: Actor, reference: string, { rowVersion, words }: MoveReportForm, which: Which): Promise<void> {
    await this.moves.drop(actor, { reference, rowVersion }, words, which);
  }

  private async page(actor: Actor, reference: string, request: Request, which: Which): Promise<DropPage> {
    const { report } = await this.reports.workspace(actor, reference);
    const words = reportsWords.moves[which];
    return { title: words.title, caption: reportTitle(report), backLink: { text: 'Back to the workspace', href: paths.show(reference) }, words, form: takeFormState(request, { rowVersion: report.rowVersion, words: '' }) };
  }
}

function done(request: Request, response: Response, reference: string, which: Which): void {
  request.session.notice = { title: 'Success', text: reportsWords.moves[which].done };
  response.redirect(303, paths.show(reference));
}
