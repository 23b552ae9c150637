import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { ReviewDetailQueries } from '../review-detail.queries.js';
import { ReviewNotesService } from '../review-notes.service.js';
import { reviewsPaths } from '../reviews.paths.js';
import { reviewsWords } from '../reviews.words.js';
import { NoteForm } from './review.form.js';
import { reviewFormPage, type ReviewFormPage } from './review-form.presenter.js';
import { ReviewIdPipe } from './review-id.pipe.js';
import { reviewMoves } from './review-moves.presenter.js';

/** A note to the file, for the council alone. */
@Controller()
@UseInterceptors(new KeptTyping({ text: reviewsWords.note.label }))
export class AddNoteController {
  constructor(
    private readonly notes: ReviewNotesService,
    private readonly queries: ReviewDetailQueries,
  ) {}

  @Get(reviewsPaths.note(':id'))
  @Access('review.note', 'none')
  @Render('reviews/web/views/note.njk')
  async form(@Param('id', ReviewIdPipe) id: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<ReviewFormPage<{ text: string }, typeof reviewsWords.note>> {
    const head = await this.queries.head(actor, id);
    if (!reviewMoves(actor, head).note) throw ApplicationError.forbidden(reviewsWords.mayNotReview, 'own-department');
    return reviewFormPage(head, reviewsWords.note, takeFormState(request, { text: '' }));
  }

  @Post(reviewsPaths.note(':id'))
  @Access('review.note', 'REVIEW_NOTE_ADDED')
  async add(@Param('id', ReviewIdPipe) id: string, @CurrentActor() actor: Actor, @Body() form: NoteForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.notes.add(actor, id, form.text);
    request.session.notice = { title: 'Success', text: reviewsWords.note.done };
    response.redirect(303, reviewsPaths.show(id));
  }
}
