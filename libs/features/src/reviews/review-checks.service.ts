import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { type CheckResult } from '#domain/reviews/review-check.js';
import { checkArithmetic, checkAttachments, checkEvidence, type FileToCheck } from '#domain/reviews/content-checks.js';
import { missingFrom, promisesOf, ratingOf, sectionsOf } from '#domain/reviews/delivery-facts.js';
import { checkPromises, type SentBackSection } from '#domain/reviews/promise-checks.js';
import { checkCompleteness, checkFigures, type FigureToCompare } from '#domain/reviews/submission-checks.js';
import { stepFindings, stepsFollowedUp } from '#domain/reviews/step-follow-up.js';
import { isSectionChanged, whatChanged } from '#domain/reviews/what-changed.js';
import { Attachment } from '#features/attachments/attachment.entity.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { TargetFiguresQueries } from '#features/missions/target-figures.queries.js';
import { Target } from '#features/missions/target.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { DeliveriesQueries, type DeliveredVersion, type EarlierDelivery } from './deliveries.queries.js';
import { figureToCompare } from './figure-comparison.js';
import { ReviewCheck } from './review-check.entity.js';
import { Review } from './review.entity.js';

/** Runs the checks of a delivery: what a machine can find, kept for the reviewer to see. */
@Injectable()
export class ReviewChecksService {
  constructor(
    private readonly deliveries: DeliveriesQueries,
    private readonly judgements: JudgementsQueries,
    private readonly targetFigures: TargetFiguresQueries,
  ) {}

  /** @returns what was found, or null where there is nothing to check any more. Run again, it replaces what it found before. */
  async runInTransaction(transaction: Transaction, reviewId: string): Promise<CheckResult[] | null> {
    const { manager } = transaction;
    const review = await manager.findOne(Review, { where: { id: reviewId }, lock: { mode: 'pessimistic_write' } });
    if (!review || review.status === 'decided' || review.status === 'closed') return null;
    const submission = await manager.findOneByOrFail(Submission, { id: review.submissionId });
    const version = await this.deliveries.version(submission, review.versionNumber, manager);
    if (!version) return null;
    const results = [
      checkCompleteness(missingFrom(version.delivered)),
      checkFigures(await this.figureFacts(manager, submission, version)),
      checkArithmetic(version.delivered, londonDate(version.submittedAt)),
      checkEvidence(version.delivered),
      checkAttachments(await filesOf(manager, version)),
      checkPromises(await this.promiseFacts(manager, submission, version)),
    ];
    const rows = results.map((result) => ({ ...result, reviewId, ranAt: transaction.now }));
    await manager.upsert(ReviewCheck, rows, ['reviewId', 'kind']);
    // By SQL, so that the row's version stays: a reviewer who claims in this moment has lost nothing that they saw.
    await manager.query('UPDATE reviews SET checks_done_at = $1 WHERE id = $2', [transaction.now, reviewId]);
    return results;
  }

  private async figureFacts(manager: EntityManager, { missionId }: Submission, { delivered }: DeliveredVersion): Promise<Parameters<typeof checkFigures>[0]> {
    const standing = missionId ? await this.judgements.standingOfMission(missionId, manager) : null;
    const headline = standing?.targets.filter(({ role }) => role === 'headline') ?? [];
    return {
      rating: ratingOf(delivered),
      mission: standing?.computed?.verdict,
      targets: headline.map(({ title, computed }) => ({ title, verdict: computed?.countsAs })),
      figures: missionId && delivered.kind === 'evidence-return' ? await this.figures(manager, missionId, delivered.content.figures) : [],
    };
  }

  private async figures(manager: EntityManager, missionId: string, lines: Parameters<typeof figureToCompare>[0][]): Promise<FigureToCompare[]> {
    const targets = await manager.find(Target, { where: { missionId }, relations: { metric: true } });
    const compared: FigureToCompare[] = [];
    for (const line of lines) {
      const target = targets.find(({ slug }) => slug === line.target);
      if (!target) continue;
      const { series } = await this.targetFigures.of(target, { manager });
      compared.push(...figureToCompare(line, target.metric, series.at(-1)));
    }
    return compared;
  }

  private async promiseFacts(manager: EntityManager, submission: Submission, version: DeliveredVersion): Promise<Parameters<typeof checkPromises>[0]> {
    const before = await this.deliveries.before(submission, version.number, manager);
    const earlier = (await this.deliveries.lastPeriod(submission, manager)) ?? undefined;
    return {
      earlier,
      steps: earlier ? stepFindingsOf(earlier, version) : [],
      now: promisesOf(version.delivered),
      sentBack: before ? await this.sentBack(manager, submission, before, version) : [],
    };
  }

  private async sentBack(manager: EntityManager, { id, kind }: Submission, before: EarlierDelivery, version: DeliveredVersion): Promise<SentBackSection[]> {
    const review = await manager.findOneBy(Review, { submissionId: id, versionNumber: before.number, decision: 'changes-requested' });
    const compared = whatChanged(before.sections, version.sections);
    const titles = new Map(sectionsOf(kind).map(({ key, title }) => [key, title]));
    return (review?.decisionReasons ?? []).flatMap(({ section }) =>
      section === null ? [] : [{ title: titles.get(section) ?? section, changed: isSectionChanged(section, compared) }],
    );
  }
}

function stepFindingsOf(earlier: EarlierDelivery, { delivered }: DeliveredVersion): string[] {
  if (earlier.delivered.kind !== 'evidence-return' || delivered.kind !== 'evidence-return') return [];
  return stepFindings(stepsFollowedUp(earlier.delivered.content, delivered.content), earlier.label);
}

async function filesOf(manager: EntityManager, { delivered }: DeliveredVersion): Promise<FileToCheck[]> {
  const named = delivered.content.attachments;
  const kept = named.length > 0 ? await manager.findBy(Attachment, { id: In(named.map(({ id }) => id)) }) : [];
  return named.map(({ id, title, name }) => ({ title: title || name, virusCheck: kept.find((file) => file.id === id)?.virusCheck }));
}
