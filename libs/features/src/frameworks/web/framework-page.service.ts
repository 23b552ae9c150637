import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AlertsQueries } from '#features/alerts/alerts.queries.js';
import { LateDeliveries } from '#features/calendar/late-deliveries.queries.js';
import { FrameworkClosingsQueries } from '#features/framework-closings/framework-closings.queries.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { leadOn } from '#features/missions/lead-on.js';
import { Mission } from '#features/missions/mission.entity.js';
import { PublicReturnsQueries } from '#features/submissions/public-returns.queries.js';
import { Clock } from '#platform/clock/clock.js';
import { type Framework } from '../framework.entity.js';
import { type FrameworkPage, frameworkPage } from './framework-page.presenter.js';

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

  async page(framework: Framework): Promise<FrameworkPage> {
    const today = this.clock.today();
    const [missions, standings, alerts, overdue, late, closing] = await Promise.all([
      this.missionsOf(framework.id),
      this.judgements.standingOfFramework(framework.id),
      this.alerts.openOfFramework(framework.id),
      this.returns.overdue({ frameworkId: framework.id }, today),
      this.deliveries.ofFramework(framework, today),
      this.closings.publicClosing(framework.id),
    ]);
    return frameworkPage(
      { framework, closing },
      missions.map((mission) => ({
        mission,
        lead: leadOn(mission, today),
        standing: standings.find(({ missionId }) => missionId === mission.id),
        openAlerts: alerts.filter(({ missionId }) => missionId === mission.id).length,
        overdueReturns: overdue.filter(({ missionId }) => missionId === mission.id).length,
        cameLate: late.get(mission.slug),
      })),
    );
  }

  /** With their leads, in one statement. */
  private missionsOf(frameworkId: string): Promise<Mission[]> {
    return this.dataSource.getRepository(Mission).find({ where: { frameworkId }, relations: { leads: { organisation: true } }, order: { number: 'ASC' } });
  }
}
