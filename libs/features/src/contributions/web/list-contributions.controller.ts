import { Controller, Get, Param, ParseUUIDPipe, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { contributionsPaths } from '../contributions.paths.js';
import { ContributionsQueries } from '../contributions.queries.js';
import { type ContributionPage, contributionPage, type ContributionsListPage, contributionsListPage } from './contribution.presenter.js';

/** What others ask of the reader's organisation. */
@Controller()
export class ListContributionsController {
  constructor(
    private readonly contributions: ContributionsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(contributionsPaths.list)
  @Access('contribution.answer', 'none')
  @Render('contributions/web/views/list.njk')
  async list(@CurrentActor() actor: Actor): Promise<ContributionsListPage> {
    return contributionsListPage(await this.contributions.askedOf(actor), this.clock.today());
  }

  @Get(contributionsPaths.show(':id'))
  @Access('contribution.answer', 'CONTRIBUTION_READ')
  @Render('contributions/web/views/show.njk')
  async show(@CurrentActor() actor: Actor, @Param('id', new ParseUUIDPipe({ errorHttpStatusCode: 404 })) id: string): Promise<ContributionPage> {
    const contribution = await this.contributions.forAnswerer(actor, id);
    return contributionPage(contribution, await this.contributions.eventsOf(id), this.clock.today());
  }
}
