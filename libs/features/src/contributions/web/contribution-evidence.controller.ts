import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { EVIDENCE_KINDS, EVIDENCE_STRENGTHS } from '#domain/evidence-returns/evidence-return-choices.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { SubmissionId } from '#features/submissions/submission-id.decorator.js';
import { SeenForm } from '#features/submissions/submission.forms.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { contributionsPaths } from '../contributions.paths.js';
import { ContributionsQueries } from '../contributions.queries.js';
import { ContributionsService, type EvidenceDraft } from '../contributions.service.js';
import { contributionsWords as words } from '../contributions.words.js';
import { EvidenceForm } from './contribution.forms.js';
import { type ContributionHead, contributionHead } from './contribution.presenter.js';

type Values = Record<keyof EvidenceDraft, string> & { rowVersion: number };
type Item = { value: string; text: string; checked: boolean; hint?: { text: string } };
type EvidencePage = ContributionHead & { words: typeof words.evidence; form: FormState<Values>; kinds: Item[]; strengths: Item[] };
type RemovePage = ContributionHead & { lead: string; button: string; warning: true; form: FormState<SeenForm> };

const EMPTY = { claim: '', kind: '', strength: '', source: '', page: '', link: '' };

/** Evidence of a contribution, one item a page; `new` stands for one that is not there yet. */
@Controller()
@UseInterceptors(new KeptTyping(words.labels))
export class ContributionEvidenceController {
  constructor(
    private readonly contributions: ContributionsQueries,
    private readonly service: ContributionsService,
    private readonly clock: Clock,
  ) {}

  @Get(contributionsPaths.evidence(':id', ':item'))
  @Access('contribution.answer', 'CONTRIBUTION_READ')
  @Render('contributions/web/views/evidence.njk')
  async ask(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Param('item') item: string, @Req() request: Request): Promise<EvidencePage> {
    const contribution = await this.contributions.forAnswerer(actor, id);
    const known = contribution.evidence.find((evidence) => evidence.id === item);
    if (!known && item !== 'new') throw ApplicationError.notFound('That item of evidence');
    const form: FormState<Values> = takeFormState(request, { ...EMPTY, ...known, rowVersion: contribution.rowVersion });
    return {
      ...contributionHead(contribution, known ? words.evidence.changeTitle : words.evidence.newTitle, this.clock.today()),
      words: words.evidence,
      form,
      kinds: Object.entries(EVIDENCE_KINDS).map(([value, text]) => ({ value, text, checked: value === form.values.kind })),
      strengths: Object.entries(EVIDENCE_STRENGTHS).map(([value, { words: text, definition }]) => ({ value, text, hint: { text: definition }, checked: value === form.values.strength })),
    };
  }

  @Post(contributionsPaths.evidence(':id', ':item'))
  @Access('contribution.answer', 'CONTRIBUTION_SAVED')
  async save(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Param('item') item: string, @Body() form: EvidenceForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { rowVersion, claim, kind, strength, source, page, link } = form;
    await this.service.keepEvidence(actor, { id, rowVersion }, item === 'new' ? null : item, { claim, kind, strength, source, page, link });
    request.session.notice = { title: 'Success', text: words.evidence.saved };
    response.redirect(303, contributionsPaths.show(id));
  }

  @Get(contributionsPaths.removeEvidence(':id', ':item'))
  @Access('contribution.answer', 'CONTRIBUTION_READ')
  @Render('contributions/web/views/confirm.njk')
  async askToRemove(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Param('item') item: string, @Req() request: Request): Promise<RemovePage> {
    const contribution = await this.contributions.forAnswerer(actor, id);
    const known = contribution.evidence.find((evidence) => evidence.id === item);
    if (!known) throw ApplicationError.notFound('That item of evidence');
    const head = contributionHead(contribution, words.evidence.removeTitle, this.clock.today());
    return { ...head, lead: known.claim, button: words.evidence.removeButton, warning: true, form: takeFormState(request, { rowVersion: contribution.rowVersion }) };
  }

  @Post(contributionsPaths.removeEvidence(':id', ':item'))
  @Access('contribution.answer', 'CONTRIBUTION_SAVED')
  async remove(@CurrentActor() actor: Actor, @SubmissionId() id: string, @Param('item') item: string, @Body() form: SeenForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.service.removeEvidence(actor, { id, rowVersion: form.rowVersion }, item);
    request.session.notice = { title: 'Success', text: words.evidence.removed };
    response.redirect(303, contributionsPaths.show(id));
  }
}
