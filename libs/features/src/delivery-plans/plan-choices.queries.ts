import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type PlanList } from '#domain/delivery-plans/plan-lists.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';

export interface Choice {
  slug: string;
  name: string;
}

/** What a line can name beside the plan's own missions. */
export interface PlanChoices {
  metrics: Choice[];
  departments: Choice[];
}

/** Reads what the forms of a plan let people choose from: both are public registers. */
@Injectable()
export class PlanChoicesQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** @param organisationId the plan's own department, which cannot depend on itself */
  async forList(list: PlanList, organisationId: string): Promise<PlanChoices> {
    const metrics = list === 'metrics' ? await this.dataSource.getRepository(Metric).find({ select: { slug: true, name: true }, order: { name: 'ASC' } }) : [];
    const departments = list === 'dependencies' ? await this.dataSource.getRepository(Organisation).find({ where: { kind: 'department' }, order: { name: 'ASC' } }) : [];
    return {
      metrics: metrics.map(({ slug, name }) => ({ slug, name })),
      departments: departments.filter(({ id }) => id !== organisationId).map(({ slug, name }) => ({ slug, name })),
    };
  }
}
