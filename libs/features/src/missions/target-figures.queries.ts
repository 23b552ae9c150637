import { Injectable } from '@nestjs/common';
import { DataSource, type FindOptionsWhere, In } from 'typeorm';
import { summedSeries } from '#domain/judgements/summed-series.js';
import { levelsOfTiers } from '#domain/observations/area-level.js';
import { Area } from '#features/areas/area.entity.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { areasOfCountry, seriesOnce } from '#features/observations/area-series.js';
import { type AsKnown, ObservationsQueries } from '#features/observations/observations.queries.js';
import { type TargetContext, TargetContextQueries } from './target-context.queries.js';
import { type JudgedTarget, type TargetFigures } from './target-to-judge.js';
import { type Target } from './target.entity.js';

/** A target as far as its figures hang on it. */
export type TargetOfFigures = Pick<Target, 'areas' | 'metricId' | 'rule'> & Pick<JudgedTarget, 'metric'>;

type Figures = ReadonlyMap<string, TargetFigures['series']>;

/** The figures that targets are judged by, read from the releases that count: a statement a metric, however many targets it has. */
@Injectable()
export class TargetFiguresQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly observations: ObservationsQueries,
    private readonly contexts: TargetContextQueries,
  ) {}

  async of(target: TargetOfFigures, known: AsKnown = {}): Promise<TargetFigures> {
    const [figures] = await this.ofAll([target], known);
    return figures ?? { series: [], areas: [] };
  }

  /** @returns in the order of the targets */
  async ofAll(targets: readonly TargetOfFigures[], known: AsKnown = {}): Promise<TargetFigures[]> {
    const { manager = this.dataSource.manager } = known;
    const register = new Register(await manager.getRepository(Area).findBy(areasWanted(targets)));
    const denominators = await manager.getRepository(Metric).findBy({ slug: In(targets.flatMap(({ rule }) => denominatorOf(rule) ?? [])) });
    const wanted = new Map<number, Map<number, Area>>();
    const want = (metricId: number, areas: readonly Area[]): void => {
      const found = wanted.get(metricId) ?? new Map<number, Area>();
      for (const area of areas) found.set(area.id, area);
      wanted.set(metricId, found);
    };
    const denominatorIds = new Map(denominators.map(({ slug, id }) => [slug, id]));
    for (const target of targets) {
      const denominator = denominatorIds.get(denominatorOf(target.rule) ?? '');
      for (const metricId of [target.metricId, denominator]) if (metricId != null) want(metricId, register.areasOf(target));
    }
    const figures = new Map<number, Figures>();
    for (const [metricId, areas] of wanted) {
      if (areas.size > 0) figures.set(metricId, await this.observations.figures({ metricId, areas: [...areas.values()], ...known }));
    }
    const context = await this.contexts.of(contextWanted(targets, register), known);
    const revisions = await this.observations.revisions({ metricIds: [...wanted.keys()], ...known });
    return targets.map((target) => {
      const metricId = target.metricId ?? 0;
      const denominator = denominators.find(({ slug }) => slug === denominatorOf(target.rule));
      const found = figuresOf(target, register, figures.get(metricId) ?? new Map());
      const second = secondOf(target, register, { own: figures.get(metricId), denominator: denominator && { name: denominator.name, figures: figures.get(denominator.id) } });
      const pastRevisions = revisions.of(metricId, register.areasOf(target).map(({ id }) => id));
      return {
        ...withContext(found, target, context),
        ...(second ? { second } : {}),
        ...(pastRevisions.length > 0 ? { pastRevisions } : {}),
      };
    });
  }
}

/** The areas that some targets speak of. */
class Register {
  private readonly byCode: ReadonlyMap<string, Area>;

  constructor(private readonly areas: readonly Area[]) {
    this.byCode = new Map(areas.map((area) => [area.code, area]));
  }

  named(code: string): Area | undefined {
    return this.byCode.get(code);
  }

