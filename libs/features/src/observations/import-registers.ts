import { type EntityManager } from 'typeorm';
import { type AreaLevel, countryOfArea, isAreaCode, levelOfArea } from '#domain/observations/area-level.js';
import { successorsInNote } from '#domain/observations/obsolete-code.js';
import { Area } from '#features/areas/area.entity.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { type Layout } from './observation-layout.js';

/** A metric as the rows of a file name it, with a number of its own within this import. */
export interface NamedMetric {
  id: number;
  slug: string;
  unit: string;
  measure: string;
  publisher: string;
  number: number;
}

/** An area as the rows name it. */
export interface NamedArea {
  id: number;
  number: number;
  confirmed: boolean;
  code: string;
  name: string;
  level: AreaLevel;
}

export type NewArea = Pick<Area, 'code' | 'name' | 'level' | 'country' | 'successors'>;

/** What rows refer to: indicators of the catalogue and codes of the area register, all in memory. */
export class ImportRegisters {
  private constructor(
    readonly metrics: ReadonlyMap<string, NamedMetric>,
    readonly areas: Map<string, NamedArea>,
  ) {}

  static async read(manager: EntityManager): Promise<ImportRegisters> {
    const metrics = await manager.getRepository(Metric).find({ order: { id: 'ASC' } });
    const areas = await manager.getRepository(Area).find({ order: { id: 'ASC' } });
    return new ImportRegisters(
      new Map(
        metrics.flatMap(({ id, slug, unit, measure, source, indicators }, number) =>
          indicators.map((indicator) => [indicator, { id, slug, unit, measure, publisher: source.publisher, number }] as const),
        ),
      ),
      new Map(areas.map(({ id, code, name, level, confirmed }, number) => [code, { id, number, confirmed, code, name, level }])),
    );
  }

  /** The areas of some rows that the register does not hold, as the rows give them. Rows without a proper code or name wait to be refused. */
  unknownAreas(records: readonly string[][], layout: Layout): NewArea[] {
    const found = new Map<string, NewArea>();
    for (const record of records) {
      const code = record[layout.areacd]?.trim() ?? '';
      if (this.areas.has(code) || found.has(code) || !isAreaCode(code)) continue;
      const name = detached(record[layout.areanm]?.trim() ?? '');
      if (name === '') continue;
      const level = levelOfArea(code, record[layout.geography]?.trim() ?? '');
      const successors = successorsInNote(record[layout.notes] ?? '').map(detached);
      found.set(detached(code), { code: detached(code), name, level, country: countryOfArea(code), successors });
    }
    return [...found.values()];
  }

  /** @param ids of the rows in the database; those of a dry run stand for themselves */
  add(areas: readonly NewArea[], ids: readonly number[]): void {
    areas.forEach(({ code, name, level }, index) => {
      this.areas.set(code, { id: ids[index] ?? 0, number: this.areas.size, confirmed: false, code, name, level });
    });
  }
}

/** A part of a piece of the file keeps the whole piece in memory, unless it is copied. */
export function detached(text: string): string {
  return Buffer.from(text).toString();
}
