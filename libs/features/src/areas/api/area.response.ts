import { ApiProperty } from '@nestjs/swagger';
import { HIERARCHY_NAMES } from '#domain/areas/hierarchy.js';
import { AttributedResponse } from '#platform/api/attribution.response.js';
import { type Area } from '../area.entity.js';
import { type ClassOfArea, type NearestAreas, type ParentArea, type PredecessorArea, type RelatedArea, type SuccessorArea } from '../areas.queries.js';
import { NEIGHBOUR_MODELS } from '../neighbour-set.entity.js';

const DAY = { type: String, format: 'date', nullable: true };

export class NamedAreaResponse {
  @ApiProperty({ example: 'E06000063' })
  code: string;

  @ApiProperty({ example: 'Cumberland' })
  name: string;

  @ApiProperty({ example: 'unitary' })
  level: string;
}

export class SuccessionResponse extends NamedAreaResponse {
  @ApiProperty({ ...DAY, description: 'First day of what came after' })
  since: string | null;

  @ApiProperty({ enum: ['recoded', 'renamed', 'merged', 'split'] })
  kind: string;

  @ApiProperty({ description: 'Who says so' })
  source: string;
}

export class SuccessorResponse extends SuccessionResponse {
  @ApiProperty({ description: 'Code that it came directly after' })
  after: string;
}

export class ParentResponse extends NamedAreaResponse {
  @ApiProperty({ enum: HIERARCHY_NAMES })
  hierarchy: string;

  @ApiProperty({ type: 'integer', description: '1 for the area’s own parent, 2 for that one’s, and so on' })
  step: number;

  @ApiProperty(DAY)
  validFrom: string | null;

  @ApiProperty(DAY)
  validTo: string | null;

  @ApiProperty({ description: 'It lies in it by and large only' })
  bestFit: boolean;
}

export class AreaClassResponse {
  @ApiProperty({ example: 'ons-demographic' })
  scheme: string;

  @ApiProperty()
  class: string;

  @ApiProperty()
  edition: string;
}

export class NeighbourResponse extends NamedAreaResponse {
  @ApiProperty({ type: 'integer', description: '1 is the nearest' })
  rank: number;
}

export class NeighboursResponse {
  @ApiProperty({ enum: [...NEIGHBOUR_MODELS] })
  model: string;

  @ApiProperty({ description: 'Year of the boundaries' })
  edition: string;

  @ApiProperty()
  source: string;

  @ApiProperty()
  licence: string;

  @ApiProperty({ type: [NeighbourResponse] })
  areas: NeighbourResponse[];
}

/** A place of the register, with what became of it. */
export class AreaResponse extends AttributedResponse {
  @ApiProperty({ example: 'E08000003', description: 'GSS code, or a code of the international territorial levels' })
  code: string;

  @ApiProperty({ example: 'Manchester' })
  name: string;

  @ApiProperty({ example: 'unitary' })
  level: string;

  @ApiProperty({ type: String, nullable: true })
  country: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Code of the area that it lies in' })
  parent: string | null;

  @ApiProperty({ description: 'False: taken from a file of figures as it stood there' })
  confirmed: boolean;

  @ApiProperty({ ...DAY, description: 'First day of the code' })
  validFrom: string | null;

  @ApiProperty({ ...DAY, description: 'Last day of the code' })
  validTo: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What became of a code that has ended, in one sentence' })
  whatBecameOfIt: string | null;

  @ApiProperty({ type: [NamedAreaResponse], description: 'What its area is called today: itself, or the ends of its chain of successors' })
  current: NamedAreaResponse[];

  @ApiProperty({ type: [SuccessorResponse], description: 'Everything that came after it' })
  successors: SuccessorResponse[];

  @ApiProperty({ type: [SuccessionResponse], description: 'Everything that it came after' })
  predecessors: SuccessionResponse[];

  @ApiProperty({ type: [ParentResponse], description: 'In every tree of areas, the nearest first' })
  parents: ParentResponse[];

  @ApiProperty({ type: [AreaClassResponse] })
  classes: AreaClassResponse[];

  @ApiProperty({ type: [NeighboursResponse], description: 'Statistical nearest neighbours, a list for each model' })
  neighbours: NeighboursResponse[];
}

/** All that the register says of an area. */
export interface AreaInRegister {
  area: Area;
  whatBecameOfIt: string | null;
  current: RelatedArea[];
  successors: SuccessorArea[];
  predecessors: PredecessorArea[];
  parents: ParentArea[];
  classes: ClassOfArea[];
  neighbours: NearestAreas[];
}

export function areaResponse({ area, whatBecameOfIt, current, successors, predecessors, parents, classes, neighbours }: AreaInRegister): AreaResponse {
  const { code, name, level, country, parentCode, confirmed, validFrom, validTo } = area;
  return Object.assign(new AreaResponse(), {
    code, name, level, country, parent: parentCode, confirmed, validFrom, validTo, whatBecameOfIt,
    current: current.map(named),
    successors: successors.map((one) => ({ ...named(one), since: one.since, kind: one.kind, source: one.source, after: one.after })),
    predecessors: predecessors.map((one) => ({ ...named(one), since: one.since, kind: one.kind, source: one.source })),
    parents: parents.map((one) => ({ ...named(one), hierarchy: one.hierarchy, step: one.step, validFrom: one.from, validTo: one.to, bestFit: one.bestFit })),
    classes,
    neighbours: neighbours.map(({ areas, ...list }) => ({ ...list, areas: areas.map((one) => ({ ...named(one), rank: one.rank })) })),
  });
}

function named({ code, name, level }: RelatedArea): NamedAreaResponse {
  return { code, name, level };
}
