import { Body, Controller, Get, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { contributionsPaths } from '../contributions.paths.js';
import { ContributionsQueries } from '../contributions.queries.js';
import { ContributionsService } from '../contributions.service.js';
import { contributionsWords as words } from '../contributions.words.js';
import { AnswerForm } from './contribution.forms.js';
import { type ContributionHead, contributionHead } from './contribution.presenter.js';

type AnswerPage = ContributionHead & { words: typeof words.answer; form: FormState<{ answer: string; rowVersion: number }> };

@Controller()
@UseInterceptors(new KeptTyping(words.labels))
export class AnswerContributionController {
  constructor(
    private readonly contributions: ContributionsQueries,
    private readonly service: ContributionsService,
    private readonly clock: Clock,
  ) {}

  @Get(contributionsPaths.answer(':id'))
  @Access('contribution.answer', 'CONTRIBUTION_READ')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const contribution = await this.contributions.forAnswerer(actor, id);
    // a link from an old mail leads to what was answered, not to a form that would be refused
    if (contribution.state !== 'asked' && contribution.state !== 'drafted') return response.redirect(303, contributionsPaths.show(id));
    const form = takeFormState(request, { answer: contribution.answer, rowVersion: contribution.rowVersion });
    const page: AnswerPage = { ...contributionHead(contribution, words.answer.title, this.clock.today()), words: words.answer, form };
    response.render('contributions/web/views/answer.njk', page);
  }

  @Post(contributionsPaths.answer(':id'))
  @Access('contribution.answer', 'CONTRIBUTION_SAVED')
  async save(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Body() form: AnswerForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.save(actor, { id, rowVersion: form.rowVersion }, form.answer);
    request.session.notice = { title: 'Success', text: words.answer.saved };
    response.redirect(303, contributionsPaths.show(id));
  }
}
