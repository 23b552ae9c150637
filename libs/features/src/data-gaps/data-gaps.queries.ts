import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { isUnfinished } from '#domain/data-gaps/date-needed.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { DataGap } from './data-gap.entity.js';
import { DataGapEvent } from './data-gap-event.entity.js';

/** An alert that was raised on a gap. */
export interface AlertOfGap {
  reference: string;
  status: string;
}

const RELATIONS = { metric: true, owner: true, mission: { framework: true, leads: { organisation: true } }, targets: { target: { mission: { framework: true } } } } as const;

/** Reads of the register; all of it is public. Each gap comes with metric, owner, mission (and its leads) and targets. */
@Injectable()
export class DataGapsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Every gap: those to be closed first, by the day they are needed. */
  async all(): Promise<DataGap[]> {
    const gaps = await this.find({});
    return [...gaps.filter(({ state }) => isUnfinished(state)), ...gaps.filter(({ state }) => !isUnfinished(state))];
  }

  /** @throws ApplicationError where there is none. */
  async byReference(reference: string): Promise<DataGap> {
    const [gap] = await this.find({ reference });
    if (!gap) throw ApplicationError.notFound('That data gap');
    return gap;
  }

  /** The public timeline, oldest first. */
  async eventsOf(dataGapId: string): Promise<DataGapEvent[]> {
    return this.dataSource.getRepository(DataGapEvent).find({ where: { dataGapId }, order: { sequence: 'ASC' } });
  }

  async alertsOf(dataGapId: string): Promise<AlertOfGap[]> {
    return this.dataSource.query('SELECT reference, status FROM alerts WHERE data_gap_id = $1 ORDER BY raised_at, reference', [dataGapId]);
  }

  /** Who may own a gap: departments and producers of statistics, by name. */
  async possibleOwners(): Promise<Organisation[]> {
    return this.dataSource.getRepository(Organisation).find({ where: { kind: In(['department', 'statistics']) }, order: { name: 'ASC' } });
  }

  private async find(where: { reference?: string }): Promise<DataGap[]> {
    return this.dataSource.getRepository(DataGap).find({
      where,
      relations: RELATIONS,
      order: { dateNeeded: 'ASC', reference: 'ASC', targets: { target: { title: 'ASC' } } },
    });
  }
}
