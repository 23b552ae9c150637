import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { type ResetChange, resetChange, resetFaults, releaseOf, type TypedReset } from '#domain/interim-reviews/target-reset.js';
import { isOffTrackOrWorse } from '#domain/judgements/verdict.js';
import { parsePeriod } from '#domain/observations/period.js';
import { requirePermission } from '#features/access/access.guard.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { numberOfRule } from '#features/missions/target-versions.js';
import { TargetVersion } from '#features/missions/target-version.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { takeForPeople, tellTimeline } from './interim-review-taking.js';
import { type InterimReview } from './interim-review.entity.js';
import { requireDistance } from './interim-reviews.service.js';
import { resettable } from './resettable-target.js';
import { keepFirst, keepVersion } from './target-version-keeping.js';

/** As typed; the number, the period that decides and the metric's slug, each left as it is where it is absent or empty. */
export interface TargetReset extends Pick<TypedReset, 'value' | 'reason' | 'setBy'>, Partial<Pick<TypedReset, 'period' | 'metric'>> {
  reference: string;
  /** Slug of a target of the review. */
  target: string;
  rowVersion: number;
  /** How many changes of the target the page showed. */
  seen: number;
}

/**
 * Records that a target has been reset: a new version from today, with its reason and who set it. What was first published stays as
 * it was and is judged for ever beside it; a reset while off track raises an alert at the judging that follows.
 */
@Injectable()
export class TargetResetsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly judgements: JudgementsQueries,
  ) {}

  /** @throws ApplicationError 403, 404, 409 from any other state, 422 with every fault by field */
  async reset(actor: Actor, input: TargetReset): Promise<void> {
    requirePermission(actor, 'interim-review.decide');
    if (actor.kind !== 'user') throw ApplicationError.forbidden('Only people of the council record a reset');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'TARGET_RESET', subject: `interim-review:${input.reference}` }, async (tx) => {
      const review = await takeForPeople(tx, input);
      requireDistance(actor, review, tx.now);
      requireReset(review);
      const target = await takeTarget(tx, review, input);
      const now = resettable(target);
      const typed = { period: '', metric: '', ...input };
      const change = resetChange(typed, now);
      const metric = change.metric === undefined ? target.metric : await tx.repository(Metric).findOneBy({ slug: change.metric });
      const unknown = change.metric !== undefined && !metric ? [{ code: 'metric-unknown', message: 'Select a metric of the catalogue', field: 'metric' }] : [];
      const faults = [...resetFaults(typed, now), ...unknown];
      if (faults.length > 0) throw ApplicationError.invalid(faults);
      const offTrack = await this.isOffTrack(tx, target);
      await keepFirst(tx, target, review.mission.framework.publishedOn);
      const { rule, decides } = changed(target, change);
      await tx.repository(Target).update({ id: target.id }, { rule: rule as never, decides: decides as never, metricId: metric?.id ?? null });
      const { reason, setBy } = { reason: input.reason.replaceAll('\r\n', '\n').trim(), setBy: input.setBy.trim() };
      await keepVersion(tx, { ...target, rule, decides, metric }, { from: londonDate(tx.now), reason, setBy, recordedBy: actor.id, recorderName: actor.name, interimReview: review.reference, whileOffTrack: offTrack });
      await tellTimeline(tx, review.id, 'reset', `${target.title}: reset ${inWords(target, change, metric)} by ${setBy}. ${reason}`, { actor, office: `${actor.name}, for the council` });
      await tx.enqueue(JUDGE_MISSIONS, { cause: 'framework', missionId: review.missionId });
      tx.describe({ review: review.reference, target: target.slug, changed: Object.keys(change), whileOffTrack: offTrack }, `target:${target.id}`);
    });
  }

  private async isOffTrack(tx: Transaction, target: Target): Promise<boolean> {
    const judged = (await this.judgements.latestComputed(tx.manager, [target.missionId])).get(target.id);
    const verdict = judged?.countsAs ?? judged?.verdict;
    return verdict != null && isOffTrackOrWorse(verdict);
  }
}

/** A target of a review with its metric, locked until the commit. @throws ApplicationError 404; 409 where it was reset or replaced since the page was opened, by this review or another */
export async function takeTarget(tx: Transaction, review: InterimReview, { target: slug, seen }: { target: string; seen: number }): Promise<Target> {
  const id = review.targets.find(({ target }) => target.slug === slug)?.target.id;
  const locked = id === undefined ? null : await tx.repository(Target).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!locked) throw ApplicationError.notFound('That target of the review');
  requireStanding(locked);
  if ((await tx.repository(TargetVersion).countBy({ targetId: locked.id })) !== seen) throw ApplicationError.conflict('Somebody has reset this target since you opened the page');
  return tx.repository(Target).findOneOrFail({ where: { id: locked.id }, relations: { metric: true } });
}

/** @throws ApplicationError 409 for a target in whose place another stands */
export function requireStanding({ replacedById }: Pick<Target, 'replacedById'>): void {
  if (replacedById !== null) throw ApplicationError.conflict('Another target stands in the place of this one: it is judged for ever as it was, and not changed any more', 'replaced');
}

function requireReset({ state, recommendation }: Pick<InterimReview, 'state' | 'recommendation'>): void {
  if (state === 'closed' && recommendation === 'reset') return;
  throw ApplicationError.conflict('A reset is recorded once the council has closed the review with that recommendation', 'not-from-here');
}

function changed({ rule, decides }: Target, { value, period }: ResetChange): Pick<Target, 'rule' | 'decides'> {
  const number = numberOfRule(rule);
  const [next, now] = [period, decides?.period].map((key) => (key === undefined ? undefined : parsePeriod(key)));
  return {
    rule: value === undefined || !number ? rule : { ...rule, [number.field]: value },
    decides: next && now && decides ? { period: next.key, releaseExpected: releaseOf(next, now, decides.releaseExpected) } : decides,
  };
}

/** "from 90 to 60, to be decided by school year 2034/35 and not school year 2029/30" */
function inWords({ rule, decides, metric: before }: Target, { value, period, metric: slug }: ResetChange, metric: Metric | null): string {
  const label = (key: string | undefined): string => (key === undefined ? 'no period' : (parsePeriod(key)?.label ?? key));
  return [
    ...(value === undefined ? [] : [`from ${numberOfRule(rule)?.value ?? ''} to ${value}`]),
    ...(period === undefined ? [] : [`to be decided by ${label(period)} and not ${label(decides?.period)}`]),
    ...(slug === undefined ? [] : [`to be measured by ${metric?.name ?? slug} and not ${before?.name ?? 'any metric'}`]),
  ].join(', ');
}
