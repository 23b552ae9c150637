import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { delegationsPaths } from '../delegations.paths.js';
import { DelegationsQueries } from '../delegations.queries.js';
import { DelegationsService } from '../delegations.service.js';
import { delegationsWords } from '../delegations.words.js';
import { DelegateForm, readDelegation } from './delegation.forms.js';
import { delegatePage, type DelegatePage } from './delegations.presenter.js';

/** An SRO lets somebody sign in their place. */
@Controller()
export class DelegateSigningController {
  constructor(
    private readonly queries: DelegationsQueries,
    private readonly delegations: DelegationsService,
    private readonly clock: Clock,
  ) {}

  @Get(delegationsPaths.add)
  @Access('delegation.manage', 'none')
  @Render('delegations/web/views/delegate.njk')
  async ask(@CurrentActor() actor: Actor, @Req() request: Request): Promise<DelegatePage> {
    return delegatePage(request, await this.queries.candidates(actor), this.clock.today());
  }

  @Post(delegationsPaths.add)
  @Access('delegation.manage', 'SIGNING_DELEGATED')
  async delegate(@CurrentActor() actor: Actor, @Body() form: DelegateForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const people = await this.queries.candidates(actor);
    const { delegateId } = await this.delegations.delegate(actor, readDelegation(form));
    const name = people.find(({ id }) => id === delegateId)?.name ?? '';
    request.session.notice = { title: 'Success', text: delegationsWords.add.done(name) };
    response.redirect(303, delegationsPaths.list);
  }
}
