import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { takeFormState } from '#platform/pages/form-state.js';
import { accessPaths } from '../access.paths.js';
import { accessWords } from '../access.words.js';
import { CouncilGrantsQueries } from '../council-grants.queries.js';
import { CouncilGrantsService } from '../council-grants.service.js';
import { Access, CurrentActor } from '../route-access.decorator.js';
import { UuidPipe } from '../uuid.pipe.js';
import { type GrantMove, type MovePage, movePage } from './council-grants.presenter.js';
import { DecideGrantForm, RefuseGrantForm } from './people.forms.js';

const words = accessWords.grants;
const VIEW = 'access/web/views/move-grant.njk';

/** A proposal confirmed or refused by another person, or withdrawn by its own. */
@Controller()
export class DecideGrantController {
  constructor(
    private readonly grants: CouncilGrantsService,
    private readonly queries: CouncilGrantsQueries,
  ) {}

  @Get(accessPaths.decideGrant(':id'))
  @Access('council-role.confirm', 'none')
  @Render(VIEW)
  askConfirm(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Req() request: Request): Promise<MovePage> {
    return this.page(actor, id, request, 'confirm');
  }

  @Post(accessPaths.decideGrant(':id'))
  @Access('council-role.confirm', 'COUNCIL_ROLE_CONFIRMED')
  async confirm(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Body() { rowVersion }: DecideGrantForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.grants.confirm(actor, { id, rowVersion });
    done(request, response, words.decide.confirmed);
  }

  @Get(accessPaths.refuseGrant(':id'))
  @Access('council-role.confirm', 'none')
  @Render(VIEW)
  askRefuse(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Req() request: Request): Promise<MovePage> {
    return this.page(actor, id, request, 'refuse');
  }

  @Post(accessPaths.refuseGrant(':id'))
  @Access('council-role.confirm', 'COUNCIL_ROLE_REFUSED')
  async refuse(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Body() { rowVersion, reason }: RefuseGrantForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.grants.refuse(actor, { id, rowVersion }, reason);
    done(request, response, words.decide.refused);
  }

  @Get(accessPaths.withdrawGrant(':id'))
  @Access('council-role.propose', 'none')
  @Render(VIEW)
  askWithdraw(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Req() request: Request): Promise<MovePage> {
    return this.page(actor, id, request, 'withdraw');
  }

  @Post(accessPaths.withdrawGrant(':id'))
  @Access('council-role.propose', 'COUNCIL_ROLE_WITHDRAWN')
  async withdraw(@CurrentActor() actor: Actor, @Param('id', UuidPipe) id: string, @Body() { rowVersion }: DecideGrantForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.grants.withdraw(actor, { id, rowVersion });
    done(request, response, words.withdraw.done);
  }

  private async page(actor: Actor, id: string, request: Request, move: GrantMove): Promise<MovePage> {
    const grant = await this.queries.byId(actor, id);
    const bars = grant.state === 'proposed' ? (move === 'withdraw' ? [] : await this.queries.barsOf(actor, grant)) : [words.decidedMeanwhile];
    return movePage(grant, move, { bars, form: takeFormState(request, { rowVersion: grant.rowVersion, reason: '' }) });
  }
}

function done(request: Request, response: Response, text: string): void {
  request.session.notice = { title: 'Success', text };
  response.redirect(303, accessPaths.waitingGrants);
}
