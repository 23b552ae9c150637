import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor, may } from '#domain/access/permissions.js';
import { REPORT_KINDS } from '#domain/reports/report-status.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { dateOfBoxes } from '#platform/pages/date-boxes.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { reportsPaths as paths } from '../reports.paths.js';
import { ReportsQueries } from '../reports.queries.js';
import { ReportsService } from '../reports.service.js';
import { reportsWords } from '../reports.words.js';
import { NewReportForm, optionalDate } from './report.forms.js';
import { type ReportsListPage, reportsListPage } from './reports-list.presenter.js';

const VIEW = 'reports/web/views/list.njk';

interface NewReportPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof reportsWords.create;
  frameworks: { value: string; text: string; selected: boolean }[];
  kinds: { value: string; text: string; checked: boolean }[];
  form: FormState<NewReportForm>;
}

/** The public list, and the opening of a workspace. */
@Controller()
export class ListReportsController {
  constructor(
    private readonly reports: ReportsQueries,
    private readonly service: ReportsService,
    private readonly cache: PageCache,
    private readonly clock: Clock,
  ) {}

  @Get(paths.list)
  @Access('public.read', 'none')
  async list(@CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    // what the council sees beside the public list is never kept for others
    if (may(actor, 'report.write')) response.set('Cache-Control', 'private, no-store').render(VIEW, { ...(await this.page(true)) });
    else await this.cache.send(request, response, { view: VIEW, model: () => this.page(false) });
  }

  @Get(paths.create)
  @Access('report.write', 'none')
  @Render('reports/web/views/new.njk')
  async ask(@Req() request: Request): Promise<NewReportPage> {
    const form = takeFormState(request, new NewReportForm());
    const frameworks = (await this.reports.frameworks()).filter(({ closedAt }) => closedAt === null).map(({ id, title }) => ({ value: id, text: title }));
    return {
      title: reportsWords.create.title,
      backLink: { text: reportsWords.show.back, href: paths.list },
      words: reportsWords.create,
      frameworks: [{ value: '', text: reportsWords.create.choose }, ...frameworks].map((item) => ({ ...item, selected: item.value === form.values.framework })),
      kinds: Object.entries(REPORT_KINDS).map(([value, text]) => ({ value, text, checked: value === form.values.kind })),
      form,
    };
  }

  @Post(paths.create)
  @Access('report.write', 'REPORT_OPENED')
  async open(@CurrentActor() actor: Actor, @Body() form: NewReportForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const reference = await this.service.open(actor, form.framework, {
      kind: form.kind === '' ? null : form.kind,
      from: dateOfBoxes({ day: form.fromDay, month: form.fromMonth, year: form.fromYear }),
      to: dateOfBoxes({ day: form.toDay, month: form.toMonth, year: form.toYear }),
      dueOn: optionalDate({ day: form.dueDay, month: form.dueMonth, year: form.dueYear }),
    });
    request.session.notice = { title: 'Success', text: reportsWords.create.done };
    response.redirect(303, paths.show(reference));
  }

  private async page(drafts: boolean): Promise<ReportsListPage> {
    return reportsListPage(await this.reports.all(drafts), await this.reports.frameworks(), { today: this.clock.today(), council: drafts });
  }
}
