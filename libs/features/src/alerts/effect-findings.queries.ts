import { Injectable } from '@nestjs/common';
import { checkEffect } from '#domain/alerts/effect-check.js';
import { checkEffectOverAreas, latestAreasPeriod } from '#domain/alerts/effect-over-areas.js';
import { type SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { TargetFiguresQueries } from '#features/missions/target-figures.queries.js';
import { targetToJudge } from '#features/missions/target-to-judge.js';
import { type Target } from '#features/missions/target.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { Alert } from './alert.entity.js';
import { type AlertEffectCheck } from './alert-effect-check.entity.js';
import { figureFor, figureInRelease, type NamedRelease, newestFigure } from './effect-figures.queries.js';

export type Found = Pick<AlertEffectCheck, 'releaseId' | 'outcome' | 'figures' | 'sentence'>;

/** An action of the plan that stands, and the release that it is looked up in. */
interface Looked {
  index: number;
  metric: Metric;
  release: NamedRelease;
}

/** Where a target speaks of no single area, the first of these that has figures. */
const NATIONS = ['E92000001', 'K02000001', 'K03000001'];

/** What a release says of an action's effect: over areas by the target's own rule, else of one figure. */
@Injectable()
export class EffectFindings {
  constructor(private readonly figures: TargetFiguresQueries) {}

  async of(tx: Transaction, alertId: string, looked: Looked): Promise<Found> {
    const alert = await tx.repository(Alert).findOneOrFail({ where: { id: alertId }, relations: { target: { metric: true } } });
    const { target } = alert;
    // of a metric that the target is not judged by its rule says nothing
    if (target?.metricId !== looked.metric.id || !target.areas || 'one' in target.areas) return ofFigure(tx, alert, looked);
    return 'every' in target.areas ? this.overAreas(tx, alert, target, looked) : this.ofSum(tx, alert, target, looked);
  }

  private async overAreas(tx: Transaction, alert: Alert, target: Target, { index, release }: Looked): Promise<Found> {
    const answeredAt = alert.answeredAt ?? tx.now;
    const then = targetToJudge(target, await this.figures.of(target, { at: answeredAt, manager: tx.manager }));
    const now = targetToJudge(target, await this.figures.of(target, { at: release.knownAt, manager: tx.manager }));
    const found = checkEffectOverAreas({
      action: index + 1, target: now, asOf: londonDate(release.knownAt), beforeKey: latestAreasPeriod(then, londonDate(answeredAt))?.key ?? null,
      expectedChange: alert.planActions[index]?.expectedChange ?? null, isOfRelease: (cell) => isOf(cell, release), release: nameOf(release),
    });
    return { releaseId: release.id, ...found };
  }

  private async ofSum(tx: Transaction, alert: Alert, target: Target, { index, metric, release }: Looked): Promise<Found> {
    const { series: then } = await this.figures.of(target, { at: alert.answeredAt ?? tx.now, manager: tx.manager });
    const { series: now } = await this.figures.of(target, { at: release.knownAt, manager: tx.manager });
    const known = then.at(-1);
    const before = now.find(({ period }) => period.key === known?.period.key) ?? known;
    const after = now.findLast((point) => (point.parts ?? [point.key]).some((cell) => isOf(cell, release)) && (!before || point.period.start > before.period.start));
    const area = target.areas && 'sum' in target.areas ? target.areas.name : '';
    return foundOf(alert, { index, metric, release }, { area, code: null, before: before && figureOf(before), after: after && figureOf(after) });
  }
}

async function ofFigure(tx: Transaction, alert: Alert, { index, metric, release }: Looked): Promise<Found> {
  const metricId = metric.id;
  const before = await newestFigure(tx.manager, { metricId, areaCodes: areasOf(alert.target), known: alert.answeredAt ?? tx.now });
  const areaCodes = before ? [before.areaCode] : areasOf(alert.target);
  const after = await figureInRelease(tx.manager, { metricId, areaCodes, releaseId: release.id, after: before?.periodStart ?? null });
  // as it stands now: compared with a figure that was revised, the plan would be given what the revision did
  const base = before && ((await figureFor(tx.manager, { metricId, figure: before, known: release.knownAt })) ?? before);
  return foundOf(alert, { index, metric, release }, { area: base?.areaName ?? after?.areaName ?? 'England', code: areaCodes[0] ?? null, before: base, after });
}

interface TwoFigures {
  area: string;
  code: string | null;
  before: { value: number; period: string } | undefined;
  after: { value: number; period: string } | undefined;
}

function foundOf(alert: Alert, { index, metric, release }: Looked, { area, code, before, after }: TwoFigures): Found {
  const { outcome, sentence } = checkEffect({
    action: index + 1, metric: metric.name, unit: metric.unit, decimals: metric.decimals, direction: metric.direction, area,
    expectedChange: alert.planActions[index]?.expectedChange ?? null, before: before ?? null, after: after ?? null, release: nameOf(release),
  });
  const figures = { area: code ?? area, before: before?.value ?? null, beforePeriod: before?.period ?? null, after: after?.value ?? null, afterPeriod: after?.period ?? null };
  return { releaseId: release.id, outcome, sentence, figures };
}

function figureOf({ value, period }: SeriesPoint): { value: number; period: string } {
  return { value, period: period.label };
}

/** A cell's key ends with its release. */
function isOf(cell: string, { id }: NamedRelease): boolean {
  return cell.endsWith(`/${id}`);
}

function nameOf({ knownAt, publisher }: NamedRelease): string {
  return `${longDate(londonDate(knownAt))} (${publisher})`;
}

function areasOf(target: Pick<Target, 'areas'> | null): string[] {
  return target?.areas && 'one' in target.areas ? [target.areas.one] : NATIONS;
}
