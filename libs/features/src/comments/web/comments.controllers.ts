import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { forEachKind } from '#features/submissions/kind-controllers.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { commentsPaths } from '../comments.paths.js';
import { CommentsQueries } from '../comments.queries.js';
import { CommentsService } from '../comments.service.js';
import { commentsWords } from '../comments.words.js';
import { CommentForm, CommentsQuery, readComment, ThreadForm } from './comment.forms.js';
import { type CommentsPage, commentsPage, type ThreadPage, threadPage } from './comments.presenter.js';

/** What colleagues of the department say of a draft, section by section. */
export const commentsControllers = forEachKind((kind, noun) => {
  @Controller()
  @UseInterceptors(new KeptTyping({ text: commentsWords.form.text }))
  class CommentsController {
    constructor(
      private readonly submissions: SubmissionsQueries,
      private readonly queries: CommentsQueries,
      private readonly comments: CommentsService,
    ) {}

    @Get(commentsPaths.list(kind, ':id'))
    @Access('submission.comment', `${noun}_READ`)
    @Render('comments/web/views/list.njk')
    async list(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Query() { section }: CommentsQuery, @Req() request: Request): Promise<CommentsPage> {
      const dossier = await this.submissions.dossier(actor, kind, id);
      const threads = await this.queries.threads(actor, dossier.submission);
      return commentsPage(request, dossier, { threads, colleagues: await this.queries.colleagues(actor, dossier.submission), chosen: section });
    }

    @Post(commentsPaths.list(kind, ':id'))
    @Access('submission.comment', 'DRAFT_COMMENTED')
    async comment(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() form: CommentForm, @Req() request: Request, @Res() response: Response): Promise<void> {
      await this.comments.comment(actor, id, readComment(form));
      request.session.notice = { title: 'Success', text: commentsWords.form.done };
      response.redirect(303, commentsPaths.section(kind, id, form.section));
    }

    @Get(commentsPaths.thread(kind, ':id', ':thread'))
    @Access('submission.comment', `${noun}_READ`)
    @Render('comments/web/views/thread.njk')
    async ask(
      @CurrentActor() actor: Actor,
      @SubmissionId() id: string,
      @Param('thread', new ParseUUIDPipe({ errorHttpStatusCode: 404 })) thread: string,
      @Req() request: Request,
    ): Promise<ThreadPage> {
      const dossier = await this.submissions.dossier(actor, kind, id);
      return threadPage(request, dossier, await this.queries.threads(actor, dossier.submission), thread);
    }

    @Post(commentsPaths.thread(kind, ':id', ':thread'))
    @Access('submission.comment', 'DRAFT_COMMENT_CONTINUED')
    async continue(
      @CurrentActor() actor: Actor,
      @SubmissionId() id: string,
      @Param('thread', new ParseUUIDPipe({ errorHttpStatusCode: 404 })) thread: string,
      @Body() { text, then }: ThreadForm,
      @Req() request: Request,
      @Res() response: Response,
    ): Promise<void> {
      await this.comments.continueThread(actor, id, thread, { kind: then, text });
      request.session.notice = { title: 'Success', text: commentsWords.thread.done[then] };
      response.redirect(303, commentsPaths.thread(kind, id, thread));
    }
  }
  return CommentsController;
});
