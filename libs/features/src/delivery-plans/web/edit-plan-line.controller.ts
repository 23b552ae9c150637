import { Body, Controller, Get, Param, Post, Query, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { sectionOfList } from '#domain/delivery-plans/delivery-plan-content.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { deliveryPlansWords as words } from '../delivery-plans.words.js';
import { PlanChoicesQueries } from '../plan-choices.queries.js';
import { PlanLinesService } from '../plan-lines.service.js';
import { linePage, type LinePage } from './edit-plan-line.presenter.js';
import { PlanLineForm } from './plan.forms.js';
import { lineFromForm } from './plan-line-form.js';
import { afterSaving, requireList } from './plan-page.presenter.js';

/** Where the list stands: the line itself may be removed. */
const openAt = ({ params }: Request): string => deliveryPlansPaths.section(String(params['id']), sectionOfList(requireList(String(params['list']))));

/** One line of any list: added, or changed. */
@Controller()
@UseInterceptors(new KeptTyping(words.fields, undefined, { openAt }))
export class EditPlanLineController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly choices: PlanChoicesQueries,
    private readonly lines: PlanLinesService,
  ) {}

  @Get(deliveryPlansPaths.addLine(':id', ':list'))
  @Access('submission.edit', 'DELIVERY_PLAN_READ')
  @Render('delivery-plans/web/views/line.njk')
  async askNew(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Param('list') list: string,
    @Query('policy') policy: unknown,
    @Req() request: Request,
  ): Promise<LinePage> {
    return this.page(actor, request, { id, list, line: undefined, policy: typeof policy === 'string' ? policy : '' });
  }

  @Get(deliveryPlansPaths.line(':id', ':list', ':line'))
  @Access('submission.edit', 'DELIVERY_PLAN_READ')
  @Render('delivery-plans/web/views/line.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Param('list') list: string, @Param('line') line: string, @Req() request: Request): Promise<LinePage> {
    return this.page(actor, request, { id, list, line, policy: '' });
  }

  @Post(deliveryPlansPaths.addLine(':id', ':list'))
  @Access('submission.edit', 'DELIVERY_PLAN_SAVED')
  async add(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Param('list') list: string, @Body() form: PlanLineForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.put(actor, { id, list, line: '' }, form);
    this.goOn(request, response, id, list);
  }

  @Post(deliveryPlansPaths.line(':id', ':list', ':line'))
  @Access('submission.edit', 'DELIVERY_PLAN_SAVED')
  async change(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Param('list') list: string,
    @Param('line') line: string,
    @Body() form: PlanLineForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.put(actor, { id, list, line }, form);
    this.goOn(request, response, id, list);
  }

  private async page(actor: Actor, request: Request, asked: { id: string; list: string; line: string | undefined; policy: string }): Promise<LinePage> {
    const dossier = await this.submissions.dossier(actor, 'delivery-plan', asked.id);
    const list = requireList(asked.list);
    const choices = await this.choices.forList(list, dossier.submission.organisationId);
    return linePage(request, dossier, { list, id: asked.line, policy: asked.policy, choices });
  }

  private async put(actor: Actor, { id, list: text, line }: { id: string; list: string; line: string }, form: PlanLineForm): Promise<void> {
    const list = requireList(text);
    await this.lines.put(actor, { id, rowVersion: form.rowVersion }, list, lineFromForm(list, form, line));
  }

  private goOn(request: Request, response: Response, id: string, text: string): void {
    const list = requireList(text);
    afterSaving(request, response, { text: words.lineSaved(words.lists[list].line), href: deliveryPlansPaths.section(id, sectionOfList(list)), id });
  }
}
