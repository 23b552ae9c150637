import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CouncilDecision } from '#features/council/council-decision.entity.js';
import { CouncilDecisionsService } from '#features/council/council-decisions.service.js';
import { CouncilRegisterService } from '#features/council/council-register.service.js';
import { exampleWords } from './example.words.js';
import { ExamplePast } from './example-past.service.js';

/** The example's council: who sits on it, its money, and what it decided together. */
@Injectable()
export class ExampleRegister {
  constructor(
    private readonly past: ExamplePast,
    private readonly dataSource: DataSource,
    private readonly register: CouncilRegisterService,
    private readonly decisions: CouncilDecisionsService,
  ) {}

  async keep(): Promise<void> {
    const chair = await this.past.actor('chair');
    await this.past.at(300, async () => {
      for (const { who, ...term } of exampleWords.terms) await this.register.saveMember(chair, undefined, { ...term, personId: (await this.past.actor(who)).id, ended: '', endedWhy: '' });
      const year = Number(this.past.day(300).slice(0, 4));
      for (const { ago, ...budget } of exampleWords.budgets) await this.register.saveBudget(chair, undefined, { ...budget, year: String(year - ago), givenBy: exampleWords.payer, note: exampleWords.madeUp });
    });
  }

  /** A vote on an inquiry's findings, with somebody who disagrees. @param about reference of the inquiry */
  async decide(about: string, missionId: string): Promise<void> {
    const [chair, member, second] = [await this.past.actor('chair'), await this.past.actor('member'), await this.past.actor('secondMember')];
    const { title, text, dissent, minute } = exampleWords.decision;
    const reference = await this.past.at(150, async () => {
      const proposed = await this.decisions.propose(second, { subject: 'inquiry-findings', about, missionId, title, text });
      return (await this.decisions.open(chair, proposed)).reference;
    });
    await this.past.at(148, async () => {
      await this.decisions.vote(chair, reference, { part: 'for', words: '' });
      await this.decisions.vote(second, reference, { part: 'for', words: '' });
      await this.decisions.vote(member, reference, { part: 'against', words: dissent });
      const { rowVersion } = await this.dataSource.getRepository(CouncilDecision).findOneByOrFail({ reference });
      await this.decisions.close(chair, { reference, rowVersion }, minute);
    });
  }
}
