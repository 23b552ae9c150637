import { Controller, Get, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { submissionsPaths } from '../submissions.paths.js';
import { SubmissionsQueries } from '../submissions.queries.js';
import { workPage, type WorkPage } from './list-work.presenter.js';

/** What the department owes and has delivered: returns and plans in one list. */
@Controller()
export class ListWorkController {
  constructor(
    private readonly submissions: SubmissionsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(submissionsPaths.work)
  @Access('submission.list', 'none')
  @Render('submissions/web/views/work.njk')
  async list(@CurrentActor() actor: Actor): Promise<WorkPage> {
    return workPage(await this.submissions.ofDepartment(actor), this.clock.today(), actor);
  }
}
