import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { isOffTrackOrWorse } from '#domain/judgements/verdict.js';
import { requirePermission } from '#features/access/access.guard.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { definitionOf } from '#features/missions/target-definition.js';
import { TargetVersion } from '#features/missions/target-version.entity.js';
import { numberOfRule } from '#features/missions/target-versions.js';
import { Target } from '#features/missions/target.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { takeForPeople, tellTimeline } from './interim-review-taking.js';
import { type InterimReview } from './interim-review.entity.js';
import { requireDistance } from './interim-reviews.service.js';

export interface TargetReset {
  reference: string;
  /** Slug of a target of the review. */
  target: string;
  rowVersion: number;
  /** As typed: a number in the terms of the rule. */
  value: string;
  reason: string;
  /** Who set it: "HM Treasury, Budget of March 2027". */
  setBy: string;
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

  async reset(actor: Actor, input: TargetReset): Promise<void> {
    requirePermission(actor, 'interim-review.decide');
    if (actor.kind !== 'user') throw ApplicationError.forbidden('Only people of the council record a reset');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'TARGET_RESET', subject: `interim-review:${input.reference}` }, async (tx) => {
      const review = await takeForPeople(tx, input);
      requireDistance(actor, review, tx.now);
      requireReset(review);
      const slug = review.targets.find(({ target }) => target.slug === input.target)?.target.id;
      const locked = slug === undefined ? null : await tx.repository(Target).findOne({ where: { id: slug }, lock: { mode: 'pessimistic_write' } });
      if (!locked) throw ApplicationError.notFound('That target of the review');
      const target = await tx.repository(Target).findOneOrFail({ where: { id: locked.id }, relations: { metric: true } });
      const number = numberOfRule(target.rule);
      if (!number) throw ApplicationError.conflict('This target asks for no number, so it can only be replaced', 'no-number');
      const value = Number(input.value.trim().replaceAll(',', ''));
      const faults = resetFaults(input, value, number.value);
      if (faults.length > 0) throw ApplicationError.invalid(faults);
      const offTrack = await this.isOffTrack(tx, target);
      await keepFirst(tx, target, review.mission.framework.publishedOn);
      const rule = { ...target.rule, [number.field]: value };
      await tx.repository(Target).update({ id: target.id }, { rule: rule as never });
      const reason = input.reason.replaceAll('\r\n', '\n').trim();
      await keep(tx, { ...target, rule }, { from: londonDate(tx.now), reason, setBy: input.setBy.trim(), recordedBy: actor.id, recorderName: actor.name, interimReview: review.reference, whileOffTrack: offTrack });
      await tellTimeline(tx, review.id, 'reset', `${target.title}: reset from ${number.value} to ${value} by ${input.setBy.trim()}. ${reason}`, { actor, office: `${actor.name}, for the council` });
      await tx.enqueue(JUDGE_MISSIONS, { cause: 'framework', missionId: review.missionId });
      tx.describe({ review: review.reference, target: target.slug, from: number.value, to: value, whileOffTrack: offTrack }, `target:${target.id}`);
    });
  }

  private async isOffTrack(tx: Transaction, target: Target): Promise<boolean> {
    const judged = (await this.judgements.latestComputed(tx.manager, [target.missionId])).get(target.id);
    const verdict = judged?.countsAs ?? judged?.verdict;
    return verdict != null && isOffTrackOrWorse(verdict);
  }
}

function requireReset({ state, recommendation }: Pick<InterimReview, 'state' | 'recommendation'>): void {
  if (state === 'closed' && recommendation === 'reset') return;
  throw ApplicationError.conflict('A reset is recorded once the council has closed the review with that recommendation', 'not-from-here');
}

function resetFaults({ value: typed, reason, setBy }: TargetReset, value: number, before: number): Reason[] {
  const missing = (field: string, message: string): Reason[] => [{ code: `${field}-missing`, message, field }];
  return [
    ...(typed.trim() === '' || !Number.isFinite(value) ? missing('value', 'Enter what the target asks for now, as a number') : value === before ? [{ code: 'unchanged', message: 'This is what the target asks for already', field: 'value' }] : []),
    ...(reason.trim() === '' ? missing('reason', 'Enter why the target was reset; it is published') : reason.length > 5000 ? [{ code: 'too-long', message: 'Enter 5,000 characters or fewer', field: 'reason' }] : []),
    ...(setBy.trim() === '' ? missing('setBy', 'Enter who reset the target, and in which document') : setBy.trim().length > 200 ? [{ code: 'too-long', message: 'Enter 200 characters or fewer', field: 'setBy' }] : []),
  ];
}

/** Before the first reset: what was published first, and what it had become since by a file that was loaded again. */
async function keepFirst(tx: Transaction, target: Target, publishedOn: string): Promise<void> {
  if (await tx.repository(TargetVersion).existsBy({ targetId: target.id })) return;
  const of = { recordedBy: null, recorderName: 'Waymark', interimReview: null, whileOffTrack: false, targetId: target.id, recordedAt: tx.now };
  await tx.repository(TargetVersion).insert({ ...of, number: 1, definition: target.firstPublished as never, from: publishedOn, reason: 'As first published.', setBy: 'The framework' });
}

async function keep(tx: Transaction, target: Target, version: Pick<TargetVersion, 'from' | 'reason' | 'setBy' | 'recordedBy' | 'recorderName' | 'interimReview' | 'whileOffTrack'>): Promise<void> {
  const versions = await tx.repository(TargetVersion).countBy({ targetId: target.id });
  await tx.repository(TargetVersion).insert({ ...version, targetId: target.id, number: versions + 1, definition: definitionOf(target, target.metric) as never, recordedAt: tx.now });
}
