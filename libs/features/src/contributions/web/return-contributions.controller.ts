import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor, may } from '#domain/access/permissions.js';
import { takesContributions } from '#domain/contributions/contribution-workflow.js';
import { type GivenContribution } from '#domain/evidence-returns/evidence-return-content.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { evidenceReturnsPaths } from '#features/evidence-returns/evidence-returns.paths.js';
import { ReturnParts } from '#features/evidence-returns/return-parts.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { backToSubmission, pageTitle, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { givenContribution } from '../contribution-parts.js';
import { type Contribution } from '../contribution.entity.js';
import { contributionsPaths } from '../contributions.paths.js';
import { ContributionsQueries } from '../contributions.queries.js';
import { ContributionsService } from '../contributions.service.js';
import { contributionsWords as words } from '../contributions.words.js';
import { QuoteForm } from './contribution.forms.js';
import { type ContributionCard, contributionCard } from './return-contributions.presenter.js';

interface ReturnContributionsPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  words: typeof words.ofReturn;
  askHref: string | undefined;
  /** For whoever writes the return: its next section. */
  onHref: string | undefined;
  cards: ContributionCard[];
  /** For the department: who is named for the mission and has nobody to answer. */
  nobodyThere: string[];
}

/** The contributions section of a return: live for its department, as delivered for the council. */
@Controller()
export class ReturnContributionsController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly contributions: ContributionsQueries,
    private readonly service: ContributionsService,
    private readonly parts: ReturnParts,
  ) {}

  @Get(contributionsPaths.ofReturn(':id'))
  @Access('submission.read', 'EVIDENCE_RETURN_READ')
  @Render('contributions/web/views/of-return.njk')
  async show(@CurrentActor() actor: Actor, @SubmissionId() id: string): Promise<ReturnContributionsPage> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    const writes = dossier.draft && may(actor, 'contribution.ask') && takesContributions(dossier.submission.status) && dossier.submission.framework.closedAt === null;
    const rows: { given: GivenContribution; live?: Contribution }[] = dossier.draft
      ? (await this.contributions.ofReturn(id)).map((live) => ({ given: givenContribution(live), live }))
      : dossier.content.contributions.map((given) => ({ given }));
    return {
      title: pageTitle(words.ofReturn.title, dossier.submission),
      backLink: backToSubmission(dossier),
      head: submissionHead(dossier),
      words: words.ofReturn,
      askHref: writes ? contributionsPaths.ask(id) : undefined,
      onHref: writes ? this.nextPage(id, dossier.content.nil) : undefined,
      cards: rows.map(({ given, live }) => contributionCard(id, given, { live, writes, today: dossier.today })),
      nobodyThere: writes ? (await this.contributions.namedWithoutAccount(dossier.submission)).map(words.ofReturn.nobodyThere) : [],
    };
  }

  @Post(contributionsPaths.quote(':id', ':contribution'))
  @Access('contribution.ask', 'CONTRIBUTION_QUOTED')
  async quote(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @Param('contribution', new ParseUUIDPipe({ errorHttpStatusCode: 404 })) contribution: string,
    @Body() form: QuoteForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const quoted = form.quoted === 'yes';
    await this.service.quote(actor, id, { id: contribution, rowVersion: form.rowVersion }, quoted);
    request.session.notice = { title: 'Success', text: quoted ? words.ofReturn.quotedNow : words.ofReturn.unquotedNow };
    response.redirect(303, contributionsPaths.ofReturn(id));
  }

  /** A nil return's sections are closed, so its check comes next. */
  private nextPage(id: string, nil: boolean): string {
    return !nil && this.parts.sections().includes('attachments') ? evidenceReturnsPaths.section(id, 'attachments') : evidenceReturnsPaths.check(id);
  }
}
