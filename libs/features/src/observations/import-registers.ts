import { type EntityManager } from 'typeorm';
import { type AreaLevel, countryOfArea, isAreaCode, levelOfArea } from '#domain/observations/area-level.js';
import { plainAreaName } from '#domain/observations/area-name.js';
import { successorsInNote } from '#domain/observations/obsolete-code.js';
import { Area } from '#features/areas/area.entity.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { type ColumnPlan } from './layout-header.js';
import { seriesChangesAwaited } from './series-changes.js';

/** A metric as the rows of a file name it, with a number of its own within this import. */
export interface NamedMetric
  extends Pick<Metric, 'id' | 'slug' | 'unit' | 'measure' | 'direction' | 'yearKind' | 'snapshotMonth' | 'roundingUnit'> {
  publisher: string;
  number: number;
}

/** An area as the rows name it. */
export interface NamedArea extends Pick<Area, 'id' | 'code' | 'name' | 'level' | 'country' | 'validFrom' | 'validTo' | 'successors' | 'confirmed'> {
  number: number;
}

/** A metric as the catalogue has it, as far as the reading of a file needs it. */
export type CataloguedMetric = Pick<Metric, 'id' | 'slug' | 'unit' | 'measure' | 'direction' | 'yearKind' | 'snapshotMonth' | 'roundingUnit' | 'indicators'> & { source: Pick<Metric['source'], 'publisher'> };

export type NewArea = Pick<Area, 'code' | 'name' | 'level' | 'country' | 'successors'>;

const NOT_STORED = { id: 0, confirmed: false, validFrom: null, validTo: null };

/** What rows refer to: indicators of the catalogue and codes of the area register, all in memory. */
export class ImportRegisters {
  private named: Map<string, NamedArea[]> | undefined;

  private constructor(
    /** By the texts of files. */
    readonly metrics: ReadonlyMap<string, NamedMetric>,
    readonly metricsBySlug: ReadonlyMap<string, NamedMetric>,
    readonly areas: Map<string, NamedArea>,
  ) {}

  /** @param hour of the file's publication: its rows must be in the unit that a metric has then */
  static async read(manager: EntityManager, hour: Date): Promise<ImportRegisters> {
    const metrics = await manager.getRepository(Metric).find({ order: { id: 'ASC' } });
    const byId = new Map(metrics.map((metric) => [metric.id, metric]));
    for (const { metricId, kind, now } of await seriesChangesAwaited(manager, hour)) {
      const metric = byId.get(metricId);
      if (metric) metric[kind] = now;
    }
    return ImportRegisters.of(metrics, await manager.getRepository(Area).find({ order: { id: 'ASC' } }));
  }

  /** The registers as somebody holds them, with or without a database. */
  static of(metrics: readonly CataloguedMetric[], areas: readonly Omit<NamedArea, 'number'>[]): ImportRegisters {
    const named = metrics.map(({ source, indicators, id, slug, unit, measure, direction, yearKind, snapshotMonth, roundingUnit }, number) => ({
      indicators,
      metric: { id, slug, unit, measure, direction, yearKind, snapshotMonth, roundingUnit, publisher: source.publisher, number },
    }));
    return new ImportRegisters(
      new Map(named.flatMap(({ indicators, metric }) => indicators.map((indicator) => [indicator, metric] as const))),
      new Map(named.map(({ metric }) => [metric.slug, metric])),
      new Map(
        areas.map(({ id, code, name, level, country, validFrom, validTo, successors, confirmed }, number) => [
          code,
          { id, number, confirmed, code, name, level, country, validFrom, validTo, successors },
        ]),
      ),
    );
  }

  /** The areas of some rows that the register does not hold, as the rows give them. Rows without a proper code or name wait to be refused. */
  unknownAreas(records: readonly string[][], plan: ColumnPlan): NewArea[] {
    if (plan.code < 0) return [];
    const found = new Map<string, NewArea>();
    for (const record of records) {
      const code = record[plan.code]?.trim() ?? '';
      if (this.areas.has(code) || found.has(code) || !isAreaCode(code)) continue;
      const name = detached(cell(record, plan.name));
      if (name === '') continue;
      const level = levelOfArea(code, cell(record, plan.geography));
      const successors = successorsInNote(cell(record, plan.notes)).map(detached);
      found.set(detached(code), { code: detached(code), name, level, country: countryOfArea(code), successors });
    }
    return [...found.values()];
  }

  /** @param areas as they are in the register; those of a dry run stand for themselves */
  add(areas: readonly (NewArea | Area)[]): void {
    for (const area of areas) this.areas.set(area.code, { ...NOT_STORED, ...area, number: this.areas.size });
    this.named = undefined;
  }

  /** Areas of a plain name (`plainAreaName`). */
  areasNamed(plainName: string): readonly NamedArea[] {
    if (!this.named) {
      this.named = new Map();
      for (const area of this.areas.values()) {
        const name = plainAreaName(area.name);
        const same = this.named.get(name);
        if (same) same.push(area);
        else this.named.set(name, [area]);
      }
    }
    return this.named.get(plainName) ?? [];
  }

  /** The levels of areas with figures by name, to say what a name was probably meant to be. */
  namesOfLevels(levels: readonly AreaLevel[] | undefined): string[] {
    return [...this.areas.values()].filter(({ level }) => levels === undefined || levels.includes(level)).map(({ name }) => name);
  }
}

/** A part of a piece of the file keeps the whole piece in memory, unless it is copied. */
export function detached(text: string): string {
  return Buffer.from(text).toString();
}

function cell(record: readonly string[], index: number): string {
  return index < 0 ? '' : (record[index]?.trim() ?? '');
}
