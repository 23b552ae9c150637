import { Injectable } from '@nestjs/common';
import { decimalYear, dayFrom } from '#domain/observations/calendar-day.js';
import { parsePeriod } from '#domain/observations/period.js';
import { listedWarnings, MOST_WARNINGS_LISTED } from '#domain/releases/listed-warnings.js';
import { newestChangeStandsOut } from '#domain/releases/newest-change.js';
import { averageFault, totalFault } from '#domain/releases/parent-fault.js';
import { revisionScale, revisionStandsOut, STANDS_OUT } from '#domain/releases/revision-scale.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { periodOf } from '#features/observations/stored-period.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { type FoundWarning, keepWarnings, type WarningsFound } from './found-warnings.js';
import { areasOfRelease, cellsBeyond, type MetricOfRelease, parentCells, pastsOf, revisionSpread } from './plausibility.queries.js';
import { ReleaseMetric } from './release-metric.entity.js';
import { keepRevisionFigures, laterReleases } from './revision-figures.js';
import { SeriesBreak } from './series-break.entity.js';
import { averageSentence, ownPastSentence, revisionSentence, totalSentence } from './warning-sentences.js';

/** Areas whose past is read at a time. */
const AREAS_AT_ONCE = 500;

/** A metric of a release, with what is needed to judge its figures. */
type Subject = MetricOfRelease & { metric: Metric };

/** Compares the figures of a release with the release before, with larger areas and with their own past. */
@Injectable()
export class PlausibilityService {
  /**
   * Works out what a release changed and which of its figures want a look. Releases published after it are looked at again,
   * for what they are compared with may be this one.
   * @returns null where there is no such release
   */
  async checkInTransaction(tx: Transaction, releaseId: number): Promise<{ metrics: number; warnings: number } | null> {
    const parts = await tx.repository(ReleaseMetric).find({ where: { releaseId }, relations: { metric: true }, order: { metricId: 'ASC' } });
    if (parts.length === 0) return null;
    const later = new Map<number, Subject[]>();
    for (const { metric } of parts) {
      await keepRevisionFigures(tx.manager, { metricId: metric.id, releaseId });
      for (const subject of await laterReleases(tx.manager, { metricId: metric.id, releaseId })) {
        await keepRevisionFigures(tx.manager, subject);
        later.set(subject.releaseId, [...(later.get(subject.releaseId) ?? []), { ...subject, metric }]);
      }
    }
    const warnings = await this.warn(tx, releaseId, parts.map(({ metric }) => ({ metricId: metric.id, releaseId, metric })));
    for (const [id, subjects] of later) await this.warn(tx, id, subjects);
    return { metrics: parts.length, warnings };
  }

  private async warn(tx: Transaction, releaseId: number, subjects: readonly Subject[]): Promise<number> {
    const byKind: FoundWarning[][] = [[], [], []];
    let found = 0;
    for (const subject of subjects) {
      const kinds = [await this.revisions(tx, subject), await this.parents(tx, subject), await this.pasts(tx, subject)];
      kinds.forEach(({ worst }, index) => byKind[index]?.push(...worst));
      const count = kinds.reduce((sum, kind) => sum + kind.found, 0);
      await tx.repository(ReleaseMetric).update({ metricId: subject.metricId, releaseId }, { warningsFound: count });
      found += count;
    }
    const listed = listedWarnings(byKind.map((kind) => kind.sort((a, b) => b.severity - a.severity)));
    await keepWarnings(tx.manager, releaseId, { metricIds: subjects.map(({ metricId }) => metricId), listed });
    return found;
  }

