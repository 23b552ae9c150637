import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { forEachKind } from '#features/submissions/kind-controllers.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { Clock } from '#platform/clock/clock.js';
import { Settings } from '#platform/config/settings.js';
import { draftLinksPaths } from '../draft-links.paths.js';
import { DraftLinksQueries } from '../draft-links.queries.js';
import { DraftLinksService } from '../draft-links.service.js';
import { draftLinksWords } from '../draft-links.words.js';
import { DraftLinkForm, readLink } from './draft-link.forms.js';
import { type AddDraftLinkPage, addDraftLinkPage, type DraftLinksPage, draftLinksPage, type WithdrawDraftLinkPage, withdrawDraftLinkPage } from './draft-links.presenter.js';

const LinkId = (): ParameterDecorator => Param('link', new ParseUUIDPipe({ errorHttpStatusCode: 404 }));

/** The department makes and withdraws links to show a draft. */
export const draftLinksControllers = forEachKind((kind, noun) => {
  @Controller()
  @UseInterceptors(new KeptTyping({ purpose: draftLinksWords.add.purpose }))
  class DraftLinksController {
    constructor(
      private readonly submissions: SubmissionsQueries,
      private readonly queries: DraftLinksQueries,
      private readonly links: DraftLinksService,
      private readonly clock: Clock,
      private readonly settings: Settings,
    ) {}

    @Get(draftLinksPaths.list(kind, ':id'))
    @Access('submission.show-draft', `${noun}_READ`)
    @Render('draft-links/web/views/list.njk')
    async list(@CurrentActor() actor: Actor, @SubmissionId() id: string): Promise<DraftLinksPage> {
      const dossier = await this.submissions.dossier(actor, kind, id);
      return draftLinksPage(dossier, await this.queries.ofDraft(actor, dossier.submission), this.clock.now());
    }

    @Get(draftLinksPaths.add(kind, ':id'))
    @Access('submission.show-draft', `${noun}_READ`)
    @Render('draft-links/web/views/add.njk')
    async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request): Promise<AddDraftLinkPage> {
      const dossier = await this.submissions.dossier(actor, kind, id);
      await this.queries.ofDraft(actor, dossier.submission);
      return addDraftLinkPage(request, dossier);
    }

    @Post(draftLinksPaths.add(kind, ':id'))
    @Access('submission.show-draft', 'DRAFT_LINK_MADE')
    async make(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() form: DraftLinkForm, @Req() request: Request, @Res() response: Response): Promise<void> {
      const secret = await this.links.make(actor, { kind, id }, readLink(form));
      // Once, on the next page: after that nobody can read it anywhere.
      request.session.notice = { title: 'Success', text: draftLinksWords.add.done(`${this.settings.baseUrl}${draftLinksPaths.draft(secret)}`) };
      response.redirect(303, draftLinksPaths.list(kind, id));
    }

    @Get(draftLinksPaths.withdraw(kind, ':id', ':link'))
    @Access('submission.show-draft', `${noun}_READ`)
    @Render('draft-links/web/views/withdraw.njk')
    async askToWithdraw(@CurrentActor() actor: Actor, @SubmissionId() id: string, @LinkId() link: string): Promise<WithdrawDraftLinkPage> {
      const dossier = await this.submissions.dossier(actor, kind, id);
      return withdrawDraftLinkPage(dossier, await this.queries.one(actor, dossier.submission, link));
    }

    @Post(draftLinksPaths.withdraw(kind, ':id', ':link'))
    @Access('submission.show-draft', 'DRAFT_LINK_WITHDRAWN')
    async withdraw(@CurrentActor() actor: Actor, @SubmissionId() id: string, @LinkId() link: string, @Req() request: Request, @Res() response: Response): Promise<void> {
      await this.links.withdraw(actor, { kind, id }, link);
      request.session.notice = { title: 'Success', text: draftLinksWords.withdraw.done };
      response.redirect(303, draftLinksPaths.list(kind, id));
    }
  }
  return DraftLinksController;
});
