import { Injectable } from '@nestjs/common';
import { isSmallArea, kindOfArea } from '#domain/areas/area-kind.js';
import { areasNamed, foldedName } from '#domain/areas/area-search.js';
import { registeredName } from '#domain/areas/common-name.js';
import { codeOf } from '#domain/search/search-question.js';
import { readPublicContent } from '#domain/submissions/submission-content.js';
import { departmentsPaths } from '#features/departments/departments.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { placesPaths } from '#features/places/places.paths.js';
import { type ListedArea } from '#features/places/places.queries.js';
import { Clock } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { hitOf } from './found-hit.js';
import { HOW_IT_WORKS } from './how-it-works.js';
import { type Hit, type HitGroup, SEARCH_KINDS, type SearchKind, type Slice } from './search-kind.js';
import { type GivenDocument, type ReturnCandidate, SearchQueries } from './search.queries.js';
import { searchWords as words } from './search.words.js';

/** What came of a search. */
export interface SearchAnswer {
  groups: HitGroup[];
  /** It holds nothing but words that every text has. */
  tooCommon: boolean;
}

const ORDER = Object.keys(SEARCH_KINDS) as SearchKind[];

/** Finds what is public, in at most five statements. */
@Injectable()
export class SearchService {
  constructor(
    private readonly queries: SearchQueries,
    private readonly clock: Clock,
  ) {}

  /** Where a code or reference leads; null where it is none, or of nothing that is public. */
  async addressOf(question: string): Promise<string | null> {
    const code = codeOf(question);
    return code ? this.queries.addressOf(code, this.clock.now()) : null;
  }

  /** @param question as `questionOf` gives it, not empty */
  async find(question: string, slice: Slice): Promise<SearchAnswer> {
    const now = this.clock.now();
    const usable = await this.queries.isUsable(question);
    const places = await this.places(question, now, slice);
    const rows = usable ? await this.queries.find(question, now, await this.documents(question), slice) : [];
    const groups = new Map<SearchKind, HitGroup>(places && places.total > 0 ? [['places', places]] : []);
    for (const row of rows) {
      const hit = hitOf(row);
      const group = groups.get(hit.kind) ?? { kind: hit.kind, total: row.total, hits: [] };
      group.hits.push(hit);
      groups.set(hit.kind, group);
    }
    return { groups: ORDER.flatMap((kind) => groups.get(kind) ?? []), tooCommon: !usable && groups.size === 0 };
  }

  /** By their names as people write them; the register's spelling of a place comes before others that only share a word. */
  private async places(question: string, now: Date, { kind, skip, most }: Slice): Promise<HitGroup | null> {
    if (kind !== undefined && kind !== 'places') return null;
    const registered = registeredName(question);
    const names = [...(registered === undefined ? [] : [registered]), foldedName(question)];
    const found = new Map<string, ListedArea>();
    for (const name of names) for (const area of areasNamed(await this.queries.places(name.split(' ').filter((word) => word !== ''), now), name)) found.set(area.code, area);
    const areas = [...found.values()];
    const ordered = [...areas.filter(({ code }) => !isSmallArea(code)), ...areas.filter(({ code }) => isSmallArea(code))];
    return { kind: 'places', total: ordered.length, hits: ordered.slice(skip, skip + most).map(placeHit) };
  }

  /** Pages, and returns and plans by what everybody may read of them: a figure whose source is not out is not looked at. */
  private async documents(question: string): Promise<GivenDocument[]> {
    const today = this.clock.today();
    const returns = await this.queries.returns(question, today);
    return [...HOW_IT_WORKS, ...returns.map((one) => returnDocument(one, today))];
  }
}

function placeHit({ code, name, validTo }: ListedArea): Hit {
  const says = [kindOfArea(code), words.place.code(code), ...(validTo === null ? [] : [words.place.ended(longDate(validTo))])].join('. ');
  return { kind: 'places', title: name, href: placesPaths.place(code), snippet: [{ text: says, marked: false }] };
}

function returnDocument({ reference, kind, covers, department, framework, mission, missionName, content }: ReturnCandidate, today: string): GivenDocument {
  const isReturn = kind === 'evidence-return' && mission !== null;
  return {
    kind: 'returns',
    title: `${missionName === null ? department.name : `${missionName}, ${department.name}`}, ${covers} (${reference})`,
    href: isReturn ? `${missionsPaths.mission(framework, mission)}#accepted-return` : `${departmentsPaths.show(department.slug)}#plans`,
    body: stringsOf(readPublicContent(kind, content, today)).join(' … '),
  };
}

/** Every text of a document, in its order; what is named by its key alone is left out. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
