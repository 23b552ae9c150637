import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { User } from '#features/access/user.entity.js';
import { GivenJudgementsService } from '#features/judgements/given-judgements.service.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { MissionsQueries } from '#features/missions/missions.queries.js';

const CHAIR = 'margaret.ellison@council.example.org';
/** Two steps kinder than what the figures say of it, so that a newcomer sees what a disagreement is. */
const WORDS = {
  mission: 'health',
  verdict: 'slipping',
  sentence: 'Made up for the example: the council expects the next figures to win back part of what the years of the pandemic took, and asks for them early.',
} as const;

/** A made-up judgement of the example's council on one mission. */
@Injectable()
export class ExampleCouncil {
  constructor(
    private readonly dataSource: DataSource,
    private readonly missions: MissionsQueries,
    private readonly judgements: GivenJudgementsService,
  ) {}

  /** Nothing where the example's people are not there, or the council has judged before. */
  async judge(frameworkSlug: string): Promise<void> {
    const mission = await this.missions.bySlug(frameworkSlug, WORDS.mission);
    const chair = await this.dataSource.getRepository(User).findOneBy({ email: CHAIR });
    if (!mission || !chair?.demo || (await this.dataSource.getRepository(Judgement).existsBy({ missionId: mission.id, kind: 'council' }))) return;
    const { id, name, roles, organisationId, homeOrganisationId } = chair;
    await this.judgements.recordCouncil({ kind: 'user', id, name, roles, organisationId, homeOrganisationId }, { missionId: mission.id, verdict: WORDS.verdict, sentence: WORDS.sentence, seen: '' });
  }
}
