import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ApplicationError } from '#platform/errors/application-error.js';
import { Alert } from './alert.entity.js';
import { AlertEffectCheck } from './alert-effect-check.entity.js';
import { AlertEvent } from './alert-event.entity.js';

const RELATIONS = { framework: true, mission: { framework: true }, target: { metric: true }, organisation: true, raisedWith: true, dataGap: true, submission: true, aboutAlert: true } as const;

/** Reads of alerts; all of it is public. Each alert comes with framework, mission, target, those who owed and owe the answer, and what it was raised on. */
@Injectable()
export class AlertsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Every alert: open ones first, by the day their answer is due, then the closed ones, newest first. One statement. */
  async all(): Promise<{ open: Alert[]; closed: Alert[] }> {
    const alerts = await this.dataSource.getRepository(Alert).find({ relations: RELATIONS, order: { responseDueOn: 'ASC', mission: { number: 'ASC' }, target: { position: 'ASC' }, id: 'ASC' } });
    return {
      open: alerts.filter(({ status }) => status !== 'closed'),
      closed: alerts.filter(({ status }) => status === 'closed').toReversed(),
    };
  }

  /** @throws ApplicationError where there is none. */
  async byReference(reference: string): Promise<Alert> {
    const alert = await this.dataSource.getRepository(Alert).findOne({ where: { reference }, relations: RELATIONS });
    if (!alert) throw ApplicationError.notFound('That alert');
    return alert;
  }

  /** The public timeline, oldest first. */
  async eventsOf(alertId: string): Promise<AlertEvent[]> {
    return this.dataSource.getRepository(AlertEvent).find({ where: { alertId }, order: { sequence: 'ASC' } });
  }

  /** What releases have shown of the effects that its plans promised, the first first. */
  async effectsOf(alertId: string): Promise<AlertEffectCheck[]> {
    return this.dataSource.getRepository(AlertEffectCheck).find({ where: { alertId }, order: { checkedAt: 'ASC', actionIndex: 'ASC' } });
  }

  /** Open alerts of one mission. */
  async openOfMission(missionId: string): Promise<Alert[]> {
    return (await this.dataSource.getRepository(Alert).find({ where: { missionId }, relations: RELATIONS, order: { responseDueOn: 'ASC', id: 'ASC' } })).filter(
      ({ status }) => status !== 'closed',
    );
  }

  /** Open alerts of a framework's missions, by the day their answer is due. */
  async openOfFramework(frameworkId: string): Promise<Alert[]> {
    return (await this.all()).open.filter((alert) => alert.frameworkId === frameworkId);
  }
}
