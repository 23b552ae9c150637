import { Injectable } from '@nestjs/common';
import { ambitionInShort } from '#features/ambition/ambition-table.presenter.js';
import { AmbitionQueries } from '#features/ambition/ambition.queries.js';
import { Clock } from '#platform/clock/clock.js';
import { qualityLine, type QualityLine } from './quality-lines.js';
import { QualityReviewsQueries } from './quality-reviews.queries.js';

/** All missions of a framework side by side, with what people say and what is computed. */
@Injectable()
export class QualityLinesQueries {
  constructor(
    private readonly reviews: QualityReviewsQueries,
    private readonly ambition: AmbitionQueries,
    private readonly clock: Clock,
  ) {}

  /** @returns nothing where there is no such framework */
  async of(framework: string): Promise<{ title: string; lines: QualityLine[] }> {
    const today = this.clock.today();
    const missions = await this.reviews.missions(today, framework);
    const computed = await this.ambition.ofMissions(missions.map(({ mission }) => mission.id));
    const lines = missions.map(({ mission, inForce }) => ({
      ...qualityLine(mission, inForce, today),
      ambitionComputed: ambitionInShort(computed.filter(({ missionId }) => missionId === mission.id)),
    }));
    return { title: missions[0]?.mission.framework.title ?? '', lines };
  }
}
