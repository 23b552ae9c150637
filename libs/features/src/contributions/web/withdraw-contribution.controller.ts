import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { CONTRIBUTION_WORKFLOW, takesContributions } from '#domain/contributions/contribution-workflow.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { requireOwnDepartment } from '#features/submissions/submission-access.js';
import { pageTitle, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { longDate } from '#platform/pages/dates.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { contributionsPaths as paths } from '../contributions.paths.js';
import { ContributionsQueries } from '../contributions.queries.js';
import { ContributionsService } from '../contributions.service.js';
import { contributionsWords } from '../contributions.words.js';
import { WithdrawForm } from './contribution.forms.js';

const words = contributionsWords.withdraw;
const ContributionId = () => Param('contribution', new ParseUUIDPipe({ errorHttpStatusCode: 404 }));

/** Takes a question back from whoever was asked. */
@Controller()
@UseInterceptors(new KeptTyping(contributionsWords.labels))
export class WithdrawContributionController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly contributions: ContributionsQueries,
    private readonly service: ContributionsService,
  ) {}

  /** A question that cannot be withdrawn now leads to the list, which says where it stands. */
  @Get(paths.withdraw(':id', ':contribution'))
  @Access('contribution.ask', 'EVIDENCE_RETURN_READ')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @ContributionId() contributionId: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const dossier = await this.submissions.dossier(actor, 'evidence-return', id);
    requireOwnDepartment(actor, dossier.submission);
    const contribution = await this.contributions.oneOfReturn(id, contributionId);
    if (dossier.submission.framework.closedAt || !takesContributions(dossier.submission.status) || !transitionFor(CONTRIBUTION_WORKFLOW, contribution.state, 'withdraw', ['asker'])) {
      response.redirect(303, paths.ofReturn(id));
      return;
    }
    response.render('contributions/web/views/withdraw.njk', {
      title: pageTitle(words.title, dossier.submission),
      backLink: { text: words.back, href: paths.ofReturn(id) },
      head: submissionHead(dossier),
      words,
      rows: [
        { key: contributionsWords.ofReturn.asked, text: contribution.organisation.name },
        { key: contributionsWords.ofReturn.question, text: contribution.question },
        { key: contributionsWords.ofReturn.due, text: longDate(contribution.dueOn) },
      ],
      form: takeFormState(request, { rowVersion: contribution.rowVersion, reason: '' }),
    });
  }

  @Post(paths.withdraw(':id', ':contribution'))
  @Access('contribution.ask', 'CONTRIBUTION_WITHDRAWN')
  async withdraw(
    @CurrentActor() actor: Actor,
    @SubmissionId() id: string,
    @ContributionId() contributionId: string,
    @Body() form: WithdrawForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.service.withdraw(actor, id, { id: contributionId, rowVersion: form.rowVersion }, form.reason);
    request.session.notice = { title: 'Success', text: words.done };
    response.redirect(303, paths.ofReturn(id));
  }
}
