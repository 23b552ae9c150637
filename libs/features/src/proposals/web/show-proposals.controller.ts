import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor, may } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { PageCache } from '#platform/pages/page-cache.js';
import { proposalsPaths } from '../proposals.paths.js';
import { ProposalsQueries } from '../proposals.queries.js';
import { proposalPage, proposalsListPage } from './proposal.presenter.js';

/** The public pages. Visitors get them from memory; who is signed in has buttons of their own. */
@Controller()
export class ShowProposalsController {
  constructor(
    private readonly proposals: ProposalsQueries,
    private readonly clock: Clock,
    private readonly pages: PageCache,
  ) {}

  @Get(proposalsPaths.list)
  @Access('public.read', 'none')
  async list(@CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.send(request, response, {
      isOwn: actor.kind !== 'visitor',
      view: 'proposals/web/views/list.njk',
      model: async () => proposalsListPage(await this.proposals.all(), { today: this.clock.today(), maySubmit: may(actor, 'proposal.submit') }),
    });
  }

  @Get(proposalsPaths.show(':reference'))
  @Access('public.read', 'none')
  async show(@Param('reference') reference: string, @CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.send(request, response, {
      isOwn: actor.kind !== 'visitor',
      view: 'proposals/web/views/show.njk',
      model: async () => {
        const proposal = await this.proposals.byReference(reference);
        return proposalPage(proposal, await this.proposals.eventsOf(proposal.id), actor, this.clock.today());
      },
    });
  }
}
