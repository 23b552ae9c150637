import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '#features/access/route-access.decorator.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { ApiErrors } from '#platform/api/api-errors.decorator.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { leadOn } from '../lead-on.js';
import { MissionsQueries } from '../missions.queries.js';
import { MissionResponse, missionResponse, MissionsResponse, missionSummaryResponse } from './mission.response.js';

@ApiTags('missions')
@Controller('api/v1/frameworks')
export class MissionsApiController {
  constructor(
    private readonly missions: MissionsQueries,
    private readonly judgements: JudgementsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(':framework/missions')
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'Missions of a framework with their lead departments and three judgements' })
  @ApiOkResponse({ type: MissionsResponse })
  @ApiErrors(404)
  async list(@Param('framework') framework: string): Promise<MissionsResponse> {
    const missions = await this.missions.allOfFramework(framework);
    const [first] = missions;
    if (!first) throw ApplicationError.notFound('That framework');
    const standings = new Map((await this.judgements.standingOfFramework(first.frameworkId)).map((standing) => [standing.missionId, standing]));
    const today = this.clock.today();
    return Object.assign(new MissionsResponse(), {
      items: missions.map((mission) => missionSummaryResponse(mission, leadOn(mission, today), standings.get(mission.id))),
    });
  }

  @Get(':framework/missions/:mission')
  @Access('public.read', 'none')
  @ApiOperation({ summary: 'A mission: its text, lead department, targets and three judgements' })
  @ApiOkResponse({ type: MissionResponse })
  @ApiErrors(404)
  async show(@Param('framework') framework: string, @Param('mission') slug: string): Promise<MissionResponse> {
    const mission = await this.missions.bySlug(framework, slug);
    if (!mission) throw ApplicationError.notFound('That mission');
    return missionResponse(mission, leadOn(mission, this.clock.today()), await this.judgements.standingOfMission(mission.id));
  }
}
