import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { auditName, systemActor } from '#domain/access/permissions.js';
import { interimFinding } from '#domain/interim-reviews/interim-finding.js';
import { judgeTarget } from '#domain/judgements/target-verdict.js';
import { countUnlessDone, DoneElsewhere } from '#features/calendar/done-elsewhere.js';
import { ofOpenMission } from '#features/frameworks/framework-standing.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { TargetFiguresQueries } from '#features/missions/target-figures.queries.js';
import { targetToJudge } from '#features/missions/target-to-judge.js';
import { INTERIM_FIGURES_IN } from '#features/notifications/texts/interim-reviews.texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type EachInTurn } from '#platform/watches/each-in-turn.js';
import { InterimReviewNotices } from './interim-review-notices.service.js';
import { InterimReviewTarget } from './interim-review-target.entity.js';
import { takeReview, tellTimeline } from './interim-review-taking.js';
import { InterimReview } from './interim-review.entity.js';

/** Looks at each release for the figures that reviews wait for: nothing is read of one before its hour. */
@Injectable()
export class InterimOutcomes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly figures: TargetFiguresQueries,
    private readonly notices: InterimReviewNotices,
  ) {}

  async decideDue(now: Date, turns: EachInTurn): Promise<void> {
    const waiting = await this.dataSource.getRepository(InterimReviewTarget).find({ where: { outcome: IsNull(), review: { missionId: ofOpenMission() } }, relations: { target: true } });
    const releases = await releasesOf(this.dataSource.manager, waiting, now);
    const looked = waiting.filter((row) => releases(row) > row.releasesSeen);
    const reviewIds = [...new Set(looked.map(({ reviewId }) => reviewId))];
    await turns.run(reviewIds, (id) => `interim-review:${id}`, (id) => this.decide(id));
  }

  private async decide(reviewId: string): Promise<number> {
    const move = { actor: auditName(systemActor('job', 'decide-interim-targets')), event: 'INTERIM_TARGETS_LOOKED_AT', subject: `interim-review:${reviewId}` };
    let decided = 0;
    await countUnlessDone(this.unitOfWork.run(move, async (tx) => {
      const review = await takeReview(tx, { id: reviewId });
      if (review?.state !== 'waiting') throw new DoneElsewhere();
      for (const row of review.targets.filter(({ outcome }) => outcome === null)) decided += await this.decideTarget(tx, row);
      const open = review.targets.filter(({ outcome }) => outcome === null).length;
      if (open === 0) await this.closeOnFigures(tx, review);
      tx.describe({ review: review.reference, decided, open });
    }));
    return decided;
  }

  private async decideTarget(tx: Transaction, row: InterimReviewTarget): Promise<number> {
    const today = londonDate(tx.now);
    const releasesSeen = (await releasesOf(tx.manager, [row], tx.now))(row);
    const { metric: slug, method, ...asked } = row.definition;
    const metric = slug === null ? null : await tx.repository(Metric).findOneBy({ slug });
    const judged = { ...asked, notComparable: row.target.notComparable, metricId: metric?.id ?? null, metric: metric && Object.assign(new Metric(), metric, { method }) };
    const toJudge = targetToJudge(judged, await this.figures.of(judged, { at: tx.now, manager: tx.manager }));
    const found = interimFinding(toJudge, row.period, today);
    if (!found) {
      await tx.repository(InterimReviewTarget).update({ id: row.id }, { releasesSeen });
      return 0;
    }
    const { verdict, sentence: verdictSentence } = judgeTarget(toJudge, today);
    Object.assign(row, { releasesSeen, outcome: found.outcome, sentence: found.sentence, verdict, verdictSentence, releaseId: releaseOf(found.inputs), decidedAt: tx.now });
    const { id, outcome, sentence, releaseId } = row;
    await tx.repository(InterimReviewTarget).update({ id }, { releasesSeen, outcome, sentence, verdict, verdictSentence, releaseId, decidedAt: tx.now });
    await tellTimeline(tx, row.reviewId, 'target-decided', `${row.target.title}: ${found.sentence}${releaseId === null ? '' : ` By release ${releaseId}.`}`);
    return 1;
  }

  private async closeOnFigures(tx: Transaction, review: InterimReview): Promise<void> {
    Object.assign(review, { state: 'figures-in', figuresInAt: tx.now });
    await tx.repository(InterimReview).update({ id: review.id }, { state: 'figures-in', figuresInAt: tx.now });
    await tellTimeline(tx, review.id, 'figures-in', 'Every interim target has its final figure. The council now recommends what becomes of the target.');
    await this.notices.tell(tx, INTERIM_FIGURES_IN, review, { to: ['department', 'council'], more: {} });
  }
}

/** How many releases of each target's metric have been published by an instant. One statement, and none where nothing waits. */
async function releasesOf(manager: EntityManager, rows: readonly InterimReviewTarget[], at: Date): Promise<(row: InterimReviewTarget) => number> {
  const slugs = [...new Set(rows.flatMap(({ definition }) => definition.metric ?? []))];
  const counts: { slug: string; count: number }[] = slugs.length === 0 ? [] : await manager.query(
    `SELECT m.slug, count(*)::int AS count FROM release_metrics rm JOIN releases r ON r.id = rm.release_id JOIN metrics m ON m.id = rm.metric_id
      WHERE m.slug = ANY ($1) AND coalesce(r.published_at, r.imported_at) <= $2 GROUP BY m.slug`,
    [slugs, at],
  );
  const bySlug = new Map(counts.map(({ slug, count }) => [slug, count]));
  return ({ definition }) => bySlug.get(definition.metric ?? '') ?? 0;
}

/** The latest of the releases whose cells make the figure: a cell's key ends with its release. */
function releaseOf(inputs: readonly string[]): number | null {
  const ids = inputs.map((key) => Number(key.slice(key.lastIndexOf('/') + 1))).filter(Number.isInteger);
  return ids.length === 0 ? null : Math.max(...ids);
}
