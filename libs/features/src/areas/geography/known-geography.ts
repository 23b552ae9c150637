import { type Hierarchy } from '#domain/areas/hierarchy.js';
import { type ParentSource } from '#domain/areas/parentage.js';
import { type SuccessionKind } from '#domain/areas/succession.js';
import { type Area } from '../area.entity.js';

/** An area as it will stand in the table. */
export type SettledArea = Omit<Area, 'id'>;

/** A row of `area_parents`, by codes. */
export interface ParentRow {
  area: string;
  parent: string;
  hierarchy: Hierarchy;
  validFrom: string | null;
  validTo: string | null;
  bestFit: boolean;
  source: ParentSource;
}

/** A row of `area_successions`, by codes. */
export interface SuccessionRow {
  area: string;
  successor: string;
  since: string | null;
  kind: SuccessionKind;
  source: string;
}

/** A row of `area_classes`, by code. */
export interface ClassRow {
  area: string;
  scheme: string;
  edition: string;
  class: string;
}

/** A row of `area_neighbours`, by codes, model and edition. */
export interface NeighbourRow {
  model: string;
  edition: string;
  area: string;
  rank: number;
  neighbour: string;
}

/** All that the tables say. */
export interface KnownGeography {
  areas: ReadonlyMap<string, SettledArea>;
  parents: ParentRow[];
  successions: SuccessionRow[];
  classes: ClassRow[];
  neighbours: NeighbourRow[];
}
