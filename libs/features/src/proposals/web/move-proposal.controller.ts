import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { PROPOSAL_OUTCOMES, type ProposalAction } from '#domain/proposals/proposal-status.js';
import { positionsTowardsProposal, PROPOSAL_WORKFLOW } from '#domain/proposals/proposal-workflow.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { proposalsPaths as paths } from '../proposals.paths.js';
import { ProposalsQueries } from '../proposals.queries.js';
import { ProposalsService } from '../proposals.service.js';
import { proposalsWords } from '../proposals.words.js';
import { AnswerProposalForm, WithdrawProposalForm } from './proposal.forms.js';

interface MoveWords {
  title: string;
  lead: string;
  button: string;
  outcome?: string;
  words?: string;
  wordsHint?: string;
}

interface MovePage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: MoveWords;
  outcomes: { value: string; text: string; checked: boolean }[] | undefined;
  form: FormState<{ rowVersion: number; outcome: string; words: string }>;
}

/** The moves of a proposal, each on a page that asks first. */
@Controller()
@UseInterceptors(new KeptTyping(proposalsWords.labels))
export class MoveProposalController {
  constructor(
    private readonly proposals: ProposalsQueries,
    private readonly service: ProposalsService,
  ) {}

  @Get(paths.acknowledge(':reference'))
  @Access('proposal.answer', 'none')
  @Render('proposals/web/views/move.njk')
  askToAcknowledge(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<MovePage> {
    return this.page(actor, reference, request, 'acknowledge');
  }

  @Post(paths.acknowledge(':reference'))
  @Access('proposal.answer', 'PROPOSAL_ACKNOWLEDGED')
  async acknowledge(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.acknowledge(actor, { reference, rowVersion: form.rowVersion });
    done(request, response, reference, 'acknowledge');
  }

  @Get(paths.takeUp(':reference'))
  @Access('proposal.answer', 'none')
  @Render('proposals/web/views/move.njk')
  askToTakeUp(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<MovePage> {
    return this.page(actor, reference, request, 'take-up');
  }

  @Post(paths.takeUp(':reference'))
  @Access('proposal.answer', 'PROPOSAL_TAKEN_UP')
  async takeUp(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.takeUp(actor, { reference, rowVersion: form.rowVersion });
    done(request, response, reference, 'take-up');
  }

  @Get(paths.answer(':reference'))
  @Access('proposal.answer', 'none')
  @Render('proposals/web/views/move.njk')
  askToAnswer(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<MovePage> {
    return this.page(actor, reference, request, 'answer');
  }

  @Post(paths.answer(':reference'))
  @Access('proposal.answer', 'PROPOSAL_ANSWERED')
  async answer(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: AnswerProposalForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.answer(actor, { reference, rowVersion: form.rowVersion }, { outcome: form.outcome === '' ? null : form.outcome, words: form.words });
    done(request, response, reference, 'answer');
  }

  @Get(paths.withdraw(':reference'))
  @Access('proposal.submit', 'none')
  @Render('proposals/web/views/move.njk')
  askToWithdraw(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: Request): Promise<MovePage> {
    return this.page(actor, reference, request, 'withdraw');
  }

  @Post(paths.withdraw(':reference'))
  @Access('proposal.submit', 'PROPOSAL_WITHDRAWN')
  async withdraw(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Body() form: WithdrawProposalForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.withdraw(actor, { reference, rowVersion: form.rowVersion }, form.words);
    done(request, response, reference, 'withdraw');
  }

  private async page(actor: Actor, reference: string, request: Request, action: ProposalAction): Promise<MovePage> {
    const proposal = await this.proposals.byReference(reference);
    const positions = positionsTowardsProposal(actor, { proposer: proposal.organisationId, department: proposal.departmentId });
    if (positions.length === 0) throw ApplicationError.forbidden('This proposal is another organisation’s', 'not-yours');
    if (!transitionFor(PROPOSAL_WORKFLOW, proposal.state, action, positions)) throw ApplicationError.conflict('This is not possible as the proposal stands now', 'not-from-here');
    const words: MoveWords = proposalsWords.moves[action];
    const form = takeFormState(request, { rowVersion: proposal.rowVersion, outcome: '', words: '' });
    return {
      title: `${words.title}: ${proposal.title}`,
      caption: reference,
      backLink: { text: 'Back to the proposal', href: paths.show(reference) },
      words,
      outcomes: action === 'answer' ? Object.entries(PROPOSAL_OUTCOMES).map(([value, text]) => ({ value, text, checked: value === form.values.outcome })) : undefined,
      form,
    };
  }
}

function done(request: Request, response: Response, reference: string, action: ProposalAction): void {
  request.session.notice = { title: 'Success', text: proposalsWords.moves[action].done };
  response.redirect(303, paths.show(reference));
}
