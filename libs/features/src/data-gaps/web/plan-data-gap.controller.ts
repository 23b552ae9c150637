import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { DataGapMovesService } from '../data-gap-moves.service.js';
import { dataGapsPaths } from '../data-gaps.paths.js';
import { DataGapsQueries } from '../data-gaps.queries.js';
import { dataGapsWords } from '../data-gaps.words.js';
import { PlanGapForm } from './data-gap.forms.js';
import { type GapFormPage, presentGapForm, requirePosition } from './data-gap-form.presenter.js';

type PlanWords = typeof dataGapsWords.edit & typeof dataGapsWords.plan;

/** The owner's page: plan and resource of a gap that is theirs to close. */
@Controller()
export class PlanDataGapController {
  constructor(
    private readonly moves: DataGapMovesService,
    private readonly gaps: DataGapsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(dataGapsPaths.plan(':reference'))
  @Access('data-gap.plan', 'none')
  @Render('data-gaps/web/views/plan.njk')
  async ask(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<GapFormPage<object, PlanWords>> {
    const gap = await this.gaps.byReference(reference);
    requirePosition(actor, gap, this.clock.today(), 'owner');
    const words = { ...dataGapsWords.edit, ...dataGapsWords.plan };
    const form = takeFormState(request, { plan: gap.plan ?? '', resource: gap.resource ?? '', rowVersion: gap.rowVersion });
    return presentGapForm(gap, { title: words.title, words }, form);
  }

  @Post(dataGapsPaths.plan(':reference'))
  @Access('data-gap.plan', 'DATA_GAP_PLANNED')
  async plan(
    @Param('reference') reference: string,
    @CurrentActor() actor: Actor,
    @Body() form: PlanGapForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.moves.plan(actor, reference, form);
    request.session.notice = { title: 'Success', text: dataGapsWords.plan.done };
    response.redirect(303, dataGapsPaths.show(reference));
  }
}
