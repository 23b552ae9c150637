import { areInDifferentCountries } from '#domain/areas/area-kind.js';
import { type ParentClaim } from '#domain/areas/parentage.js';
import { impossibleSuccession, type Succession } from '#domain/areas/succession.js';
import { type DayClaim } from '#domain/areas/validity.js';
import { isAreaCode } from '#domain/observations/area-level.js';
import { type Reason } from '#platform/errors/application-error.js';
import { type NeighbourModel } from '../neighbour-set.entity.js';

/** Whose word for a name counts, the best first; `stored` is a name that an earlier import confirmed. */
export const NAME_SOURCES = ['register', 'area-tree', 'stored', 'code-list', 'look-up'] as const;

export type NameSource = (typeof NAME_SOURCES)[number];

/** A file of the geography as it came in. */
export interface GeographyFile {
  fileName: string;
  text: string;
}

export interface NameClaim {
  code: string;
  name: string;
  source: NameSource;
  where: string;
  /** Where the code's own letter does not say it. */
  country?: string;
  /** Where the register says another than the code does. */
  level?: string;
}

export interface SuccessionClaim extends Succession {
  since: string | null;
  source: string;
  where: string;
}

export interface ClassClaim {
  code: string;
  scheme: string;
  class: string;
  where: string;
}

export interface NeighbourClaim {
  model: NeighbourModel;
  code: string;
  rank: number;
  neighbour: string;
  where: string;
}

/** What all files of an import say, before anything is settled; and what is wrong with them. */
export class GeographyClaims {
  readonly names: NameClaim[] = [];
  readonly firstDays = new Map<string, DayClaim[]>();
  readonly lastDays = new Map<string, DayClaim[]>();
  readonly parents: ParentClaim[] = [];
  readonly successions: SuccessionClaim[] = [];
  readonly classes: ClassClaim[] = [];
  readonly neighbours: NeighbourClaim[] = [];
  /** Oddities that are no fault. */
  readonly notes: string[] = [];
  readonly faults: Reason[] = [];

  fault(where: string, message: string, field = ''): void {
    this.faults.push({ code: 'geography', message: `${where}: ${message}`, field });
  }

  /** @returns whether the code can be used */
  name({ code, name, ...claim }: NameClaim): boolean {
    if (!isAreaCode(code)) this.fault(claim.where, `“${code}” is no area code`, 'code');
    else if (name.trim() === '') this.fault(claim.where, `the area ${code} has no name`, 'name');
    else this.names.push({ code, name: name.trim(), ...claim });
    return isAreaCode(code);
  }

  firstDay(code: string, claim: DayClaim): void {
    add(this.firstDays, code, claim);
  }

  lastDay(code: string, claim: DayClaim): void {
    add(this.lastDays, code, claim);
  }

  parent(claim: ParentClaim): void {
    const { area, parent, where } = claim;
    if (parent === '' || parent === area) return;
    if (!isAreaCode(parent)) this.fault(where, `“${parent}” is no area code`, 'parent');
    else if (areInDifferentCountries(area, parent)) this.fault(where, `${area} cannot lie in ${parent}: they are in different countries`, 'parent');
    else this.parents.push(claim);
  }

  succession(claim: SuccessionClaim): void {
    const fault = isAreaCode(claim.to) ? impossibleSuccession(claim) : `“${claim.to}” is no area code`;
    if (fault) this.fault(claim.where, fault, 'successors');
    else this.successions.push(claim);
  }
}

function add(days: Map<string, DayClaim[]>, code: string, claim: DayClaim): void {
  const known = days.get(code);
  if (known) known.push(claim);
  else days.set(code, [claim]);
}
