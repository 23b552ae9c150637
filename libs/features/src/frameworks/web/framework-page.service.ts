import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AlertsQueries } from '#features/alerts/alerts.queries.js';
import { LateDeliveries } from '#features/calendar/late-deliveries.queries.js';
import { FrameworkClosingsQueries } from '#features/framework-closings/framework-closings.queries.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { leadOn } from '#features/missions/lead-on.js';
import { Mission } from '#features/missions/mission.entity.js';
import { PublicReturnsQueries } from '#features/submissions/public-returns.queries.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { Clock } from '#platform/clock/clock.js';
import { Framework } from '../framework.entity.js';
import { type FrameworkPage, frameworkPage } from './framework-page.presenter.js';
import { type MissionLine } from './mission-line.js';
import { ALL_MISSIONS, type MissionsFilter } from './missions-filter.js';

/** Reads what the page of a framework shows: its missions, how each stands, what is open and what is late. */
@Injectable()
export class FrameworkPageService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly judgements: JudgementsQueries,
    private readonly alerts: AlertsQueries,
    private readonly returns: PublicReturnsQueries,
    private readonly deliveries: LateDeliveries,
    private readonly closings: FrameworkClosingsQueries,
    private readonly clock: Clock,
  ) {}

  async page(framework: Framework, filter: MissionsFilter = ALL_MISSIONS): Promise<FrameworkPage> {
    const [lines, closing] = await Promise.all([this.lines(framework), this.closings.publicClosing(framework.id)]);
    return frameworkPage({ framework, closing }, lines, { filter, today: this.clock.today() });
  }

  /** @throws ApplicationError where there is no such framework. */
  async linesOf(slug: string): Promise<{ framework: Framework; lines: MissionLine[] }> {
    const framework = await this.dataSource.getRepository(Framework).findOneBy({ slug });
    if (!framework) throw ApplicationError.notFound('That framework');
    return { framework, lines: await this.lines(framework) };
  }

  private async lines(framework: Framework): Promise<MissionLine[]> {
    const today = this.clock.today();
    const [missions, standings, alerts, overdue, late] = await Promise.all([
      this.missionsOf(framework.id),
      this.judgements.standingOfFramework(framework.id),
      this.alerts.openOfFramework(framework.id),
      this.returns.overdue({ frameworkId: framework.id }, today),
      this.deliveries.ofFramework(framework, today),
    ]);
    const isNew = isYoungOn(framework, today);
    return missions.map((mission) => ({
      mission,
      lead: leadOn(mission, today),
      standing: standings.find(({ missionId }) => missionId === mission.id),
      openAlerts: alerts.filter(({ missionId }) => missionId === mission.id).length,
      overdueReturns: overdue.filter(({ missionId }) => missionId === mission.id).length,
      cameLate: late.get(mission.slug),
      isNew,
    }));
  }

  /** With their leads, in one statement. */
  private missionsOf(frameworkId: string): Promise<Mission[]> {
    return this.dataSource.getRepository(Mission).find({ where: { frameworkId }, relations: { leads: { organisation: true } }, order: { number: 'ASC' } });
  }
}

/** Was a framework set out less than a year before a day? @param day ISO date */
export function isYoungOn({ publishedOn }: Framework, day: string): boolean {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}` < publishedOn;
}
