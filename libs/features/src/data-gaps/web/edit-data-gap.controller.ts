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
import { EditGapForm, gapEditOf } from './data-gap.forms.js';
import { type EditValues, editValues, type GapFormPage, ownerItems, presentGapForm, requirePosition } from './data-gap-form.presenter.js';

type EditPage = GapFormPage<EditValues, typeof dataGapsWords.edit> & { owners: object[] };

@Controller()
export class EditDataGapController {
  constructor(
    private readonly moves: DataGapMovesService,
    private readonly gaps: DataGapsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(dataGapsPaths.edit(':reference'))
  @Access('data-gap.manage', 'none')
  @Render('data-gaps/web/views/edit.njk')
  async ask(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<EditPage> {
    const gap = await this.gaps.byReference(reference);
    const today = this.clock.today();
    requirePosition(actor, gap, today, 'keeper');
    const words = dataGapsWords.edit;
    const form = takeFormState(request, editValues(gap));
    return { ...presentGapForm(gap, { title: words.title, words }, form), owners: ownerItems(gap, await this.gaps.possibleOwners(), form.values.ownerId, today) };
  }

  @Post(dataGapsPaths.edit(':reference'))
  @Access('data-gap.manage', 'DATA_GAP_CHANGED')
  async edit(
    @Param('reference') reference: string,
    @CurrentActor() actor: Actor,
    @Body() form: EditGapForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.moves.edit(actor, reference, gapEditOf(form));
    request.session.notice = { title: 'Success', text: dataGapsWords.edit.done };
    response.redirect(303, dataGapsPaths.show(reference));
  }
}
