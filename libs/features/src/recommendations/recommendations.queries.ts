import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { Recommendation } from './recommendation.entity.js';
import { RecommendationEvent } from './recommendation-event.entity.js';

/** Reads of recommendations; all of it is public. */
@Injectable()
export class RecommendationsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first, with addressee and mission. */
  async all(): Promise<Recommendation[]> {
    return this.dataSource.getRepository(Recommendation).find({ relations: { addressee: true, mission: { framework: true } }, order: { madeAt: 'DESC', reference: 'ASC' } });
  }

  /** Those of one inquiry, report or interim review, by its reference. */
  async ofSource(sourceReference: string): Promise<Recommendation[]> {
    return this.dataSource.getRepository(Recommendation).find({ where: { sourceReference }, relations: { addressee: true, mission: { framework: true } }, order: { madeAt: 'ASC', reference: 'ASC' } });
  }

  /** @throws ApplicationError 404 */
  async byReference(reference: string): Promise<Recommendation> {
    const recommendation = await this.dataSource.getRepository(Recommendation).findOne({ where: { reference }, relations: { addressee: true, mission: { framework: true } } });
    if (!recommendation) throw ApplicationError.notFound('That recommendation');
    return recommendation;
  }

  /** In the order of happening, each with who was to answer then. */
  async eventsOf(recommendationIds: readonly string[]): Promise<RecommendationEvent[]> {
    return this.dataSource.getRepository(RecommendationEvent).find({ where: { recommendationId: In(recommendationIds) }, relations: { addressee: true }, order: { sequence: 'ASC' } });
  }

  /** Departments and sub-national bodies by name. */
  async possibleAddressees(): Promise<Organisation[]> {
    return this.dataSource.getRepository(Organisation).find({ where: { kind: In(['department', 'sub-national']) }, order: { name: 'ASC' } });
  }
}
