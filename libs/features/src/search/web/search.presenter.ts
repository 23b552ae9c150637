import { departmentsPaths } from '#features/departments/departments.paths.js';
import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';
import { alertsPaths } from '#features/alerts/alerts.paths.js';
import { metricsPaths } from '#features/metrics/metrics.paths.js';
import { placesPaths } from '#features/places/places.paths.js';
import { reportsPaths } from '#features/reports/reports.paths.js';
import { type Hit, SEARCH_KINDS, type SearchKind } from '../search-kind.js';
import { searchPaths } from '../search.paths.js';
import { type SearchAnswer } from '../search.service.js';
import { searchWords as words } from '../search.words.js';

/** Results of each kind on the page of all kinds, and of one kind on a page of its own. */
export const PREVIEW_SIZE = 5;
export const PAGE_SIZE = 20;

interface Link {
  text: string;
  href: string;
}

interface ShownGroup {
  id: SearchKind;
  heading: string;
  hits: Hit[];
  /** Where there are more than are shown. */
  all: Link | undefined;
}

export interface SearchPage {
  title: string;
  heading: string;
  words: typeof words;
  question: string;
  kind: SearchKind | undefined;
  remark: string | undefined;
  summary: string | undefined;
  groups: ShownGroup[];
  back: Link | undefined;
  previous: Link | undefined;
  next: Link | undefined;
  nothing: { why: string | undefined; links: Link[] } | undefined;
}

export interface Asked {
  question: string;
  cut: boolean;
  kind: SearchKind | undefined;
  /** From 1. */
  page: number;
}

const LISTS: Link[] = [
  { text: 'Missions', href: frameworksPaths.home },
  { text: 'Metrics', href: metricsPaths.list },
  { text: 'Places', href: placesPaths.list },
  { text: 'Departments', href: departmentsPaths.list },
  { text: 'Alerts', href: alertsPaths.list },
  { text: 'Reports', href: reportsPaths.list },
];

const EMPTY: SearchPage = {
  title: words.title, heading: words.title, words, question: '', kind: undefined, remark: undefined, summary: undefined, groups: [], back: undefined, previous: undefined, next: undefined, nothing: undefined,
};

/** Before anything was asked. */
export function searchPage(): SearchPage {
  return EMPTY;
}

export function searchFound({ question, cut, kind, page }: Asked, { groups, tooCommon }: SearchAnswer): SearchPage {
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const summary = kind === undefined ? words.found(total, question) : words.kindFound(SEARCH_KINDS[kind], total, question, page);
  const isEnd = kind !== undefined && page > 1 && groups.length === 0;
  const shown = groups.map((group): ShownGroup => ({
    id: group.kind,
    heading: SEARCH_KINDS[group.kind],
    hits: group.hits,
    all: kind === undefined && group.total > group.hits.length ? { text: words.all(group.total, SEARCH_KINDS[group.kind]), href: searchPaths.asked(question, group.kind) } : undefined,
  }));
  return {
    ...EMPTY,
    title: isEnd ? `${words.ended} ${summary}` : `${summary} – ${words.title}`,
    question, kind,
    remark: cut ? words.cut : undefined,
    summary: isEnd ? words.ended : summary,
    groups: shown,
    back: kind === undefined ? undefined : { text: words.back, href: searchPaths.asked(question) },
    previous: kind !== undefined && page > 1 ? { text: words.less, href: searchPaths.asked(question, kind, page - 1) } : undefined,
    next: kind !== undefined && total > page * PAGE_SIZE ? { text: words.more, href: searchPaths.asked(question, kind, page + 1) } : undefined,
    nothing: total === 0 && !isEnd ? { why: tooCommon ? words.nothing.common : undefined, links: LISTS } : undefined,
  };
}
