import { Controller, Get, Render } from '@nestjs/common';
import { Access } from '#features/access/route-access.decorator.js';
import { judgementsPaths } from '../judgements.paths.js';
import { JudgementsQueries } from '../judgements.queries.js';
import { type CouncilListPage, presentCouncilList } from './council-judgement.presenter.js';

/** Every mission of a framework that runs as it stands, for the council to choose one to judge. */
@Controller()
export class CouncilJudgementsController {
  constructor(private readonly judgements: JudgementsQueries) {}

  @Get(judgementsPaths.council)
  @Access('judgement.write-council', 'none')
  @Render('judgements/web/views/council-list.njk')
  async list(): Promise<CouncilListPage> {
    return presentCouncilList(await this.judgements.standingOfOpen());
  }
}
