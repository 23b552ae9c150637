import { Body, Controller, Get, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { type ContributionAction } from '#domain/contributions/contribution-status.js';
import { CONTRIBUTION_WORKFLOW, takesContributions } from '#domain/contributions/contribution-workflow.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { Clock } from '#platform/clock/clock.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { type Contribution } from '../contribution.entity.js';
import { contributionsPaths } from '../contributions.paths.js';
import { ContributionsQueries } from '../contributions.queries.js';
import { ContributionsService } from '../contributions.service.js';
import { contributionsWords as words } from '../contributions.words.js';
import { DeclineForm } from './contribution.forms.js';
import { type ContributionHead, contributionHead, type EvidenceRow, evidenceRows } from './contribution.presenter.js';

interface MoveWords {
  title: string;
  intro: string;
  button: string;
  reason?: string;
}

interface MovePage extends ContributionHead {
  lead: string;
  button: string;
  reasonLabel: string | undefined;
  /** What is given, to be checked. */
  given: { answer: string; changeHref: string; evidence: EvidenceRow[] } | undefined;
  form: FormState<{ rowVersion: number; reason: string }>;
}

/** Gives a contribution, declines it, or takes it back: each asks first. */
@Controller()
@UseInterceptors(new KeptTyping(words.labels))
export class MoveContributionController {
  constructor(
    private readonly contributions: ContributionsQueries,
    private readonly service: ContributionsService,
    private readonly clock: Clock,
  ) {}

  @Get(contributionsPaths.give(':id'))
  @Access('contribution.answer', 'CONTRIBUTION_READ')
  async askToGive(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(actor, id, { request, response }, 'give', words.give);
  }

  @Post(contributionsPaths.give(':id'))
  @Access('contribution.answer', 'CONTRIBUTION_GIVEN')
  async give(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() form: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.give(actor, { id, rowVersion: form.rowVersion });
    done(request, response, id, words.give.done);
  }

  @Get(contributionsPaths.decline(':id'))
  @Access('contribution.answer', 'CONTRIBUTION_READ')
  async askToDecline(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(actor, id, { request, response }, 'decline', words.decline);
  }

  @Post(contributionsPaths.decline(':id'))
  @Access('contribution.answer', 'CONTRIBUTION_DECLINED')
  async decline(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() form: DeclineForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.decline(actor, { id, rowVersion: form.rowVersion }, form.reason);
    done(request, response, id, words.decline.done);
  }

  @Get(contributionsPaths.takeBack(':id'))
  @Access('contribution.answer', 'CONTRIBUTION_READ')
  async askToTakeBack(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(actor, id, { request, response }, 'take-back', words.takeBack);
  }

  @Post(contributionsPaths.takeBack(':id'))
  @Access('contribution.answer', 'CONTRIBUTION_TAKEN_BACK')
  async takeBack(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() form: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.takeBack(actor, { id, rowVersion: form.rowVersion });
    done(request, response, id, words.takeBack.done);
  }

  /** What cannot be done now leads to the contribution's own page, which says where it stands and why. */
  private async send(actor: Actor, id: string, { request, response }: { request: Request; response: Response }, action: ContributionAction, moveWords: MoveWords): Promise<void> {
    const contribution = await this.contributions.forAnswerer(actor, id);
    const possible = takesContributions(contribution.submission.status) && transitionFor(CONTRIBUTION_WORKFLOW, contribution.state, action, ['answerer']);
    if (possible) response.render('contributions/web/views/confirm.njk', this.page(contribution, request, action, moveWords));
    else response.redirect(303, contributionsPaths.show(id));
  }

  private page(contribution: Contribution, request: Request, action: ContributionAction, { title, intro, button, reason }: MoveWords): MovePage {
    const { id } = contribution;
    return {
      ...contributionHead(contribution, title, this.clock.today()),
      lead: intro,
      button,
      reasonLabel: reason,
      given: action === 'give' ? { answer: contribution.answer, changeHref: contributionsPaths.answer(id), evidence: evidenceRows(id, contribution.evidence) } : undefined,
      form: takeFormState(request, { rowVersion: contribution.rowVersion, reason: '' }),
    };
  }
}

function done(request: Request, response: Response, id: string, text: string): void {
  request.session.notice = { title: 'Success', text };
  response.redirect(303, contributionsPaths.show(id));
}
