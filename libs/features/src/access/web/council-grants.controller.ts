import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { accessPaths } from '../access.paths.js';
import { accessWords } from '../access.words.js';
import { CouncilGrantsQueries } from '../council-grants.queries.js';
import { CouncilGrantsService } from '../council-grants.service.js';
import { requirePermission } from '../access.guard.js';
import { Access, CurrentActor } from '../route-access.decorator.js';
import { grantsPage, proposePage, type ProposePage, waitingPage, type WaitingPage } from './council-grants.presenter.js';
import { ProposeGrantForm } from './people.forms.js';

/** The public register of the council's roles, and proposals. */
@Controller()
export class CouncilGrantsController {
  constructor(
    private readonly grants: CouncilGrantsService,
    private readonly queries: CouncilGrantsQueries,
    private readonly pages: PageCache,
  ) {}

  @Get(accessPaths.grants)
  @Access('public.read', 'none')
  async register(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.send(request, response, { view: 'access/web/views/grants.njk', model: async () => grantsPage(await this.queries.register()) });
  }

  @Get(accessPaths.waitingGrants)
  @Access('council-role.propose', 'none')
  @Render('access/web/views/waiting-grants.njk')
  async waiting(@CurrentActor() actor: Actor): Promise<WaitingPage> {
    requirePermission(actor, 'council-role.propose');
    const waiting = (await this.queries.register()).filter(({ state }) => state === 'proposed');
    return waitingPage(await Promise.all(waiting.map(async (grant) => ({ grant, bars: await this.queries.barsOf(actor, grant) }))), actor.id);
  }

  @Get(accessPaths.proposeGrant)
  @Access('council-role.propose', 'none')
  @Render('access/web/views/propose-grant.njk')
  async ask(@CurrentActor() actor: Actor, @Req() request: Request): Promise<ProposePage> {
    return proposePage(await this.queries.candidates(actor), takeFormState(request, { kind: '', person: '', role: '', reason: '' }));
  }

  @Post(accessPaths.proposeGrant)
  @Access('council-role.propose', 'COUNCIL_ROLE_PROPOSED')
  async propose(@CurrentActor() actor: Actor, @Body() { kind, person, role, reason }: ProposeGrantForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.grants.propose(actor, { kind, personId: person, role, reason });
    request.session.notice = { title: 'Success', text: accessWords.grants.propose.done };
    response.redirect(303, accessPaths.waitingGrants);
  }
}
