import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { delegationsPaths } from '../delegations.paths.js';
import { DelegationsQueries } from '../delegations.queries.js';
import { DelegationsService } from '../delegations.service.js';
import { delegationsWords } from '../delegations.words.js';
import { EndDelegationForm } from './delegation.forms.js';
import { endDelegationPage, type EndDelegationPage } from './delegations.presenter.js';

const DelegationId = (): ParameterDecorator => Param('id', new ParseUUIDPipe({ errorHttpStatusCode: 404 }));

/** An SRO of the department ends a delegation before its last day. */
@Controller()
export class EndDelegationController {
  constructor(
    private readonly queries: DelegationsQueries,
    private readonly delegations: DelegationsService,
  ) {}

  @Get(delegationsPaths.end(':id'))
  @Access('delegation.manage', 'none')
  @Render('delegations/web/views/end.njk')
  async ask(@CurrentActor() actor: Actor, @DelegationId() id: string, @Req() request: Request): Promise<EndDelegationPage> {
    return endDelegationPage(request, await this.queries.byId(actor, id));
  }

  @Post(delegationsPaths.end(':id'))
  @Access('delegation.manage', 'DELEGATION_ENDED')
  async end(@CurrentActor() actor: Actor, @DelegationId() id: string, @Body() { rowVersion }: EndDelegationForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.delegations.end(actor, id, rowVersion);
    request.session.notice = { title: 'Success', text: delegationsWords.end.done };
    response.redirect(303, delegationsPaths.list);
  }
}
