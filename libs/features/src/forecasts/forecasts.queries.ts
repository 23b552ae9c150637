import { Injectable } from '@nestjs/common';
import { DataSource, LessThanOrEqual } from 'typeorm';
import { StoredForecast } from './stored-forecast.entity.js';

@Injectable()
export class ForecastsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The forecast of a target that stood at an instant. */
  async standing(targetId: string, at: Date): Promise<StoredForecast | null> {
    return this.dataSource.getRepository(StoredForecast).findOne({ where: { targetId, madeAt: LessThanOrEqual(at) }, order: { madeAt: 'DESC' } });
  }

  /** Every forecast ever made of a target, the newest first. */
  async every(targetId: string): Promise<StoredForecast[]> {
    return this.dataSource.getRepository(StoredForecast).find({ where: { targetId }, order: { madeAt: 'DESC', id: 'ASC' } });
  }
}
