import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { AbsencesQueries } from '../absences.queries.js';
import { AbsencesService } from '../absences.service.js';
import { reviewersPaths } from '../reviewers.paths.js';
import { reviewersWords } from '../reviewers.words.js';
import { AbsenceForm, AbsenceMoveForm } from './absence.forms.js';
import { absencesPage, type AbsencesPage, addAbsencePage, type AddAbsencePage, cancelAbsencePage, type CancelAbsencePage } from './absences.presenter.js';
import { daysOf, NO_DAYS } from './interest.forms.js';
import { UuidPipe } from '#features/access/uuid.pipe.js';

const words = reviewersWords.absences;

/** Leave of the council's people: who is away when, entered and taken back. */
@Controller()
export class AbsencesController {
  constructor(
    private readonly absences: AbsencesService,
    private readonly queries: AbsencesQueries,
  ) {}

  @Get(reviewersPaths.absences)
  @Access('absence.record', 'none')
  @Render('reviewers/web/views/absences.njk')
  async list(@CurrentActor() actor: Actor): Promise<AbsencesPage> {
    return absencesPage(actor, await this.queries.current(actor));
  }

  @Get(reviewersPaths.newAbsence)
  @Access('absence.record', 'none')
  @Render('reviewers/web/views/add-absence.njk')
  ask(@Req() request: Request): AddAbsencePage {
    return addAbsencePage(takeFormState(request, { scope: 'due-in-it', ...NO_DAYS }));
  }

  @Post(reviewersPaths.newAbsence)
  @Access('absence.record', 'LEAVE_ENTERED')
  async record(@CurrentActor() actor: Actor, @Body() form: AbsenceForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const absence = await this.absences.record(actor, { scope: form.scope, ...daysOf(form) });
    const held = await this.queries.heldIn(absence);
    request.session.notice = { title: reviewersWords.success, text: held.length > 0 ? words.add.done : words.add.doneNothing };
    response.redirect(303, held.length > 0 ? reviewersPaths.spread(absence.id) : reviewersPaths.absences);
  }

  @Get(reviewersPaths.cancelAbsence(':id'))
  @Access('absence.record', 'none')
  @Render('reviewers/web/views/cancel-absence.njk')
  async askCancel(@Param('id', UuidPipe) id: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<CancelAbsencePage> {
    const absence = await this.queries.one(actor, id);
    return cancelAbsencePage(absence, takeFormState(request, { rowVersion: absence.rowVersion }));
  }

  @Post(reviewersPaths.cancelAbsence(':id'))
  @Access('absence.record', 'LEAVE_TAKEN_BACK')
  async cancel(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Body() form: AbsenceMoveForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.absences.cancel(actor, id, form.rowVersion);
    request.session.notice = { title: reviewersWords.success, text: words.cancel.done };
    response.redirect(303, reviewersPaths.absences);
  }
}
