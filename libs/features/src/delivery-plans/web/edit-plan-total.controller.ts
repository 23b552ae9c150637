import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { seen, type SeenValues } from '#features/submissions/submission-head.presenter.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { DeliveryPlansService } from '../delivery-plans.service.js';
import { deliveryPlansWords as words } from '../delivery-plans.words.js';
import { PlanTotalForm } from './plan.forms.js';
import { afterSaving, backToSection, type PlanWritingPage, writingPage } from './plan-page.presenter.js';
import { totalLines, type TotalLines } from './plan-totals.presenter.js';
import { amountFrom, amountTyped, millionsFrom } from './typed-amount.js';

type Total = 'funding' | 'staffing';

interface TotalPage extends PlanWritingPage {
  label: string;
  hint: string;
  isMoney: boolean;
  lines: TotalLines;
  form: FormState<SeenValues & { total: string }>;
}

/** The total as the department states it: its own word, held against the sum of the lines. */
@Controller()
@UseInterceptors(new KeptTyping(words.fields))
export class EditPlanTotalController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly plans: DeliveryPlansService,
  ) {}

  @Get(deliveryPlansPaths.total(':id', ':of'))
  @Access('submission.edit', 'DELIVERY_PLAN_READ')
  @Render('delivery-plans/web/views/total.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Param('of') text: string, @Req() request: Request): Promise<TotalPage> {
    const of = requireTotal(text);
    const dossier = await this.submissions.dossier(actor, 'delivery-plan', id);
    const { statedMoneyMillions, statedStaff } = dossier.content;
    const page = writingPage(dossier, words.total.title[of], backToSection(id, of));
    return {
      ...page,
      label: words.total.label[of],
      hint: words.total.hint[of],
      isMoney: of === 'funding',
      lines: totalLines(of, dossier.content),
      form: takeFormState(request, { total: amountTyped(of === 'funding' ? statedMoneyMillions : statedStaff), ...seen(dossier) }),
    };
  }

  @Post(deliveryPlansPaths.total(':id', ':of'))
  @Access('submission.edit', 'DELIVERY_PLAN_SAVED')
  async save(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Param('of') text: string,
    @Body() { rowVersion, then, total }: PlanTotalForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const of = requireTotal(text);
    const amount = of === 'funding' ? millionsFrom(total) : amountFrom(total);
    if (amount === undefined || (amount !== null && amount < 0)) throw ApplicationError.invalid([{ code: 'total-wrong', message: words.total.notNumber[of], field: 'total' }]);
    await this.plans.save(actor, { id, rowVersion }, of === 'funding' ? { statedMoneyMillions: amount } : { statedStaff: amount });
    afterSaving(request, response, { text: words.total.saved, href: deliveryPlansPaths.section(id, of), id, then });
  }
}

/** @throws ApplicationError 404 for a section that has no total. */
function requireTotal(text: string): Total {
  if (text !== 'funding' && text !== 'staffing') throw ApplicationError.notFound(words.aSection);
  return text;
}
