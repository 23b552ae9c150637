import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { Clock } from '#platform/clock/clock.js';
import { boxesOf, dateOfBoxes } from '#platform/pages/date-boxes.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { ReportMovesService } from '../report-moves.service.js';
import { type OpenedReport, reportTitle } from '../report-records.js';
import { reportsPaths as paths } from '../reports.paths.js';
import { ReportsQueries } from '../reports.queries.js';
import { ReportsService } from '../reports.service.js';
import { reportsWords } from '../reports.words.js';
import { MoveReportForm, typedInstant } from './report.forms.js';

type MoveName = 'assemble' | 'open-window' | 'revise' | 'schedule' | 'recall' | 'correct';

interface MoveWords {
  title: string;
  lead: string;
  button: string;
  words?: string;
  date?: string;
  dateHint?: string;
  time?: string;
  timeHint?: string;
}

interface MovePage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: MoveWords;
  whichDate: string;
  form: FormState<{ rowVersion: number; words: string; day: string; month: string; year: string; time: string }>;
}

const DATE_FIELDS: Partial<Record<MoveName, string>> = { assemble: 'asOf', 'open-window': 'closesOn', schedule: 'publishOn' };

/** The moves of a report, each on a page that asks first. */
@Controller()
@UseInterceptors(new KeptTyping(reportsWords.labels))
export class MoveReportController {
  constructor(
    private readonly reports: ReportsQueries,
    private readonly service: ReportsService,
    private readonly moves: ReportMovesService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.assemble(':reference'))
  @Access('report.write', 'none')
  @Render('reports/web/views/move.njk')
  askToAssemble(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<MovePage> {
    return this.page(actor, reference, request, 'assemble');
  }

  @Post(paths.assemble(':reference'))
  @Access('report.write', 'REPORT_ASSEMBLED')
  async assemble(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: MoveReportForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.assemble(actor, seen(reference, form), dateOfBoxes(form));
    done(request, response, reference, 'assemble');
  }

  @Get(paths.openWindow(':reference'))
  @Access('report.write', 'none')
  @Render('reports/web/views/move.njk')
  askToOpenWindow(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<MovePage> {
    return this.page(actor, reference, request, 'open-window');
  }

  @Post(paths.openWindow(':reference'))
  @Access('report.write', 'REPORT_FACT_CHECK_OPENED')
  async openWindow(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: MoveReportForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.moves.openWindow(actor, seen(reference, form), dateOfBoxes(form));
    done(request, response, reference, 'open-window');
  }

  @Get(paths.revise(':reference'))
  @Access('report.write', 'none')
  @Render('reports/web/views/move.njk')
  askToRevise(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<MovePage> {
    return this.page(actor, reference, request, 'revise');
  }

  @Post(paths.revise(':reference'))
  @Access('report.write', 'REPORT_TAKEN_BACK')
  async revise(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: MoveReportForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.moves.revise(actor, seen(reference, form), form.words);
    done(request, response, reference, 'revise');
  }

  @Get(paths.schedule(':reference'))
  @Access('report.publish', 'none')
  @Render('reports/web/views/move.njk')
  askToSchedule(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<MovePage> {
    return this.page(actor, reference, request, 'schedule');
  }

  @Post(paths.schedule(':reference'))
  @Access('report.publish', 'REPORT_PUBLICATION_SET')
  async schedule(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: MoveReportForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.moves.schedule(actor, seen(reference, form), typedInstant(form));
    done(request, response, reference, 'schedule');
  }

  @Get(paths.recall(':reference'))
  @Access('report.publish', 'none')
  @Render('reports/web/views/move.njk')
  askToRecall(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<MovePage> {
    return this.page(actor, reference, request, 'recall');
  }

  @Post(paths.recall(':reference'))
  @Access('report.publish', 'REPORT_PUBLICATION_CALLED_OFF')
  async recall(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: MoveReportForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.moves.recall(actor, seen(reference, form), form.words);
    done(request, response, reference, 'recall');
  }

  @Get(paths.correct(':reference'))
  @Access('report.publish', 'none')
  @Render('reports/web/views/move.njk')
  askToCorrect(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<MovePage> {
    return this.page(actor, reference, request, 'correct');
  }

  @Post(paths.correct(':reference'))
  @Access('report.publish', 'REPORT_CORRECTION_BEGUN')
  async correct(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: MoveReportForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.moves.correct(actor, seen(reference, form), form.words);
    done(request, response, reference, 'correct');
  }

  private async page(actor: Actor, reference: string, request: Request, action: MoveName): Promise<MovePage> {
    const { report } = await this.reports.workspace(actor, reference);
    const words: MoveWords = reportsWords.moves[action];
    const date = boxesOf(action === 'assemble' ? this.clock.today() : null);
    return {
      title: words.title,
      caption: reportTitle(report),
      backLink: { text: 'Back to the workspace', href: paths.show(reference) },
      words,
      whichDate: DATE_FIELDS[action] ?? '',
      form: takeFormState(request, { rowVersion: report.rowVersion, words: '', ...date, time: '' }),
    };
  }
}

function seen(reference: string, { rowVersion }: MoveReportForm): OpenedReport {
  return { reference, rowVersion };
}

function done(request: Request, response: Response, reference: string, action: MoveName): void {
  request.session.notice = { title: 'Success', text: reportsWords.moves[action].done };
  response.redirect(303, paths.show(reference));
}
