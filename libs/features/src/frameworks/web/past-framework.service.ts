import { Injectable } from '@nestjs/common';
import { HearingPacksQueries } from '#features/hearing-packs/hearing-packs.queries.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { leadOn } from '#features/missions/lead-on.js';
import { EnteredRecordsQueries } from '#features/past-days/entered-records.queries.js';
import { pastBanner } from '#features/past-days/past-banner.presenter.js';
import { pastDayOf } from '#features/past-days/past-day.js';
import { Clock } from '#platform/clock/clock.js';
import { frameworksPaths } from '../frameworks.paths.js';
import { isYoungOn } from './framework-page.service.js';
import { type FrameworkPage, frameworkPage } from './framework-page.presenter.js';

/** The page of a framework as everybody could read it at the end of a day. */
@Injectable()
export class PastFrameworkService {
  constructor(
    private readonly records: EnteredRecordsQueries,
    private readonly packs: HearingPacksQueries,
    private readonly judgements: JudgementsQueries,
    private readonly clock: Clock,
  ) {}

  /** @param text the day as the address has it @throws ApplicationError 404 where it is none, or before the framework */
  async page(slug: string, text: string): Promise<FrameworkPage> {
    const day = pastDayOf(text, this.clock);
    const { framework, missions } = await this.records.framework(slug, day);
    const [standings, open] = await Promise.all([
      this.judgements.standingsOn(missions.map(({ mission }) => mission), day),
      this.packs.waiting(missions.map(({ mission }) => mission.id), day),
    ]);
    const isNew = isYoungOn(framework, day.on);
    const lines = missions.map(({ mission }) => {
      const standing = standings.find(({ missionId }) => missionId === mission.id);
      const waiting = open.find(({ missionId }) => missionId === mission.id);
      const held = standing?.department && waiting && !waiting.publicReturns.includes(standing.department.submissionReference);
      return {
        mission,
        lead: leadOn(mission, day.on),
        standing: standing && held ? { ...standing, department: null } : standing,
        openAlerts: waiting?.openAlerts ?? 0,
        overdueReturns: waiting?.overdueReturns ?? 0,
        cameLate: undefined,
        isNew,
      };
    });
    const banner = pastBanner(day, { page: frameworksPaths.framework(slug), since: framework.publishedOn, today: this.clock.today() });
    return frameworkPage({ framework, closing: null }, lines, { past: { banner, day: day.on }, today: this.clock.today() });
  }
}
