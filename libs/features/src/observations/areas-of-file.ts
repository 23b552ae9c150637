import { isAreaCode } from '#domain/observations/area-level.js';
import { areaOfName, plainAreaName } from '#domain/observations/area-name.js';
import { closestText } from '#domain/observations/closest-text.js';
import { cellOf } from './cell-text.js';
import { detached, type ImportRegisters, type NamedArea } from './import-registers.js';
import { type ColumnPlan } from './layout-header.js';

/** Why a row has no area. */
export interface NoArea {
  column: number;
  value: string;
  reason: string;
}

/** How many different names are remembered: more than there are areas that any file names. */
const MOST_NAMES = 10_000;

/** Each suggestion looks through the whole register, while nothing else is done. */
const MOST_SUGGESTIONS = 50;

/** Finds the areas of rows: by code, or, in layouts that have none, by name with country and level. */
export class AreasOfFile {
  /** Names are few and come again with every period. */
  private readonly byName = new Map<string, NamedArea | string>();
  private suggestions = 0;

  /** @param on ISO date of the file's figures, where it is one for all */
  constructor(
    private readonly plan: ColumnPlan,
    private readonly registers: ImportRegisters,
    private readonly on: string | undefined,
  ) {}

  find(record: readonly string[]): NamedArea | NoArea {
    const { plan } = this;
    if (plan.code < 0) return this.findByName(record);
    const code = cellOf(record, plan.code);
    return this.registers.areas.get(code) ?? { column: plan.code, value: code, reason: this.withoutArea(record, code) };
  }

  private withoutArea(record: readonly string[], code: string): string {
    if (isAreaCode(code)) return cellOf(record, this.plan.name) === '' ? 'is not in the register, and the row gives no name' : 'is not in the register';
    return 'is no area code';
  }

  private findByName(record: readonly string[]): NamedArea | NoArea {
    const { plan } = this;
    const name = cellOf(record, plan.name);
    const country = plan.country < 0 ? undefined : cellOf(record, plan.country);
    const key = `${country ?? ''}\t${name}`;
    const known = this.byName.get(key);
    const found = known ?? this.sought(name, country);
    if (known === undefined && this.byName.size < MOST_NAMES) this.byName.set(detached(key), found);
    return typeof found === 'string' ? { column: plan.name, value: name, reason: found } : found;
  }

  /** @returns the area, or why there is none */
  private sought(name: string, country: string | undefined): NamedArea | string {
    const { levels, names } = this.plan.layout.area;
    if (name === '') return 'is blank';
    const given = names && Object.hasOwn(names, name) ? names[name] : undefined;
    if (given !== undefined) return this.registers.areas.get(given) ?? `stands for ${given} by the layout, which is not in the register of areas`;
    const code = areaOfName(this.registers.areasNamed(plainAreaName(name)), {
      name,
      ...(country === undefined ? {} : { country }),
      ...(levels ? { levels } : {}),
      ...(this.on === undefined ? {} : { on: this.on }),
    });
    if (typeof code === 'string') return this.registers.areas.get(code) ?? 'is not in the register of areas';
    if (code) return `is the name of several areas: ${code.join(', ')}`;
    const closest = this.suggestions++ < MOST_SUGGESTIONS ? closestText(name, this.registers.namesOfLevels(levels)) : undefined;
    return `is the name of no such area in the register${closest === undefined ? '' : `; did you mean “${closest}”?`}`;
  }
}

export function isArea(found: NamedArea | NoArea): found is NamedArea {
  return 'number' in found;
}
