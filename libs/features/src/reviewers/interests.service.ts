import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { endingFaults, interestFaults } from '#domain/reviewers/interest.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { ReviewsService } from '#features/reviews/reviews.service.js';
import { Clock, londonDate } from '#platform/clock/clock.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { readSubject } from './interest-subject.js';
import { ReviewerInterest } from './reviewer-interest.entity.js';
import { reviewersWords } from './reviewers.words.js';

/** An interest as its form was filled in. Dates: ISO, '' where empty, undefined where it is none. */
export interface DeclaredInterest {
  /** `mission:<id>` or `organisation:<id>` */
  subject: string;
  what: string;
  from: string | undefined;
  to: string | undefined;
}

/** People of the council declare their own interests and end them; nothing is taken back. */
@Injectable()
export class InterestsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: ReviewsService,
    private readonly clock: Clock,
  ) {}

  /**
   * What its holder was reviewing and may no longer goes back to the queue at once.
   * @throws ApplicationError 422 with every fault by field.
   */
  async declare(actor: Actor, given: DeclaredInterest): Promise<{ interest: ReviewerInterest; handedBack: number }> {
    requirePermission(actor, 'interest.declare');
    const interest = await this.unitOfWork.run({ actor: auditName(actor), event: 'INTEREST_DECLARED', subject: `user:${actor.id}` }, async (tx) => {
      const subject = await knownSubject(tx, given.subject);
      refuse(interestFaults({ ...subject, what: given.what, from: given.from, to: given.to }));
      const interest = await tx.repository(ReviewerInterest).save({
        personId: actor.id,
        ...subject,
        what: given.what.trim(),
        from: given.from ?? '',
        to: given.to || null,
        declaredAt: tx.now,
        endedAt: null,
      });
      tx.describe({ ...subject, from: interest.from, to: interest.to }, `interest:${interest.id}`);
      return interest;
    });
    return { interest, handedBack: await this.handBackBarred(actor) };
  }

  /** Enters the last day: today or later, so that nobody was free to review while they were barred. */
  async end(actor: Actor, id: string, { to, rowVersion }: { to: string | undefined; rowVersion: number }): Promise<void> {
    requirePermission(actor, 'interest.declare');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'INTEREST_ENDED', subject: `interest:${id}` }, async (tx) => {
      const interests = tx.repository(ReviewerInterest);
      const interest = await interests.findOne({ where: { id, personId: actor.id }, lock: { mode: 'pessimistic_write' } });
      if (!interest) throw ApplicationError.notFound(reviewersWords.interests.anInterest);
      if (interest.rowVersion !== rowVersion) throw ApplicationError.conflict(reviewersWords.interests.changed);
      refuse(endingFaults(interest, to, londonDate(tx.now)));
      await interests.save(Object.assign(interest, { to, endedAt: tx.now }));
      tx.describe({ to });
    });
  }

  /** @returns how many. One that has moved on in this very moment is no longer theirs to hand back. */
  private async handBackBarred(actor: Actor): Promise<number> {
    const barred: { id: string; row_version: number }[] = await this.unitOfWork.reader.query(
      `SELECT id, row_version FROM reviews WHERE status = 'claimed' AND reviewer_id = $1 AND reviewer_has_interest($1, submission_id, $2) ORDER BY id`,
      [actor.id, this.clock.today()],
    );
    let handedBack = 0;
    for (const { id, row_version: rowVersion } of barred) {
      const done = await this.reviews.handBack(actor, id, rowVersion).then(
        () => 1,
        (error: unknown) => {
          if (error instanceof ApplicationError && error.kind === 'conflict') return 0;
          throw error;
        },
      );
      handedBack += done;
    }
    return handedBack;
  }
}

/** A mission or an organisation that there is; neither otherwise. */
async function knownSubject({ manager }: Transaction, choice: string): Promise<{ missionId: string | null; organisationId: string | null }> {
  const { missionId, organisationId } = readSubject(choice);
  return {
    missionId: missionId && (await manager.existsBy(Mission, { id: missionId })) ? missionId : null,
    organisationId: organisationId && (await manager.existsBy(Organisation, { id: organisationId })) ? organisationId : null,
  };
}

function refuse(reasons: Reason[]): void {
  if (reasons.length > 0) throw ApplicationError.invalid(reasons);
}
