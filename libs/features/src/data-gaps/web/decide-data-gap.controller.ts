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
import { DecideGapForm } from './data-gap.forms.js';
import { decisionItems, type GapFormPage, presentGapForm, requirePosition } from './data-gap-form.presenter.js';

type DecidePage = GapFormPage<{ decision: string; reason: string; rowVersion: number }, typeof dataGapsWords.decide> & { choices: object[] };

@Controller()
export class DecideDataGapController {
  constructor(
    private readonly moves: DataGapMovesService,
    private readonly gaps: DataGapsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(dataGapsPaths.decide(':reference'))
  @Access('data-gap.manage', 'none')
  @Render('data-gaps/web/views/decide.njk')
  async ask(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<DecidePage> {
    const gap = await this.gaps.byReference(reference);
    requirePosition(actor, gap, this.clock.today(), 'keeper');
    const words = dataGapsWords.decide;
    const form = takeFormState(request, { decision: '', reason: '', rowVersion: gap.rowVersion });
    const title = gap.state === 'not-to-be-closed' ? words.reopenTitle : words.title;
    return { ...presentGapForm(gap, { title, words }, form), choices: decisionItems(gap, form.values.decision) };
  }

  @Post(dataGapsPaths.decide(':reference'))
  @Access('data-gap.manage', 'DATA_GAP_DECIDED')
  async decide(
    @Param('reference') reference: string,
    @CurrentActor() actor: Actor,
    @Body() form: DecideGapForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.moves.decide(actor, reference, form.decision, form);
    request.session.notice = { title: 'Success', text: dataGapsWords.decide.done };
    response.redirect(303, dataGapsPaths.show(reference));
  }
}
