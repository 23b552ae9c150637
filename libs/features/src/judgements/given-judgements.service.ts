import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { isConflict, isDeliveryRating } from '#domain/judgements/delivery-rating.js';
import { type Verdict } from '#domain/judgements/verdict.js';
import { requirePermission } from '#features/access/access.guard.js';
import { CHECK_ALERTS } from '#features/alerts/check-alerts.job.js';
import { CouncilDecisionsQueries } from '#features/council/council-decisions.queries.js';
import { isOfClosedFramework, requireOpenFramework } from '#features/frameworks/framework-standing.js';
import { MissionsQueries } from '#features/missions/missions.queries.js';
import { SubmissionVersion } from '#features/submissions/submission-version.entity.js';
import { Clock, londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type JobOutcome } from '#platform/queue/job-handler.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { JUDGE_MISSIONS } from './judge-missions.job.js';
import { Judgement } from './judgement.entity.js';
import { JudgementsQueries } from './judgements.queries.js';
import { judgementsWords } from './judgements.words.js';

/** What the council says of a mission. */
export interface CouncilWords {
  missionId: string;
  verdict: Verdict;
  /** Why, in plain English. */
  sentence: string;
  /** Id of the council's judgement that stood when the form was opened; empty where there was none. */
  seen: string;
  /** Id of the decision of the council that it rests on; none where a member gives it for the council. */
  decision?: string;
}

/** The judgements that people give: a department's with its accepted return, and the council's own. */
@Injectable()
export class GivenJudgementsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: JudgementsQueries,
    private readonly missions: MissionsQueries,
    private readonly decisions: CouncilDecisionsQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws ApplicationError when the actor may not, when another member has judged meanwhile, or the mission is unknown. */
  async recordCouncil(actor: Actor, words: CouncilWords): Promise<Judgement> {
    requirePermission(actor, 'judgement.write-council');
    if (actor.kind !== 'user') throw ApplicationError.forbidden('Only people of the council judge for the council');
    await this.requireDistance(actor, words.missionId);
    return this.unitOfWork.run(
      { actor: auditName(actor), event: 'COUNCIL_JUDGEMENT_RECORDED', subject: 'judgement:new' },
      async (tx) => {
        await lockGivenJudgements(tx, words.missionId);
        const standing = await this.queries.standingOfMission(words.missionId, tx.manager);
        if (!standing) throw ApplicationError.notFound('That mission');
        await requireOpenFramework(tx.manager, words);
        if ((standing.council?.id ?? '') !== words.seen) {
          throw ApplicationError.conflict('The council has recorded another judgement of this mission since you opened the page');
        }
        await this.requireAdopted(tx, words);
        const judgement = await this.insert(tx, {
          kind: 'council',
          missionId: words.missionId,
          verdict: words.verdict,
          sentence: words.sentence.trim(),
          cause: 'council',
          givenBy: actor.id,
          councilDecisionId: words.decision ?? null,
        });
        await tx.enqueue(CHECK_ALERTS, {});
        tx.describe({ mission: standing.slug, verdict: words.verdict, before: standing.council?.verdict ?? null, decision: words.decision ?? null }, `judgement:${judgement.id}`);
        return judgement;
      },
    );
  }

  /**
   * Sets the rating of an evidence return that is accepted, or published unresolved, beside the computed verdict, once a version, and has the mission judged
   * again, and what the three say of it looked through for conflicts.
   * @returns 'skipped' for a version that is gone, is of another kind, or was recorded before
   */
  async recordDepartmentInTransaction(tx: Transaction, submissionVersionId: string): Promise<JobOutcome> {
    const version = await tx.repository(SubmissionVersion).findOne({ where: { id: submissionVersionId }, relations: { submission: true } });
    const missionId = version?.submission.missionId;
    if (!version || !missionId || version.submission.kind !== 'evidence-return' || (await isOfClosedFramework(tx.manager, version.submission))) return 'skipped';
    await lockGivenJudgements(tx, missionId);
    if (await tx.repository(Judgement).existsBy({ submissionVersionId, kind: 'department' })) return 'skipped';
    const { rating, ratingReason } = version.content;
    // A nil return has no rating of its own: the one before it stands.
    if (rating === null) return 'skipped';
    if (typeof rating !== 'string' || !isDeliveryRating(rating)) throw new Error(`version ${version.id} has no rating`);
    const judgement = await this.insert(tx, {
      kind: 'department',
      missionId,
      rating,
      sentence: typeof ratingReason === 'string' ? ratingReason.trim() : '',
      cause: version.submission.status === 'published-unresolved' ? 'unresolved' : 'acceptance',
      givenBy: version.signedBy,
      submissionVersionId,
    });
    const standing = await this.queries.standingOfMission(missionId, tx.manager);
    const conflict = standing?.computed ? isConflict(standing.computed.verdict, rating) : false;
    await tx.enqueue(JUDGE_MISSIONS, { cause: 'acceptance', missionId });
    tx.describe({ rating, computed: standing?.computed?.verdict ?? null, conflict }, `judgement:${judgement.id}`);
    return 'done';
  }

  /** A secondee does not judge the missions of the department that he or she comes from. */
  private async requireDistance(actor: Actor, missionId: string): Promise<void> {
    const lead = await this.missions.leadOn(missionId, this.clock.today());
    if (lead && [actor.homeOrganisationId, actor.organisationId].includes(lead.id)) {
      throw ApplicationError.forbidden('You come from the department that leads this mission, so you cannot judge it for the council', 'own-department');
    }
  }

  /** What a judgement rests on is adopted, and on that mission. */
  private async requireAdopted(tx: Transaction, { missionId, decision }: CouncilWords): Promise<void> {
    if (decision === undefined) return;
    const adopted = await this.decisions.adoptedJudgements(missionId, tx.manager);
    if (!adopted.some(({ id }) => id === decision)) throw ApplicationError.invalid([{ code: 'decision-unknown', message: judgementsWords.form.decisionMissing, field: 'decision' }]);
  }

  private async insert(tx: Transaction, given: Partial<Judgement>): Promise<Judgement> {
    const empty = { targetId: null, verdict: null, countsAs: null, rating: null, method: null, methodVersion: null, submissionVersionId: null, councilDecisionId: null };
    const when = { components: {}, inputs: [], releaseIds: [], givenAt: tx.now, asOf: londonDate(tx.now) };
    return (await tx.repository(Judgement).save({ ...empty, ...when, ...given })) as Judgement;
  }
}

/** Two at once of one mission go one after the other. */
async function lockGivenJudgements(tx: Transaction, missionId: string): Promise<void> {
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`waymark judgement ${missionId}`]);
}
