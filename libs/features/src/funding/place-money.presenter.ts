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
  grants: GrantsRow[];
  all: Link;
}

export function placeMoney(code: string, { awards, people, grants, funds, grantsLoaded }: PlaceMoney): MoneySection {
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