  private async revisions(tx: Transaction, subject: Subject): Promise<WarningsFound> {
    const { metric } = subject;
    const spread = await revisionSpread(tx.manager, subject);
    if (!spread || spread.moved === 0) return { worst: [], found: 0 };
    const scale = revisionScale(spread);
    const cells = await cellsBeyond(tx.manager, subject, { ...scale, roundingUnit: metric.roundingUnit, most: MOST_WARNINGS_LISTED });
    const worst = cells.flatMap((cell) => {
      const z = revisionStandsOut(cell, scale, metric.roundingUnit);
      if (z === null) return [];
      const { areaId, start, months, before, after } = cell;
      const sentence = revisionSentence(cell, spread.medianMove, metric);
      return [{ kind: 'previous-release' as const, metricId: metric.id, areaId, start, months, sentence, numbers: { before, after, z }, severity: z / STANDS_OUT }];
    });
    return { worst, found: cells[0]?.found ?? 0 };
  }

  private async parents(tx: Transaction, subject: Subject): Promise<WarningsFound> {
    const { metric } = subject;
    if (metric.combines === null) return { worst: [], found: 0 };
    const average = metric.combines === 'average';
    const cells = await parentCells(tx.manager, subject);
    return worstOf(
      cells.flatMap((cell) => {
        const severity = average ? averageFault(cell, metric.roundingUnit) : totalFault(cell, metric.roundingUnit);
        if (severity === null) return [];
        const { areaId, start, months, value, parts, lowest, highest, sum } = cell;
        const numbers: Record<string, number> = average ? { value, parts, lowest, highest } : { value, parts, sum };
        const sentence = average ? averageSentence(cell, metric) : totalSentence(cell, metric);
        return [{ kind: 'parent-area' as const, metricId: metric.id, areaId, start, months, sentence, numbers, severity }];
      }),
    );
  }

  private async pasts(tx: Transaction, subject: Subject): Promise<WarningsFound> {
    const { metric } = subject;
    const areas = await areasOfRelease(tx.manager, subject);
    const breaks = await breaksOf(tx, metric);
    let kept: WarningsFound = { worst: [], found: 0 };
    for (let from = 0; from < areas.length; from += AREAS_AT_ONCE) {
      const pasts = await pastsOf(tx.manager, subject, areas.slice(from, from + AREAS_AT_ONCE));
      const here = pasts.flatMap(({ areaId, areaName, months, starts, values }) => {
        const since = breaks.findLast((start) => start <= (starts.at(-1) ?? '')) ?? '';
        const series = starts.flatMap((start, index) => (start >= since ? [{ at: yearOf(start), value: values[index] ?? 0 }] : []));
        const found = newestChangeStandsOut(series, metric.roundingUnit);
        const [start, previous] = [starts.at(-1), starts.at(-2)];
        const value = values.at(-1);
        if (!found || start === undefined || previous === undefined || value === undefined) return [];
        const sentence = ownPastSentence({ areaId, areaName, start, months, value, previous: periodOf(previous, months).label }, found, metric);
        return [{ kind: 'own-past' as const, metricId: metric.id, areaId, start, months, sentence, numbers: { value, ...found }, severity: found.z / STANDS_OUT }];
      });
      kept = { worst: worstOf([...kept.worst, ...here]).worst, found: kept.found + here.length };
    }
    return kept;
  }
}

/** First days of the periods from which the metric's figures are not compared with earlier ones, in order. */
async function breaksOf(tx: Transaction, { id: metricId, seriesBreaks }: Metric): Promise<string[]> {
  const recorded = await tx.repository(SeriesBreak).findBy({ metricId });
  const keys = [...seriesBreaks.map(({ from }) => from), ...recorded.map(({ periodKey }) => periodKey)];
  return keys.flatMap((key) => parsePeriod(key)?.start ?? []).sort();
}

function worstOf(found: FoundWarning[]): WarningsFound {
  return { worst: found.sort((a, b) => b.severity - a.severity).slice(0, MOST_WARNINGS_LISTED), found: found.length };
}

/** @throws Error where the database holds what no import writes */
function yearOf(start: string): number {
  const day = dayFrom(start);
  if (!day) throw new Error(`The database holds a day that is none: ${start}`);
  return decimalYear(day);
}
