import { Injectable } from '@nestjs/common';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { type ListSource, type OpenList } from '#features/open-data/open-list.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { leadOn } from '../lead-on.js';
import { MissionRecordsQueries } from '../mission-records.queries.js';
import { MissionsQueries } from '../missions.queries.js';
import { MissionResponse, missionResponse, MissionSummaryResponse, missionSummaryResponse } from './mission.response.js';

@Injectable()
export class MissionsList implements ListSource<MissionSummaryResponse> {
  constructor(
    private readonly missions: MissionsQueries,
    private readonly records: MissionRecordsQueries,
    private readonly judgements: JudgementsQueries,
    private readonly clock: Clock,
  ) {}

  async all({ framework }: Readonly<Record<string, string>>): Promise<MissionSummaryResponse[]> {
    const missions = await this.missions.allOfFramework(framework ?? '');
    const [first] = missions;
    if (!first) throw ApplicationError.notFound('That framework');
    const standings = new Map((await this.judgements.standingOfFramework(first.frameworkId)).map((standing) => [standing.missionId, standing]));
    const today = this.clock.today();
    return missions.map((mission) => missionSummaryResponse(mission, leadOn(mission, today), standings.get(mission.id)));
  }

  async one(slug: string, { framework }: Readonly<Record<string, string>>): Promise<MissionResponse> {
    const mission = await this.missions.bySlug(framework ?? '', slug);
    if (!mission) throw ApplicationError.notFound('That mission');
    const today = this.clock.today();
    return missionResponse(mission, {
      lead: leadOn(mission, today),
      standing: await this.judgements.standingOfMission(mission.id),
      records: await this.records.of(mission.id, today),
    });
  }
}

export const MISSIONS: OpenList = {
  path: 'frameworks/:framework/missions', tag: 'missions', title: 'Missions of a framework', noun: 'That mission',
  description: 'A mission with its lead department and the three judgements, side by side and never merged.',
  item: MissionSummaryResponse, whole: MissionResponse, key: { number: 'id' }, id: 'slug', idParam: 'mission', within: { framework: 'framework' }, source: MissionsList,
};