  areasOf({ areas, rule }: TargetOfFigures): Area[] {
    if (areas && 'every' in areas) {
      const levels = new Set<string>(levelsOfTiers(areas.every));
      return areasOfCountry(this.areas.filter(({ level }) => levels.has(level)), areas.country);
    }
    return [...codesOf(areas), ...(comparatorOf(rule) ?? [])].flatMap((code) => this.named(code) ?? []);
  }
}

function areasWanted(targets: readonly TargetOfFigures[]): FindOptionsWhere<Area>[] {
  const levels = levelsOfTiers(targets.flatMap(({ areas }) => (areas && 'every' in areas ? areas.every : [])));
  const codes = targets.flatMap(({ areas, rule }) => [...codesOf(areas), ...(comparatorOf(rule) ?? [])]);
  return [...(levels.length > 0 ? [{ level: In(levels) }] : []), { code: In(codes) }];
}

/** Who lives where matters to rules over areas alone, prices to money of the day. */
function contextWanted(targets: readonly TargetOfFigures[], register: Register): Parameters<TargetContextQueries['of']>[0] {
  const areas = new Map(targets.flatMap((target) => (target.areas && 'every' in target.areas ? register.areasOf(target).map((area) => [area.id, area] as const) : [])));
  return {
    metricIds: [...new Set(targets.flatMap(({ metricId }) => metricId ?? []))],
    areas: [...areas.values()],
    money: targets.some(({ metric }) => metric?.basis === 'nominal'),
  };
}

function codesOf(areas: TargetOfFigures['areas']): string[] {
  if (!areas || 'every' in areas) return [];
  return 'one' in areas ? [areas.one] : areas.sum;
}

function denominatorOf(rule: TargetOfFigures['rule']): string | undefined {
  return rule.kind === 'ratio' ? String(rule['denominator']) : undefined;
}

function comparatorOf(rule: TargetOfFigures['rule']): string[] | undefined {
  return rule.kind === 'closer-to-comparator' ? [String(rule['comparator'])] : undefined;
}

function figuresOf(target: TargetOfFigures, register: Register, figures: Figures): TargetFigures {
  const { areas } = target;
  if (!areas) return { series: [], areas: [] };
  if ('every' in areas) {
    const wanted = register.areasOf(target);
    const successors = new Map(wanted.filter((area) => area.successors.length > 0).map((area) => [area.code, area.successors] as const));
    return { series: [], areas: seriesOnce(wanted, figures), ...(successors.size > 0 ? { successors } : {}) };
  }
  if ('one' in areas) {
    const name = register.named(areas.one)?.name;
    return { series: figures.get(areas.one) ?? [], areas: [], ...(name === undefined ? {} : { areaName: name }) };
  }
  return { series: summed(areas.sum, figures, target.metric?.roundingUnit), areas: [] };
}

function summed(codes: readonly string[], figures: Figures, roundingUnit = 1): TargetFigures['series'] {
  return summedSeries(codes.map((code) => ({ code, series: figures.get(code) ?? [] })), { roundingUnit });
}

function secondOf(
  { areas, rule, metric }: TargetOfFigures,
  register: Register,
  found: { own: Figures | undefined; denominator: { name: string; figures: Figures | undefined } | undefined },
): TargetFigures['second'] {
  const [comparator] = comparatorOf(rule) ?? [];
  if (comparator !== undefined) return { name: register.named(comparator)?.name ?? comparator, series: found.own?.get(comparator) ?? [] };
  if (!found.denominator || !areas || 'every' in areas) return undefined;
  const { name, figures = new Map() } = found.denominator;
  return { name, series: 'one' in areas ? (figures.get(areas.one) ?? []) : summed(areas.sum, figures, metric?.roundingUnit) };
}

function withContext(found: TargetFigures, { metricId, metric }: TargetOfFigures, context: TargetContext): TargetFigures {
  const breaks = context.breaks.get(metricId ?? 0);
  return {
    ...found,
    areas: found.areas.map((area) => ({ ...area, ...context.ofArea(area.code) })),
    ...(breaks ? { breaks } : {}),
    ...(context.deflator && metric && metric.basis === 'nominal' ? { deflator: context.deflator } : {}),
  };
}
