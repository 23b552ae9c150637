import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { reportFindings } from '#domain/reports/report-checks.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { boxesOf } from '#platform/pages/date-boxes.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { checkedReport, reportTitle } from '../report-records.js';
import { reportsPaths as paths } from '../reports.paths.js';
import { ReportsQueries } from '../reports.queries.js';
import { ReportsService } from '../reports.service.js';
import { reportsWords } from '../reports.words.js';
import { DatesForm, optionalDate, WarningForm } from './report.forms.js';

interface WarningPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: typeof reportsWords.warning;
  warning: string;
  form: FormState<{ reason: string; rowVersion: number }>;
}

interface DatesPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: typeof reportsWords.moves.dates;
  names: typeof reportsWords.dates;
  form: FormState<Record<string, string | number>>;
}

/** Warnings that are acknowledged by name, and the dates after publication. */
@Controller()
@UseInterceptors(new KeptTyping(reportsWords.labels))
export class RecordReportController {
  constructor(
    private readonly reports: ReportsQueries,
    private readonly service: ReportsService,
  ) {}

  @Get(paths.warning(':reference', ':key'))
  @Access('report.write', 'none')
  @Render('reports/web/views/warning.njk')
  async askToAcknowledge(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Param('key') key: string, @Req() request: Request): Promise<WarningPage> {
    const { report, sections } = await this.reports.workspace(actor, reference);
    const warning = reportFindings(checkedReport(report, sections, report.framework.reportDuty)).find((finding) => finding.key === key && finding.level === 'warning');
    if (!warning) throw ApplicationError.notFound('That warning');
    return {
      title: reportsWords.warning.title, caption: reportTitle(report), backLink: { text: 'Back to the workspace', href: paths.show(reference) }, words: reportsWords.warning, warning: warning.message,
      form: takeFormState(request, { reason: '', rowVersion: report.rowVersion }),
    };
  }

  @Post(paths.warning(':reference', ':key'))
  @Access('report.write', 'REPORT_WARNING_ACKNOWLEDGED')
  async acknowledge(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Param('key') key: string, @Body() form: WarningForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.acknowledge(actor, { reference, rowVersion: form.rowVersion }, key, form.reason);
    done(request, response, reference, reportsWords.warning.done);
  }

  @Get(paths.dates(':reference'))
  @Access('report.write', 'none')
  @Render('reports/web/views/dates.njk')
  async askForDates(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<DatesPage> {
    const { report } = await this.reports.workspace(actor, reference);
    return {
      title: reportsWords.moves.dates.title, caption: reportTitle(report), backLink: { text: 'Back to the workspace', href: paths.show(reference) }, words: reportsWords.moves.dates, names: reportsWords.dates,
      form: takeFormState<Record<string, string | number>>(request, {
        rowVersion: report.rowVersion, paperNumber: report.paperNumber ?? '', ...boxes('due', report.dueOn), ...boxes('delivered', report.deliveredOn), ...boxes('laid', report.laidOn),
      }),
    };
  }

  @Post(paths.dates(':reference'))
  @Access('report.write', 'REPORT_DATES_RECORDED')
  async recordDates(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: DatesForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const dates = {
      dueOn: optionalDate({ day: form.dueDay, month: form.dueMonth, year: form.dueYear }),
      deliveredOn: optionalDate({ day: form.deliveredDay, month: form.deliveredMonth, year: form.deliveredYear }),
      laidOn: optionalDate({ day: form.laidDay, month: form.laidMonth, year: form.laidYear }),
    };
    const wrong = Object.entries(dates).filter(([, date]) => date === 'invalid');
    if (wrong.length > 0) throw ApplicationError.invalid(wrong.map(([field]) => ({ code: `${field}-invalid`, message: 'Enter a real date, or leave it empty', field })));
    await this.service.recordDates(actor, { reference, rowVersion: form.rowVersion }, { ...dates, paperNumber: form.paperNumber === '' ? null : form.paperNumber });
    done(request, response, reference, reportsWords.moves.dates.done);
  }
}

function boxes(name: string, date: string | null): Record<string, string> {
  const { day, month, year } = boxesOf(date);
  return { [`${name}Day`]: day, [`${name}Month`]: month, [`${name}Year`]: year };
}

function done(request: Request, response: Response, reference: string, text: string): void {
  request.session.notice = { title: 'Success', text };
  response.redirect(303, paths.show(reference));
}
