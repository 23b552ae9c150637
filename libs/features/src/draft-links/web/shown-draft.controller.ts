import { Body, Controller, Get, Param, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Access } from '#features/access/route-access.decorator.js';
import { SubmissionPages } from '#features/submissions/submission-pages.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { draftLinksPaths } from '../draft-links.paths.js';
import { draftLinksWords as words } from '../draft-links.words.js';
import { isDeadLink, ShownDrafts } from '../shown-drafts.service.js';
import { readVisitorsComment, VisitorsCommentForm } from './draft-link.forms.js';
import { KeptOutOfSight } from './kept-out-of-sight.interceptor.js';
import { goneDraftPage, shownDraftPage } from './shown-draft.presenter.js';

/** The draft for whoever has the link. */
@Controller()
@UseInterceptors(new KeptOutOfSight())
export class ShownDraftController {
  constructor(
    private readonly drafts: ShownDrafts,
    private readonly pages: SubmissionPages,
  ) {}

  @Get(draftLinksPaths.draft(':secret'))
  @Access('public.read', 'DRAFT_LINK_OPENED', 'service')
  async show(@Param('secret') secret: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const draft = await this.drafts.open(secret).catch((error: unknown) => gone(error, response, takeFormState(request, {}).values));
    if (draft === 'gone') return;
    if (draft) response.render('draft-links/web/views/draft.njk', shownDraftPage(request, draft, this.pages.of(draft.submission.kind)));
    else response.status(429).set('Retry-After', '60').render('draft-links/web/views/busy.njk', { title: words.busy.title, words: words.busy });
  }

  @Post(draftLinksPaths.draft(':secret'))
  @Access('public.read', 'DRAFT_COMMENTED_BY_LINK')
  async comment(@Param('secret') secret: string, @Body() form: VisitorsCommentForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const said = await this.drafts.comment(secret, readVisitorsComment(form)).catch((error: unknown) => gone(error, response, form));
    if (said === 'gone') return;
    request.session.notice = { title: 'Success', text: words.draft.done };
    response.redirect(303, draftLinksPaths.draft(secret));
  }
}

/** Answers with what was typed, where anything was. @throws the error where nothing was, and every other */
function gone(error: unknown, response: Response, typed: object): 'gone' {
  const page = goneDraftPage({ ...typed });
  if (!isDeadLink(error) || page.typed.length === 0) throw error;
  response.status(404).render('draft-links/web/views/gone.njk', page);
  return 'gone';
}
