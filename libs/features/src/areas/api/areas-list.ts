import { Injectable } from '@nestjs/common';
import { whatBecameOf } from '#domain/areas/dead-code.js';
import { isYearOnly } from '#domain/areas/validity.js';
import { type ListRequest, type ListSource, type OpenList } from '#features/open-data/open-list.js';
import { field, shapeOf } from '#features/open-data/open-shape.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type AreaLine, AreaLinesQueries } from '../area-lines.queries.js';
import { AreasQueries } from '../areas.queries.js';
import { NEIGHBOUR_MODELS } from '../neighbour-set.entity.js';
import { AreaResponse, areaResponse } from './area.response.js';

@Injectable()
export class AreasList implements ListSource {
  constructor(
    private readonly lines: AreaLinesQueries,
    private readonly areas: AreasQueries,
    private readonly clock: Clock,
  ) {}

  async page({ after, limit, filters }: ListRequest): Promise<AreaLine[]> {
    return this.lines.page({ ...filters, ...(after ? { after: String(after[0]) } : {}), limit });
  }

  async one(code: string): Promise<AreaResponse> {
    const area = await this.areas.shown(code);
    if (!area) throw ApplicationError.notFound('That area');
    const [current, successors, predecessors, parents, classes, ...neighbours] = await Promise.all([
      this.areas.currentOf(code),
      this.areas.successorsOf([code]),
      this.areas.predecessorsOf(code),
      this.areas.parentsOf(code),
      this.areas.classOf(code),
      ...NEIGHBOUR_MODELS.map((model) => this.areas.neighboursOf(code, model)),
    ]);
    const after = current.filter((each) => each.code !== code);
    const whatBecameOfIt = whatBecameOf({ ...area, endsInYear: isYearOnly(code, area.validToBy), current: after }, this.clock.today()) ?? null;
    return areaResponse({
      area, whatBecameOfIt, current, predecessors, parents, classes,
      successors: successors.get(code) ?? [],
      neighbours: neighbours.flatMap((list) => list ?? []),
    });
  }
}

const { text, flag, day, texts } = field;

export const AREAS: OpenList = {
  path: 'areas', tag: 'areas', title: 'Register of areas', noun: 'That area',
  description: 'A place with its code, its days, what it lies in and what came directly after it.',
  item: shapeOf('AreaLineResponse', {
    code: text('GSS code, or a code of the international territorial levels', { example: 'E08000003' }),
    name: text('Name of the area; several areas can share one', { example: 'Manchester' }),
    level: text('Level in Waymark’s register', { example: 'unitary' }),
    country: text('Country that it lies in', { orNone: true }),
    parent: text('Code of the area that it lies in', { orNone: true }),
    parents: texts('Codes of its own parents in every tree of areas'),
    confirmed: flag('False: taken from a file of figures as it stood there'),
    validFrom: day('First day of the code', { orNone: true }),
    validTo: day('Last day of the code', { orNone: true }),
    successors: texts('Codes that came directly after it'),
  }),
  whole: AreaResponse, key: { code: 'text' }, id: 'code', source: AreasList,
  filters: [
    { name: 'level', kind: 'text', description: 'Level in the register', example: 'region' },
    { name: 'country', kind: 'text', description: 'Country that it lies in', example: 'E' },
    { name: 'current', kind: 'flag', description: 'Codes that are in use today, or those that are not' },
  ],
};
