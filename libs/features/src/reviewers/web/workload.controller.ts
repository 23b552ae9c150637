import { Controller, Get, Render, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { sendCsv } from '#platform/csv/csv-answer.js';
import { reviewersPaths } from '../reviewers.paths.js';
import { WorkloadQueries } from '../workload.queries.js';
import { WORKLOAD_COLUMNS, workloadCells } from './workload-chart.presenter.js';
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

  @Get(reviewersPaths.workloadCsv)
  @Access('review.list', 'none')
  async download(@CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    const { weeks } = await this.workload.forecast(actor);
    await sendCsv(response, { name: 'workload-of-reviews.csv', columns: WORKLOAD_COLUMNS, isPrivate: true }, inOneBatch(workloadCells(weeks)));
  }
}

async function* inOneBatch<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
