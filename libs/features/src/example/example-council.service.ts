import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { User } from '#features/access/user.entity.js';
import { CouncilMember } from '#features/council/council-member.entity.js';
import { GivenJudgementsService } from '#features/judgements/given-judgements.service.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { MissionsQueries } from '#features/missions/missions.queries.js';
import { ExampleInquiry } from './example-inquiry.service.js';
import { ExampleLetters } from './example-letters.service.js';
import { ExamplePast } from './example-past.service.js';
import { ExampleRegister } from './example-register.service.js';
import { ExampleReport } from './example-report.service.js';

const CHAIR = 'margaret.ellison@council.example.org';
/** Two steps kinder than what the figures say of it, so that a newcomer sees what a disagreement is. */
const WORDS = {
  mission: 'health',
  verdict: 'slipping',
  sentence: 'Made up for the example: the council expects the next figures to win back part of what the years of the pandemic took, and asks for them early.',
} as const;

/** What the example's council has done: a judgement of one mission, and a year of its other work. */
@Injectable()
export class ExampleCouncil {
  constructor(
    private readonly dataSource: DataSource,
    private readonly missions: MissionsQueries,
    private readonly judgements: GivenJudgementsService,
    private readonly past: ExamplePast,
    private readonly register: ExampleRegister,
    private readonly inquiry: ExampleInquiry,
    private readonly letters: ExampleLetters,
    private readonly report: ExampleReport,
  ) {}

  /** Nothing where the example's people are not there, or the council has judged before. */
  async judge(frameworkSlug: string): Promise<void> {
    const mission = await this.missions.bySlug(frameworkSlug, WORDS.mission);
    const chair = await this.dataSource.getRepository(User).findOneBy({ email: CHAIR });
    if (!mission || !chair?.demo || (await this.dataSource.getRepository(Judgement).existsBy({ missionId: mission.id, kind: 'council' }))) return;
    const { id, name, roles, organisationId, homeOrganisationId } = chair;
    await this.judgements.recordCouncil({ kind: 'user', id, name, roles, organisationId, homeOrganisationId }, { missionId: mission.id, verdict: WORDS.verdict, sentence: WORDS.sentence, seen: '' });
  }

  /** An inquiry, a decision, letters and a report, on days before today. Nothing where there is a register already. */
  async work(frameworkSlug: string): Promise<void> {
    if (!(await this.past.hasPeople()) || (await this.dataSource.getRepository(CouncilMember).count()) > 0) return;
    const { id: missionId, frameworkId } = await this.dataSource.getRepository(Mission).findOneByOrFail({ slug: 'education', framework: { slug: frameworkSlug } });
    await this.register.keep();
    const inquiry = await this.inquiry.gather(missionId);
    await this.register.decide(inquiry, missionId);
    await this.inquiry.publish(inquiry);
    await this.letters.exchange();
    await this.report.publish(frameworkId);
  }
}
