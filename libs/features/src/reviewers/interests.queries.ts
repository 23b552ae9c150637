import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { holdsOn } from '#domain/reviewers/interest.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { ReviewerInterest } from './reviewer-interest.entity.js';
import { reviewersWords } from './reviewers.words.js';

/** What an interest may be in. */
export interface InterestChoices {
  /** With the framework's title, which tells missions of one name apart. */
  missions: { id: string; focusArea: string; framework: string }[];
  organisations: Pick<Organisation, 'id' | 'name'>[];
}

@Injectable()
export class InterestsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Everybody's, for everybody: by name, the newest first; those that have ended stay on it. */
  async register(): Promise<ReviewerInterest[]> {
    return this.dataSource
      .getRepository(ReviewerInterest)
      .find({ relations: { person: true, mission: true, organisation: true }, order: { person: { name: 'ASC' }, personId: 'ASC', from: 'DESC', id: 'ASC' } });
  }

  async mine(actor: Actor): Promise<ReviewerInterest[]> {
    requirePermission(actor, 'interest.declare');
    return this.dataSource
      .getRepository(ReviewerInterest)
      .find({ where: { personId: actor.id }, relations: { mission: true, organisation: true }, order: { from: 'DESC', id: 'ASC' } });
  }

  /** @throws ApplicationError 404 also for another person's: nobody ends what they did not declare. */
  async own(actor: Actor, id: string): Promise<ReviewerInterest> {
    requirePermission(actor, 'interest.declare');
    const interest = await this.dataSource.getRepository(ReviewerInterest).findOne({ where: { id, personId: actor.id }, relations: { mission: true, organisation: true } });
    if (!interest) throw ApplicationError.notFound(reviewersWords.interests.anInterest);
    return interest;
  }

  async choices(): Promise<InterestChoices> {
    const missions = await this.dataSource
      .getRepository(Mission)
      .find({ select: { id: true, focusArea: true, number: true, framework: { id: true, title: true } }, relations: { framework: true }, order: { framework: { title: 'ASC' }, number: 'ASC' } });
    return {
      missions: missions.map(({ id, focusArea, framework }) => ({ id, focusArea, framework: framework.title })),
      organisations: await this.dataSource.getRepository(Organisation).find({ select: { id: true, name: true }, order: { name: 'ASC' } }),
    };
  }

  /** The interests of somebody that bar them from a submission on a day. */
  async barring(manager: EntityManager, { personId, submissionId, day }: { personId: string; submissionId: string; day: string }): Promise<ReviewerInterest[]> {
    const rows: { barred: boolean }[] = await manager.query('SELECT reviewer_has_interest($1, $2, $3) AS barred', [personId, submissionId, day]);
    if (!rows[0]?.barred) return [];
    const interests = await manager.find(ReviewerInterest, { where: { personId }, relations: { mission: true, organisation: true }, order: { from: 'DESC' } });
    const held = interests.filter((interest) => holdsOn(interest, day));
    const submission: { organisation_id: string; mission_id: string | null }[] = await manager.query('SELECT organisation_id, mission_id FROM submissions WHERE id = $1', [submissionId]);
    const direct = held.filter(({ missionId, organisationId }) => organisationId === submission[0]?.organisation_id || (missionId !== null && missionId === submission[0]?.mission_id));
    // A plan is barred by an interest in a mission that its department leads: the database knows which.
    return direct.length > 0 ? direct : held.filter(({ missionId }) => missionId !== null);
  }
}
