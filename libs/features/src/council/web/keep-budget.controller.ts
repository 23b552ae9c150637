import { Body, Controller, Get, Param, Post, Render, Req, Res, UseInterceptors } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { UuidPipe } from '#features/access/uuid.pipe.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { councilPaths } from '../council.paths.js';
import { CouncilRegisterQueries } from '../council-register.queries.js';
import { CouncilRegisterService } from '../council-register.service.js';
import { councilWords } from '../council.words.js';
import { BudgetForm, QuorumForm } from './council.forms.js';
import { type BudgetPage, budgetPage, budgetValues, type KeepPage, keepPage, type QuorumPage, quorumPage } from './keep-council.presenter.js';

/** Money, staff and quorum, kept by a chair. */
@Controller()
@UseInterceptors(new KeptTyping(councilWords.labels))
export class KeepBudgetController {
  constructor(
    private readonly register: CouncilRegisterService,
    private readonly queries: CouncilRegisterQueries,
  ) {}

  @Get(councilPaths.keep)
  @Access('council.keep', 'none')
  @Render('council/web/views/keep.njk')
  async list(@CurrentActor() actor: Actor): Promise<KeepPage> {
    requirePermission(actor, 'council.keep');
    return keepPage(await this.queries.terms(), await this.queries.budgets());
  }

  @Get(councilPaths.newBudget)
  @Access('council.keep', 'none')
  @Render('council/web/views/budget.njk')
  ask(@Req() request: Request): BudgetPage {
    return budgetPage(undefined, takeFormState(request, budgetValues()));
  }

  @Post(councilPaths.newBudget)
  @Access('council.keep', 'COUNCIL_BUDGET_KEPT')
  async enter(@CurrentActor() actor: Actor, @Body() form: BudgetForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.register.saveBudget(actor, undefined, form);
    saved(request, response);
  }

  @Get(councilPaths.editBudget(':id'))
  @Access('council.keep', 'none')
  @Render('council/web/views/budget.njk')
  async askChange(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Req() request: Request): Promise<BudgetPage> {
    const budget = await this.queries.budget(actor, id);
    return budgetPage(budget, takeFormState(request, budgetValues(budget)));
  }

  @Post(councilPaths.editBudget(':id'))
  @Access('council.keep', 'COUNCIL_BUDGET_KEPT')
  async change(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Body() form: BudgetForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.register.saveBudget(actor, { id, rowVersion: form.rowVersion ?? 0 }, form);
    saved(request, response);
  }

  @Get(councilPaths.quorum)
  @Access('council.keep', 'none')
  @Render('council/web/views/quorum.njk')
  async askQuorum(@Req() request: Request): Promise<QuorumPage> {
    const { leastNumber, leastShare } = await this.queries.quorum();
    return quorumPage(takeFormState(request, { leastNumber: String(leastNumber), leastShare: String(leastShare), reason: '' }));
  }

  @Post(councilPaths.quorum)
  @Access('council.keep', 'COUNCIL_QUORUM_SET')
  async setQuorum(@CurrentActor() actor: Actor, @Body() form: QuorumForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.register.setQuorum(actor, { leastNumber: numberOf(form.leastNumber), leastShare: numberOf(form.leastShare) }, form.reason);
    saved(request, response);
  }
}

function numberOf(text: string): number {
  return /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
}

function saved(request: Request, response: Response): void {
  request.session.notice = { title: councilWords.success, text: councilWords.budget.saved };
  response.redirect(303, councilPaths.keep);
}
