import { fundingPaths } from './funding.paths.js';
import { placeMoneyWords as words } from './place-money.words.js';
import { type CouncilGrants, type PlaceAward, type PlaceMoney } from './place-money.queries.js';
import { percentInWords, poundsInWords } from './pounds-in-words.js';

interface Link {
  text: string;
  href: string;
}

/** Grants of a council in a year, finished for a row. */
export interface GrantsRow {
  council: string;
  place: Link | undefined;
  year: string;
  grants: string;
  ringFenced: string;
  total: string;
  share: string;
}

/** What the page of a place says of money. */
export interface MoneySection {
  words: typeof words;
  rows: { fund: Link; year: string; places: string; money: string; perHead: string }[];
  /** Only with awards. */
  files: Link[];
  missing: string[];
  /** How figures of this place have moved that its funds are meant to serve. */
  changes: { metric: Link; latest: string; period: string; change: string; funds: Link[] }[];
  noChanges: string | undefined;
  grants: GrantsRow[];
  all: Link;
}

/** A figure of the place and how it has moved, as its page says it. */
interface FigureOfPlace {
  slug: string;
  metric: Link;
  latest: string;
  period: string;
  change: string;
}

/** @param figures every figure that the page of the place has */
export function placeMoney(code: string, { awards, people, grants, funds, served, grantsLoaded }: PlaceMoney, figures: readonly FigureOfPlace[]): MoneySection {
  const changes = changesOf(served, figures, new Map(awards.map(({ fund, fundTitle }) => [fund, fundTitle])));
  const groups = [...new Set(awards.map(groupOf))].map((name) => awards.filter((award) => groupOf(award) === name));
  const without = awards.filter(({ total }) => total === null).length;
  return {
    words,
    rows: groups.flatMap((group) => moneyRow(group, people) ?? []),
    files: awards.length === 0 ? [] : [{ href: fundingPaths.placeCsv(code), text: words.csv }, { href: fundingPaths.placeMetadata(code), text: words.metadata }],
    missing: [
      ...(funds.length === 0 ? [words.noFunds] : awards.length === 0 ? [words.noAwards(funds)] : []),
      ...(without > 0 ? [words.withoutAmount(without)] : []),
      ...(awards.length > 0 ? [people ? words.people(people.count.toLocaleString('en-GB'), people.year) : words.noPopulation] : []),
      ...(funds.length > 0 ? [words.onlyLoaded] : []),
      ...(grants.length > 0 ? [] : [grantsLoaded ? words.grants.notHere : words.grants.notLoaded]),
    ],
    changes,
    noChanges: awards.length > 0 && changes.length === 0 ? words.changes.none : undefined,
    grants: grants.map(grantsRow),
    all: { href: fundingPaths.list, text: words.all },
  };
}

export function grantsRow({ code, council, year, grants, ringFenced, total }: CouncilGrants): GrantsRow {
  return {
    council, year,
    place: code === null ? undefined : { text: council, href: `/places/${code}` },
    grants: grants.toLocaleString('en-GB'), ringFenced: poundsInWords(ringFenced), total: poundsInWords(total),
    share: total > 0 ? percentInWords(ringFenced / total) : words.noData,
  };
}

function changesOf(served: PlaceMoney['served'], figures: readonly FigureOfPlace[], titles: ReadonlyMap<string, string>): MoneySection['changes'] {
  return figures.flatMap(({ slug, metric, latest, period, change }) => {
    const by = served.find((each) => each.metric === slug);
    return by ? [{ metric, latest, period, change, funds: by.funds.map((fund) => ({ text: titles.get(fund) ?? fund, href: fundingPaths.changes(fund) })) }] : [];
  });
}

function groupOf({ fund, year }: PlaceAward): string {
  return `${fund} ${year ?? ''}`;
}

function moneyRow(group: readonly PlaceAward[], people: PlaceMoney['people']): MoneySection['rows'][number] | undefined {
  const [first] = group;
  if (!first) return undefined;
  const amounts = group.flatMap(({ total }) => total ?? []);
  const pounds = amounts.reduce((sum, amount) => sum + amount, 0);
  return {
    fund: { text: first.fundTitle, href: fundingPaths.fund(first.fund) },
    year: first.year ?? (first.awarded === null ? words.yearUnknown : words.yearOfFund(first.awarded)),
    places: group.map(({ place }) => place).join('; '),
    money: amounts.length === 0 ? words.noAmount : poundsInWords(pounds),
    perHead: amounts.length === 0 || people === null ? words.noData : poundsInWords(Math.round((pounds / people.count) * 100) / 100),
  };
}
