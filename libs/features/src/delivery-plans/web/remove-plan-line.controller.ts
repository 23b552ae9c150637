import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { sectionOfList } from '#domain/delivery-plans/delivery-plan-content.js';
import { titleOfLine } from '#domain/delivery-plans/plan-lists.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { seen, type SeenValues } from '#features/submissions/submission-head.presenter.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { deliveryPlansWords as words } from '../delivery-plans.words.js';
import { PlanLinesService } from '../plan-lines.service.js';
import { lineOf } from './edit-plan-line.presenter.js';
import { afterSaving, backToSection, type PlanWritingPage, requireList, writingPage } from './plan-page.presenter.js';

interface RemovePage extends PlanWritingPage {
  what: string;
  cancelHref: string;
  form: FormState<SeenValues>;
}

/** Asks before a line is taken out. */
@Controller()
@UseInterceptors(new KeptTyping({}))
export class RemovePlanLineController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly lines: PlanLinesService,
  ) {}

  @Get(deliveryPlansPaths.removeLine(':id', ':list', ':line'))
  @Access('submission.edit', 'DELIVERY_PLAN_READ')
  @Render('delivery-plans/web/views/remove.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Param('list') text: string, @Param('line') line: string, @Req() request: Request): Promise<RemovePage> {
    const dossier = await this.submissions.dossier(actor, 'delivery-plan', id);
    const list = requireList(text);
    const back = backToSection(id, sectionOfList(list));
    const page = writingPage(dossier, words.lists[list].remove, back);
    const what = titleOfLine(list, lineOf(dossier.content, list, line));
    return { ...page, title: page.title.replace(page.heading, `${page.heading} ${what}`), what, cancelHref: back.href, form: takeFormState(request, seen(dossier)) };
  }

  @Post(deliveryPlansPaths.removeLine(':id', ':list', ':line'))
  @Access('submission.edit', 'DELIVERY_PLAN_SAVED')
  async remove(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Param('list') text: string,
    @Param('line') line: string,
    @Body() { rowVersion }: SeenForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const list = requireList(text);
    await this.lines.remove(actor, { id, rowVersion }, list, line);
    afterSaving(request, response, { text: words.remove.done(words.lists[list].line), href: deliveryPlansPaths.section(id, sectionOfList(list)), id });
  }
}
