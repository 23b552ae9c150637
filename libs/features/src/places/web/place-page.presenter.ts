import { kindOfArea } from '#domain/areas/area-kind.js';
import { type AreaInWords, cannotBeAdded, whatBecameOf } from '#domain/areas/dead-code.js';
import { HIERARCHIES, type Hierarchy } from '#domain/areas/hierarchy.js';
import { isYearOnly } from '#domain/areas/validity.js';
import { dateInWords, listInWords } from '#domain/judgements/figure-words.js';
import { type Area } from '#features/areas/area.entity.js';
import { type NearestAreas, type ParentArea, type PredecessorArea, type RelatedArea } from '#features/areas/areas.queries.js';
import { londonDate } from '#platform/clock/clock.js';
import { type PlaceReply } from '../place-reply.entity.js';
import { placesPaths } from '../places.paths.js';
import { type AreaGroup } from '../places.queries.js';
import { placesWords } from '../places.words.js';

const words = placesWords.show;

export interface Link {
  text: string;
  href: string;
  note?: string;
}

export interface PlaceFact {
  key: string;
  text: string;
  links: Link[];
  /** Lists too long to stand open. */
  lists: { summary: string; links: Link[] }[];
}

/** What an area has to do with other areas. */
export interface PlaceRelations {
  area: Area;
  parents: readonly ParentArea[];
  predecessors: readonly PredecessorArea[];
  /** Today's codes, other than itself. */
  current: readonly RelatedArea[];
  children: readonly RelatedArea[];
  neighbours: NearestAreas | undefined;
  /** Of each neighbour that has ended, today's codes. */
  currentOfNeighbour: (code: string) => readonly AreaInWords[];
}

/** What became of a code that has ended; undefined while it stands. */
export function endOf({ area, current }: PlaceRelations, today: string): { sentence: string; links: Link[]; cannotBeAdded: string | undefined; oldFigures: string } | undefined {
  const sentence = whatBecameOf({ ...area, endsInYear: isYearOnly(area.code, area.validToBy), current }, today);
  return sentence === undefined ? undefined : { sentence, links: current.map(placeLink), cannotBeAdded: cannotBeAdded(current), oldFigures: words.oldFigures };
}

export function factsOf({ area, parents, predecessors }: PlaceRelations, groups: readonly AreaGroup[]): PlaceFact[] {
  const own = parents.filter(({ step }) => step === 1);
  const dated = (day: string | null, source: Area['validFromBy']): string => (day === null ? words.notKnown : isYearOnly(area.code, source) ? day.slice(0, 4) : dateInWords(day));
  return [
    fact(words.code, area.code),
    fact(words.kind, kindOfArea(area.code)),
    ...(area.validFrom === null ? [] : [fact(words.from, dated(area.validFrom, area.validFromBy))]),
    ...(area.validTo === null ? [] : [fact(words.until, dated(area.validTo, area.validToBy))]),
    ...(predecessors.length > 0 ? [fact(words.before, '', predecessors.map(placeLink))] : []),
    ...(own.length > 0 ? [fact(words.parents, '', own.map(parentLink))] : []),
    ...(groups.length > 0 ? [{ ...fact(words.groups), lists: groups.map(groupList) }] : []),
  ];
}

export function neighbourList({ area, neighbours, currentOfNeighbour }: PlaceRelations, asked: string): { heading: string; intro: string; empty: string | undefined; list: Link[]; licence: string | undefined } {
  const ofSuccessor = neighbours && asked !== area.code ? ` ${words.neighboursOfSuccessor}` : '';
  return {
    heading: words.neighbours,
    intro: neighbours ? `${words.neighboursIntro(neighbours.edition)}${ofSuccessor}` : '',
    empty: neighbours ? undefined : words.noNeighbours,
    list: (neighbours?.areas ?? []).map((neighbour) => {
      const now = currentOfNeighbour(neighbour.code);
      return { ...placeLink(neighbour), ...(now.length > 0 ? { note: words.nowCalled(listInWords(now.map(({ code, name }) => `${name} (${code})`))) } : {}) };
    }),
    licence: neighbours && `${neighbours.source} (${neighbours.licence})`,
  };
}

export interface ReplyBlock {
  /** Anchor on the page. */
  id: string;
  /** Slug of the metric that it is about; null for all figures. */
  metric: string | null;
  about: string;
  words: string;
  by: string;
}

export function replyBlocks(replies: readonly PlaceReply[]): ReplyBlock[] {
  return replies.map(({ metric, words: text, organisationName, publishedAt }) => ({
    id: `reply-${metric?.slug ?? 'all'}`,
    metric: metric?.slug ?? null,
    about: metric ? words.replyAbout(metric.name) : words.replyGeneral,
    words: text ?? '',
    by: words.replyBy(organisationName, dateInWords(londonDate(publishedAt))),
  }));
}

export function placeLink({ code, name }: AreaInWords): Link {
  return { text: `${name} (${code})`, href: placesPaths.place(code) };
}

function parentLink(parent: ParentArea): Link {
  const notes = [
    ...(parent.hierarchy === 'administrative' ? [] : [treeName(parent.hierarchy)]),
    ...(parent.bestFit ? [words.bestFit] : []),
    ...(parent.to === null ? [] : [`until ${dateInWords(parent.to)}`]),
  ];
  return { ...placeLink(parent), ...(notes.length > 0 ? { note: notes.join(', ') } : {}) };
}

function treeName(hierarchy: Hierarchy): string {
  return HIERARCHIES[hierarchy].charAt(0).toLowerCase() + HIERARCHIES[hierarchy].slice(1);
}

function fact(key: string, text = '', links: Link[] = []): PlaceFact {
  return { key, text, links, lists: [] };
}

function groupList({ scheme, edition, areas }: AreaGroup): PlaceFact['lists'][number] {
  return { summary: words.group(areas.length, words.groupedBy[scheme] ?? scheme, edition), links: areas.map(placeLink) };
}
