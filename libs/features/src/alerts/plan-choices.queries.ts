import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Alert } from './alert.entity.js';

/** A metric that a plan may name. */
export interface MetricChoice {
  slug: string;
  name: string;
  unit: string;
  ofMission: boolean;
}

/** What a recovery plan may name. */
@Injectable()
export class PlanChoices {
  constructor(private readonly dataSource: DataSource) {}

  /** Every metric of the catalogue by name, those that the alert's mission is judged by first. */
  async metricsFor({ missionId }: Pick<Alert, 'missionId'>): Promise<MetricChoice[]> {
    return this.dataSource.query(
      `SELECT m.slug, m.name, m.unit,
              EXISTS (SELECT FROM targets t WHERE t.mission_id = $1 AND t.metric_id = m.id)
                OR m.slug = ANY (COALESCE((SELECT ms.headline_metrics FROM missions ms WHERE ms.id = $1), '{}')) AS "ofMission"
         FROM metrics m
        ORDER BY 4 DESC, m.name`,
      [missionId],
    );
  }
}
