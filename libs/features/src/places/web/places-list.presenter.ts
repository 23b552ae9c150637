import { foldedName } from '#domain/areas/area-search.js';
import { isSmallArea, kindOfArea } from '#domain/areas/area-kind.js';
import { hasEnded } from '#domain/areas/dead-code.js';
import { dateInWords } from '#domain/judgements/figure-words.js';
import { consultationsPaths } from '#features/consultations/consultations.paths.js';
import { directorsPaths } from '#features/directors/directors.paths.js';
import { preReleasePaths } from '#features/pre-release/pre-release.paths.js';
import { proposalsPaths } from '#features/proposals/proposals.paths.js';
import { type ListedArea } from '../places.queries.js';
import { placesWords } from '../places.words.js';
import { type Link, placeLink } from './place-page.presenter.js';

const words = placesWords.list;

/** Places that a search shows at most. */
const MOST_FOUND = 100;

export interface PlacesListPage {
  title: string;
  words: typeof words;
  asked: string;
  /** Nations with their regions. */
  nations: { link: Link; regions: Link[] }[];
  combined: Link[];
  seeAlso: Link[];
}

export interface PlacesFoundPage extends PlacesListPage {
  found: { heading: string; empty: string | undefined; more: string | undefined; rows: { link: Link; kind: string; code: string; standing: string }[] };
}

export function placesListPage(areas: readonly ListedArea[]): PlacesListPage {
  const nations = areas.filter(({ level }) => level === 'nation');
  return {
    title: words.title,
    words,
    asked: '',
    nations: nations.map((nation) => ({
      link: nameLink(nation),
      regions: areas.filter(({ level, parentCode }) => level === 'region' && parentCode === nation.code).map(nameLink),
    })),
    combined: areas.filter(({ level }) => level === 'combined-authority').map(nameLink),
    seeAlso: [
      { text: words.links.directors, href: directorsPaths.list },
      { text: words.links.proposals, href: proposalsPaths.list },
      { text: words.links.consultations, href: consultationsPaths.list },
      { text: words.links.preRelease, href: preReleasePaths.access },
    ],
  };
}

/**
 * Every place that the text may mean, each with its code: a shared name is never taken for one place. Large places come first.
 * @param candidates the best first; undefined where too little was asked to look for any
 */
export function placesFound(asked: string, candidates: readonly ListedArea[] | undefined, today: string): PlacesFoundPage {
  const named = candidates ?? [];
  const found = [...named.filter(({ code }) => !isSmallArea(code)), ...named.filter(({ code }) => isSmallArea(code))];
  return {
    ...placesListPage([]),
    title: `${words.found(found.length, asked)} – ${words.title}`,
    asked,
    found: {
      heading: words.found(found.length, asked),
      empty: found.length > 0 ? undefined : candidates ? words.noPlace : words.tooShort,
      more: found.length > MOST_FOUND ? words.more(found.length - MOST_FOUND) : undefined,
      rows: found.slice(0, MOST_FOUND).map((area) => ({ link: nameLink(area), kind: kindOfArea(area.code), code: area.code, standing: standingOf(area, today) })),
    },
  };
}

/** The longest word of a question, which narrows down what has to be looked through. */
export function longestWord(asked: string): string {
  const [longest = ''] = foldedName(asked).split(' ').sort((a, b) => b.length - a.length);
  return longest;
}

function standingOf({ validTo, successors }: ListedArea, today: string): string {
  const current = successors.map((code) => ({ code, name: code }));
  if (!hasEnded({ validTo, current }, today)) return words.stands;
  return validTo === null ? words.endedSomeDay : words.ended(dateInWords(validTo));
}

function nameLink(area: ListedArea): Link {
  return { ...placeLink(area), text: area.name };
}
