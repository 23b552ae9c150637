import { Controller, Get, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { delegationsPaths } from '../delegations.paths.js';
import { DelegationsQueries } from '../delegations.queries.js';
import { delegationsPage, type DelegationsPage } from './delegations.presenter.js';

/** Who signs for whom in one's own department. */
@Controller()
export class ListDelegationsController {
  constructor(
    private readonly delegations: DelegationsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(delegationsPaths.list)
  @Access('submission.list', 'none')
  @Render('delegations/web/views/list.njk')
  async list(@CurrentActor() actor: Actor): Promise<DelegationsPage> {
    return delegationsPage(actor, await this.delegations.ofDepartment(actor), this.clock.today());
  }
}
