import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { RecommendationsQueries } from '#features/recommendations/recommendations.queries.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type AskingPage, askingPage } from '#platform/pages/asking-page.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { ReportRecommendationsService } from '../report-recommendations.service.js';
import { reportTitle } from '../report-records.js';
import { reportsPaths as paths } from '../reports.paths.js';
import { ReportsQueries } from '../reports.queries.js';
import { recordWords, reportLabels } from '../record.words.js';
import { RecommendForm } from './report.forms.js';

const words = recordWords.recommend;
const VIEW = 'pages/views/asking.njk';

/** What a report recommends, one a page. */
@Controller()
@UseInterceptors(new KeptTyping(reportLabels))
export class RecommendController {
  constructor(
    private readonly reports: ReportsQueries,
    private readonly recommendations: RecommendationsQueries,
    private readonly service: ReportRecommendationsService,
  ) {}

  @Get(paths.recommend(':reference'))
  @Access('report.write', 'none')
  @Render(VIEW)
  async ask(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<AskingPage> {
    const { report, sections } = await this.reports.workspace(actor, reference);
    const bodies = (await this.recommendations.possibleAddressees()).map(({ id, name }) => ({ value: id, text: name }));
    const missions = sections.flatMap(({ mission }) => (mission ? [{ value: mission.id, text: `${mission.number}. ${mission.focusArea}` }] : []));
    return askingPage({
      title: words.add, caption: reportTitle(report), backLink: { text: words.back, href: paths.show(reference) }, lead: [words.lead], button: words.save,
      fields: [
        { kind: 'text', name: 'text', label: words.text },
        { kind: 'select', name: 'addresseeId', label: words.addressee, items: [{ value: '', text: words.choose }, ...bodies] },
        { kind: 'select', name: 'missionId', label: words.mission, items: [{ value: '', text: words.none }, ...missions] },
        { kind: 'line', name: 'answerDays', label: words.days, hint: words.daysHint, classes: 'govuk-input--width-4' },
      ],
      form: takeFormState(request, { text: '', addresseeId: '', missionId: '', answerDays: '40', rowVersion: report.rowVersion }),
    });
  }

  @Post(paths.recommend(':reference'))
  @Access('report.write', 'REPORT_RECOMMENDATION_ADDED')
  async add(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: RecommendForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { text, addresseeId, missionId, answerDays, rowVersion } = form;
    await this.service.add(actor, { reference, rowVersion }, { text, addresseeId, missionId: missionId || null, answerDays: /^\d+$/.test(answerDays.trim()) ? Number(answerDays) : Number.NaN });
    done(request, response, reference, words.saved);
  }

  @Get(paths.unrecommend(':reference', ':id'))
  @Access('report.write', 'none')
  @Render(VIEW)
  async askToRemove(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Param('id') id: string, @Req() request: Request): Promise<AskingPage> {
    const { report } = await this.reports.workspace(actor, reference);
    const found = report.recommendations.find((one) => one.id === id && one.reference === null);
    if (!found) throw ApplicationError.notFound('That recommendation');
    return askingPage({
      title: words.remove, caption: reportTitle(report), backLink: { text: words.back, href: paths.show(reference) }, lead: [words.removeLead], button: words.removeButton, fields: [],
      shown: [{ heading: words.text, text: found.text }], form: takeFormState(request, { rowVersion: report.rowVersion }),
    });
  }

  @Post(paths.unrecommend(':reference', ':id'))
  @Access('report.write', 'REPORT_RECOMMENDATION_REMOVED')
  async remove(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Param('id') id: string, @Body() form: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.remove(actor, { reference, rowVersion: form.rowVersion }, id);
    done(request, response, reference, words.removed);
  }
}

function done(request: Request, response: Response, reference: string, text: string): void {
  request.session.notice = { title: 'Success', text };
  response.redirect(303, paths.show(reference));
}
