import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { type LastEditionDocument } from '#domain/framework-closings/last-edition-document.js';
import { CouncilDecision } from '#features/council/council-decision.entity.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { FrameworkClosingEvent } from './framework-closing-event.entity.js';
import { FrameworkClosing } from './framework-closing.entity.js';
import { closingsWords as words } from './framework-closings.words.js';
import { LastEdition } from './last-edition.entity.js';
import { type UnansweredByMission, UnansweredQueries } from './unanswered.queries.js';

/** A framework with its closing, where one is prepared, announced or done. */
export interface FrameworkToClose {
  framework: Framework;
  closing: FrameworkClosing | null;
  missions: Mission[];
}

/** What was frozen. */
export interface FoundEdition {
  edition: LastEdition;
  document: LastEditionDocument;
}

/** Reads of closings. Public from the announcement on; what is prepared is the council's own. */
@Injectable()
export class FrameworkClosingsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unanswered: UnansweredQueries,
  ) {}

  /** @throws ApplicationError 404 */
  async toClose(slug: string): Promise<FrameworkToClose> {
    const framework = await this.dataSource.getRepository(Framework).findOneBy({ slug });
    if (!framework) throw ApplicationError.notFound(words.aFramework);
    const closing = await this.dataSource.getRepository(FrameworkClosing).findOne({ where: { frameworkId: framework.id }, relations: { framework: true, decision: true, endings: { successor: { framework: true } } } });
    return { framework, closing, missions: await this.dataSource.getRepository(Mission).find({ where: { frameworkId: framework.id }, order: { number: 'ASC' } }) };
  }

  /** With its decision; null before the announcement. */
  async publicClosing(frameworkId: string): Promise<FrameworkClosing | null> {
    return this.dataSource.getRepository(FrameworkClosing).findOne({ where: { frameworkId, state: In(['announced', 'closed']) }, relations: { decision: true } });
  }

  /** Null where the framework is not closed. */
  async edition(frameworkId: string): Promise<FoundEdition | null> {
    const edition = await this.dataSource.getRepository(LastEdition).findOneBy({ frameworkId });
    return edition && { edition, document: JSON.parse(edition.body) as LastEditionDocument };
  }

  /** @throws ApplicationError 404 where the framework is unknown or not closed */
  async editionOf(slug: string): Promise<FoundEdition> {
    const framework = await this.dataSource.getRepository(Framework).findOneBy({ slug });
    const found = framework && (await this.edition(framework.id));
    if (!found) throw ApplicationError.notFound(words.anEdition);
    return found;
  }

  async unansweredOf(frameworkId: string, today: string): Promise<UnansweredByMission> {
    return this.unanswered.of(this.dataSource.manager, frameworkId, today);
  }

  async eventsOf(closingId: string): Promise<FrameworkClosingEvent[]> {
    return this.dataSource.getRepository(FrameworkClosingEvent).find({ where: { closingId }, order: { sequence: 'ASC' } });
  }

  async decisions(framework: Framework): Promise<CouncilDecision[]> {
    return decisionsToClose(this.dataSource.manager, framework);
  }

  /** Missions of other frameworks that are open, which may carry one on. */
  async successors(frameworkId: string): Promise<Mission[]> {
    return this.dataSource
      .getRepository(Mission)
      .createQueryBuilder('mission')
      .innerJoinAndSelect('mission.framework', 'framework')
      .where('framework.id <> :frameworkId AND framework.closedAt IS NULL', { frameworkId })
      .orderBy('framework.title')
      .addOrderBy('mission.number')
      .getMany();
  }
}

/** Adopted decisions to close a framework, which they name by its title or its address; the newest first. */
export async function decisionsToClose(manager: EntityManager, { slug, title }: Framework): Promise<CouncilDecision[]> {
  return manager
    .createQueryBuilder(CouncilDecision, 'decision')
    .where(`decision.subject = 'framework-closing' AND decision.state = 'closed' AND decision.adopted AND lower(btrim(decision.about)) IN (:...names)`, { names: [slug, title.toLowerCase()] })
    .orderBy('decision.closedAt', 'DESC')
    .getMany();
}
