import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Mission } from '#features/missions/mission.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { CouncilDecisionPart } from './council-decision-part.entity.js';
import { CouncilDecision } from './council-decision.entity.js';
import { councilWords } from './council.words.js';

/** A decision and every member's part in it, by name. */
export interface WholeDecision {
  decision: CouncilDecision;
  parts: CouncilDecisionPart[];
}

const MISSION = { mission: { framework: true } } as const;

@Injectable()
export class CouncilDecisionsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** For everybody: those that are closed, newest first. */
  async closed(): Promise<CouncilDecision[]> {
    return this.dataSource.getRepository(CouncilDecision).find({ where: { state: 'closed' }, relations: MISSION, order: { closedAt: 'DESC', reference: 'ASC' } });
  }

  /** @throws ApplicationError 404 also for one that is not closed: before that it is the council's own */
  async closedOne(reference: string): Promise<WholeDecision> {
    return this.whole(await this.dataSource.getRepository(CouncilDecision).findOne({ where: { reference, state: 'closed' }, relations: MISSION }));
  }

  /** What is before the council, oldest first. */
  async waiting(actor: Actor): Promise<CouncilDecision[]> {
    requirePermission(actor, 'council.decide');
    return this.dataSource.getRepository(CouncilDecision).find({ where: { state: In(['proposed', 'open']) }, relations: MISSION, order: { proposedAt: 'ASC', reference: 'ASC' } });
  }

  /** In every state. @throws ApplicationError 404 */
  async one(actor: Actor, reference: string): Promise<WholeDecision> {
    requirePermission(actor, 'council.decide');
    return this.whole(await this.dataSource.getRepository(CouncilDecision).findOne({ where: { reference }, relations: MISSION }));
  }

  /** What a judgement of a mission may rest on: adopted decisions on the council's judgement of it, newest first. */
  async adoptedJudgements(missionId: string, manager: EntityManager = this.dataSource.manager): Promise<CouncilDecision[]> {
    return manager.find(CouncilDecision, { where: { missionId, subject: 'council-judgement', state: 'closed', adopted: true }, order: { closedAt: 'DESC', reference: 'ASC' } });
  }

  /** Every mission with its framework's title, which tells those of one name apart. */
  async missions(): Promise<{ id: string; focusArea: string; framework: string }[]> {
    const missions = await this.dataSource
      .getRepository(Mission)
      .find({ select: { id: true, focusArea: true, number: true, framework: { id: true, title: true } }, relations: { framework: true }, order: { framework: { title: 'ASC' }, number: 'ASC' } });
    return missions.map(({ id, focusArea, framework }) => ({ id, focusArea, framework: framework.title }));
  }

  private async whole(decision: CouncilDecision | null): Promise<WholeDecision> {
    if (!decision) throw ApplicationError.notFound(councilWords.aDecision);
    return { decision, parts: await this.dataSource.getRepository(CouncilDecisionPart).find({ where: { decisionId: decision.id }, order: { personName: 'ASC', id: 'ASC' } }) };
  }
}
