import { Controller, Get, Render } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { reviewersPaths } from '../reviewers.paths.js';
import { WorkloadQueries } from '../workload.queries.js';
import { workloadPage, type WorkloadPage } from './workload.presenter.js';

@Controller()
export class WorkloadController {
  constructor(private readonly workload: WorkloadQueries) {}

  @Get(reviewersPaths.workload)
  @Access('review.list', 'none')
  @Render('reviewers/web/views/workload.njk')
  async show(@CurrentActor() actor: Actor): Promise<WorkloadPage> {
    return workloadPage(await this.workload.forecast(actor));
  }
}
