import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type GapSubject, type JudgedFigures } from '#domain/data-gaps/data-gaps-of.js';
import { daysBetween } from '#domain/data-gaps/steps-in-time.js';
import { type AreaLevel, levelsOfTiers } from '#domain/observations/area-level.js';
import { parsePeriod } from '#domain/observations/period.js';
import { Area } from '#features/areas/area.entity.js';
import { type Judgement } from '#features/judgements/judgement.entity.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { componentsOf } from '#features/judgements/stored-judgement.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { type Target } from '#features/missions/target.entity.js';
import { targetToJudge } from '#features/missions/target-to-judge.js';
import { type FoundGap, LOCAL_AUTHORITIES } from './found-gap.js';
import { PublishedSeriesQueries } from './published-series.queries.js';

/** A metric with what it is needed for, and what a gap in it would be of. */
export interface LookedAt {
  subject: GapSubject;
  gap: Omit<FoundGap, 'kind' | 'sentence'>;
  /** Looks only at how fine the figures are. */
  onlyGranularity?: boolean;
}

/** What a council can find itself in. */
const LOCAL: readonly AreaLevel[] = ['upper-tier', 'unitary', 'lower-tier'];

/** Reads what a look through the figures needs: every headline target, and headline metrics that no target is judged by. */
@Injectable()
export class DataGapSubjects {
  constructor(
    private readonly judgements: JudgementsQueries,
    private readonly series: PublishedSeriesQueries,
  ) {}

  /** Missions of frameworks that run first, so that what two frameworks need is for the one that runs; then in the order of their numbers. @param at what is published by then */
  async read(manager: EntityManager, at: Date): Promise<LookedAt[]> {
    const all = await manager.find(Mission, { relations: { framework: true, targets: { metric: true } }, order: { number: 'ASC', id: 'ASC', targets: { position: 'ASC' } } });
    const missions = [...all.filter(({ framework }) => framework.closedAt === null), ...all.filter(({ framework }) => framework.closedAt !== null)];
    const judged = await this.judgements.latestComputed(manager, missions.map(({ id }) => id));
    const metrics = await manager.find(Metric);
    const levels = await this.series.levels(manager, metrics.map(({ id }) => id), at);
    const areas = new Map((await manager.find(Area, { select: { code: true, name: true, level: true } })).map((area) => [area.code, area]));
    const found: LookedAt[] = [];
    for (const mission of missions) {
      const targets = mission.targets.filter(({ role }) => role === 'headline');
      for (const target of targets) {
        const { metric } = target;
        if (!metric) continue;
        const history = await this.series.history(manager, { metricId: metric.id, areas: target.areas, at });
        found.push(ofTarget({ ...target, metric }, { judgement: judged.get(target.id), area: areaOf(target, areas), has: levels.get(metric.id) ?? [], history }));
      }
      for (const metric of headlineMetrics(mission, metrics)) {
        const has = levels.get(metric.id) ?? [];
        const concerned = targets.filter(({ metricId }) => metricId === metric.id);
        found.push(ofPlaces(mission, metric, concerned, has));
        if (concerned.length > 0 || partsHaveFigures(metric, metrics, levels)) continue;
        found.push(ofMetric(mission, metric, { has, history: await this.series.history(manager, { metricId: metric.id, areas: null, at }) }));
      }
    }
    return found;
  }
}

interface PublishedFacts {
  has: readonly AreaLevel[];
  history: GapSubject['history'];
}

function ofTarget(target: Target & { metric: Metric }, facts: PublishedFacts & { judgement: Judgement | undefined; area: Area | undefined }): LookedAt {
  const { metric, areas, decides } = target;
  const { judgement, area, has, history } = facts;
  const geographyName = targetToJudge(target, { series: [], areas: [], ...(area ? { areaName: area.name } : {}) }).areaName;
  const decidingRelease = decides?.releaseExpected;
  return {
    subject: { metricName: metric.name, geographyName, judged: judgedFigures(judgement), needs: levelsNeeded(target, area), has, history: { ...history, declaredLagInDays: declaredLag(target) } },
    gap: { metricId: metric.id, geography: geographyOf(areas), geographyName, missionId: target.missionId, targetIds: [target.id], judgementId: judgement?.id ?? null, decidingRelease },
  };
}

/** A headline metric that no target is judged by: it has to be there, for any area, and to go on. */
function ofMetric(mission: Mission, metric: Metric, { has, history }: PublishedFacts): LookedAt {
  const geographyName = 'any area';
  return {
    subject: { metricName: metric.name, geographyName, needs: [], has, history },
    gap: { metricId: metric.id, geography: 'any', geographyName, missionId: mission.id, targetIds: [], judgementId: null, decidingRelease: undefined },
  };
}

/** A mission is for places: a headline that no council can find itself in is too coarse, whatever its target asks for. */
function ofPlaces(mission: Mission, metric: Metric, targets: readonly Target[], has: readonly AreaLevel[]): LookedAt {
  const decidingRelease = targets.map(({ decides }) => decides?.releaseExpected).filter((date) => date !== undefined).sort()[0];
  return {
    subject: { metricName: metric.name, geographyName: LOCAL_AUTHORITIES, needs: LOCAL, has, history: { periodEnds: [], lagsInDays: [] } },
    gap: { metricId: metric.id, geography: LOCAL_AUTHORITIES, geographyName: LOCAL_AUTHORITIES, missionId: mission.id, targetIds: targets.map(({ id }) => id), judgementId: null, decidingRelease },
    onlyGranularity: true,
  };
}

function headlineMetrics(mission: Mission, metrics: readonly Metric[]): Metric[] {
  const ids = new Set(mission.targets.filter(({ role }) => role === 'headline').map(({ metricId }) => metricId));
  return metrics.filter(({ id, slug }) => ids.has(id) || mission.headlineMetrics.includes(slug));
}

/** Published by parts (men, women) a metric is not missing. */
function partsHaveFigures({ slug }: Metric, metrics: readonly Metric[], levels: ReadonlyMap<number, readonly AreaLevel[]>): boolean {
  return metrics.some((part) => part.partOf === slug && (levels.get(part.id) ?? []).length > 0);
}

function judgedFigures(judgement: Judgement | undefined): JudgedFigures | undefined {
  if (!judgement?.verdict) return undefined;
  const { causeHints, areas } = componentsOf(judgement);
  return { verdict: judgement.verdict, sentence: judgement.sentence, dataGap: causeHints.dataGap, awaitingUntil: causeHints.awaitingUntil, areas };
}

function areaOf({ areas }: Target, register: ReadonlyMap<string, Area>): Area | undefined {
  return areas && 'one' in areas ? register.get(areas.one) : undefined;
}

function levelsNeeded({ areas }: Target, area: Area | undefined): AreaLevel[] {
  if (areas && 'every' in areas) return levelsOfTiers(areas.every);
  return area ? [area.level] : [];
}

/** The areas as one text, the same for the same areas. */
function geographyOf(areas: Target['areas']): string {
  if (!areas) return 'any';
  if ('one' in areas) return areas.one;
  if ('sum' in areas) return `sum of ${[...areas.sum].sort().join(' ')}`;
  return `every ${[...areas.every].sort().join(' ')} of ${areas.country ?? 'UK'}`;
}

/** Days from the end of the deciding period to its release, as the target has it. */
function declaredLag({ decides }: Target): number | undefined {
  const period = decides && parsePeriod(decides.period);
  return decides && period ? daysBetween(period.end, decides.releaseExpected) : undefined;
}
