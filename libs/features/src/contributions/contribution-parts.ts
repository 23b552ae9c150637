import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type GivenContribution } from '#domain/evidence-returns/evidence-return-content.js';
import { ReturnParts } from '#features/evidence-returns/return-parts.js';
import { type Contribution } from './contribution.entity.js';
import { ContributionsQueries } from './contributions.queries.js';

/** Tells a return what others contribute to it: words that were given, nothing that is still being written, no question that was withdrawn. */
@Injectable()
export class ContributionParts implements OnModuleInit {
  constructor(
    private readonly parts: ReturnParts,
    private readonly queries: ContributionsQueries,
  ) {}

  onModuleInit(): void {
    this.parts.register('contributions', (manager, submissionId) => this.of(manager, submissionId));
  }

  private async of(manager: EntityManager, submissionId: string): Promise<GivenContribution[]> {
    const asked = await this.queries.ofReturn(submissionId, manager);
    return asked.filter(({ state }) => state !== 'withdrawn').map(givenContribution);
  }
}

/** A request as others than those who write the answer may see it. */
export function givenContribution({ id, organisation, question, state, answer, aboutLabel, quoted, declineReason, evidence }: Contribution): GivenContribution {
  const asked = { id, organisation: organisation.name, question, about: aboutLabel };
  if (state === 'given') return { ...asked, status: state, answer, quoted, evidence };
  if (state === 'declined') return { ...asked, status: state, answer: '', reason: declineReason ?? '' };
  return { ...asked, status: state === 'drafted' ? 'asked' : state === 'withdrawn' ? 'not-given' : state, answer: '' };
}
