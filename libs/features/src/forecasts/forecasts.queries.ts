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
}
