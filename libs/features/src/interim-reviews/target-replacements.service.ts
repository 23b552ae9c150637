import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { isReplacementKind, REPLACEMENT_KINDS, replacementFaults, slugOf, type TypedReplacement } from '#domain/interim-reviews/target-replacement.js';
import { numberOf, releaseOf } from '#domain/interim-reviews/target-reset.js';
import { parsePeriod } from '#domain/observations/period.js';
import { requirePermission } from '#features/access/access.guard.js';
import { RAISE_ALERT } from '#features/alerts/raise-alert.job.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { definitionOf } from '#features/missions/target-definition.js';
import { Target, type TargetAreas, type TargetDecision } from '#features/missions/target.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { longDate } from '#platform/pages/dates.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { takeForPeople, tellTimeline } from './interim-review-taking.js';
import { requireDistance } from './interim-reviews.service.js';
import { takeTarget } from './target-resets.service.js';
import { keepVersion } from './target-version-keeping.js';

export interface TargetReplacement extends TypedReplacement {
  reference: string;
  /** Slug of the target of the review that is replaced. */
  target: string;
  rowVersion: number;
  /** How many changes of the target the page showed. */
  seen: number;
}

/** Opens another target in the place of one: a headline from today. The old one counts as a headline no longer and is judged for ever. */
@Injectable()
export class TargetReplacementsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ApplicationError 403, 404, 409 from any other state, 422 with every fault by field */
  async replace(actor: Actor, input: TargetReplacement): Promise<void> {
    requirePermission(actor, 'interim-review.decide');
    if (actor.kind !== 'user') throw ApplicationError.forbidden('Only people of the council record a replacement');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'TARGET_REPLACED', subject: `interim-review:${input.reference}` }, async (tx) => {
      const review = await takeForPeople(tx, input);
      requireDistance(actor, review, tx.now);
      if (review.state !== 'closed' || review.recommendation !== 'replace') throw ApplicationError.conflict('A replacement is recorded once the council has closed the review with that recommendation', 'not-from-here');
      const old = await takeTarget(tx, review, input);
      if (old.role !== 'headline') throw ApplicationError.conflict('This target counts as a headline no longer; it may have been replaced already', 'not-a-headline');
      const metric = await tx.repository(Metric).findOneBy({ slug: input.metric });
      const unknown = input.metric !== '' && !metric ? [{ code: 'metric-unknown', message: 'Select a metric of the catalogue', field: 'metric' }] : [];
      const faults = [...replacementFaults(input, old.baseline?.period), ...unknown];
      if (faults.length > 0 || !metric || !isReplacementKind(input.kind)) throw ApplicationError.invalid(faults);
      const own = await tx.repository(Target).findBy({ missionId: old.missionId });
      const { title, reason, setBy } = { title: input.title.trim(), reason: input.reason.replaceAll('\r\n', '\n').trim(), setBy: input.setBy.trim() };
      const asked = { rule: { kind: input.kind, [REPLACEMENT_KINDS[input.kind]]: numberOf(input.value) }, areas: areasOf(old.areas), baseline: old.baseline, decides: decidesOf(input.period, old.decides), milestones: [] };
      const made = await tx.repository(Target).save({
        ...asked, missionId: old.missionId, slug: slugOf(title, new Set(own.map(({ slug }) => slug))), title, clauseKey: old.clauseKey, metricId: metric.id, role: 'headline' as const,
        notComparable: null, note: `Stands in the place of “${old.title}” since ${longDate(londonDate(tx.now))} (${setBy}).`, firstPublished: definitionOf(asked, metric), position: Math.max(...own.map(({ position }) => position)) + 1,
      });
      await tx.repository(Target).update({ id: old.id }, { role: 'supporting', replacedById: made.id });
      const version = { from: londonDate(tx.now), reason, setBy, recordedBy: actor.id, recorderName: actor.name, interimReview: review.reference, whileOffTrack: false };
      await keepVersion(tx, await tx.repository(Target).findOneOrFail({ where: { id: made.id }, relations: { metric: true } }), version);
      await tellTimeline(tx, review.id, 'replace', `${old.title}: replaced by “${title}” by ${setBy}. ${reason}`, { actor, office: `${actor.name}, for the council` });
      // asked by the verdict that stood until now, as where a framework's file demotes a headline
      await tx.enqueue(RAISE_ALERT, { kind: 'headline-demoted', targetId: old.id, at: tx.now.toISOString() });
      await tx.enqueue(JUDGE_MISSIONS, { cause: 'framework', missionId: review.missionId });
      tx.describe({ review: review.reference, replaced: old.slug, by: made.slug }, `target:${made.id}`);
    });
  }
}

/** One number cannot be asked of many areas at once: of the country that they lie in. */
export function areasOf(areas: TargetAreas | null): TargetAreas {
  if (areas && !('every' in areas)) return areas;
  return { one: areas?.country === 'England' || !areas ? 'E92000001' : 'K02000001' };
}

function decidesOf(key: string, before: TargetDecision | null): TargetDecision {
  const [period, now] = [parsePeriod(key), before ? parsePeriod(before.period) : undefined];
  const released = period && before && now ? releaseOf(period, now, before.releaseExpected) : undefined;
  return { period: key, releaseExpected: released ?? nextYear(period?.end ?? key.slice(0, 10)) };
}

/** Where nobody knows how long figures take: a year. */
function nextYear(end: string): string {
  return new Date(Date.parse(`${end}T00:00:00Z`) + 365 * 86_400_000).toISOString().slice(0, 10);
}
