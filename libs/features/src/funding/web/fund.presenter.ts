import { moneyByRegion } from '#domain/funding/awards-by-authority.js';
import { byDeprivationFifths, type ByFifths } from '#domain/funding/deprivation-fifths.js';
import { moneyAgainstDeprivation, type MoneyAgainstDeprivation } from '#domain/funding/funding-strength.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { placesPaths } from '#features/places/places.paths.js';
import { type ChartFigure, type FigureTable } from '#platform/charts/chart-figure.js';
import { scatterChartSvg } from '#platform/charts/scatter-chart.js';
import { fundingPaths } from '../funding.paths.js';
import { type ShownAward, type ShownFund } from '../funding.queries.js';
import { fundingWords as words } from '../funding.words.js';
import { percentInWords, poundsInWords } from '../pounds-in-words.js';
import { eligiblePlaces, type FundedArea } from './funded-areas.js';

interface Scored extends FundedArea {
  score: number;
  pounds: number;
  amount: number;
}

/** The page of a fund, from its awards and the places that could have got some. */
export async function fundPage(fund: ShownFund, awards: readonly ShownAward[], areas: readonly FundedArea[]): Promise<object> {
  const fifths = byDeprivationFifths(eligiblePlaces(areas));
  const scored = areas.flatMap((area) => (area.score === null || area.pounds === undefined ? [] : [{ ...area, score: area.score, pounds: area.pounds }]));
  const perHead = scored.length > 0 && scored.every(({ people }) => (people ?? 0) > 0);
  const drawn = scored.map((area): Scored => ({ ...area, amount: perHead ? area.pounds / (area.people ?? 1) : area.pounds }));
  const strength = moneyAgainstDeprivation(drawn);
  return {
    title: fund.title,
    breadcrumbs: [{ text: words.list.title, href: fundingPaths.list }, { text: fund.title }],
    words,
    facts: factsOf(fund, areas.length),
    noAwards: awards.length > 0 ? undefined : words.noAwards,
    who: whoGotAny(fifths),
    howMuch: { perHead: words.howMuch.perHead[perHead ? 'true' : 'false'], sentences: strengthInWords(strength) },
    figure: drawn.length === 0 ? undefined : await picture(fund, drawn, { perHead, sentence: strengthInWords(strength)[0] ?? '' }),
    regions: regionsTable(areas),
    awards: awards.map((award) => awardRow(award, fund)),
    csv: { href: fundingPaths.awardsCsv(fund.slug), text: words.awards.csv },
    metadata: { href: fundingPaths.awardsMetadata(fund.slug), text: words.awards.metadata },
  };
}

export function moneyInWords(pounds: number | null | undefined): string {
  return pounds === null || pounds === undefined ? words.noAmount : poundsInWords(pounds);
}

export function missionLinks({ missions }: Pick<ShownFund, 'missions'>): { text: string; href: string }[] {
  return missions.map(({ framework, slug, name }) => ({ text: name, href: missionsPaths.mission(framework, slug) }));
}

function factsOf(fund: ShownFund, places: number): { key: string; text: string; links: { text: string; href: string }[] }[] {
  const { source } = words;
  const fact = (key: string, text: string, links: { text: string; href: string }[] = []): { key: string; text: string; links: { text: string; href: string }[] } => ({ key, text, links });
  const missions = missionLinks(fund);
  return [
    fact(source.missions, missions.length === 0 ? words.noMission : '', missions),
    ...(fund.awarded === null ? [] : [fact(source.awarded, fund.awarded)]),
    fact(source.eligible, words.eligible(places)),
    fact(source.money, moneyInWords(fund.pounds)),
    ...(fund.projects > 0 ? [fact(source.projects, String(fund.projects))] : []),
    fact(source.publisher, fund.publisher ?? source.unknown),
    ...(fund.sourceUrl === null ? [] : [fact(source.link, '', [{ text: fund.sourceUrl, href: fund.sourceUrl }])]),
    ...(fund.licence === null ? [] : [fact(source.licence, fund.licence)]),
  ];
}

function whoGotAny({ by, fifths, unplaced }: ByFifths): object {
  const [most] = fifths;
  const scored = fifths.some(({ eligible }) => eligible > 0);
  return {
    by: words.who.by[by],
    noScores: scored ? undefined : words.who.noScores,
    rows: fifths.map(({ fifth, eligible, awarded, shareAwarded, pounds, shareOfMoney }) => ({
      name: words.who.fifths[fifth - 1] ?? '', eligible, awarded,
      share: shareAwarded === undefined ? words.noData : percentInWords(shareAwarded),
      money: poundsInWords(pounds),
      moneyShare: shareOfMoney === undefined ? words.noData : percentInWords(shareOfMoney),
    })),
    most: most?.shareOfMoney === undefined ? undefined : words.who.most(percentInWords(most.shareOfMoney), by),
    unplaced: scored && unplaced.places > 0 ? words.who.unplaced(unplaced.places, unplaced.awarded, poundsInWords(unplaced.pounds)) : undefined,
  };
}

function strengthInWords(found: MoneyAgainstDeprivation): string[] {
  const { howMuch } = words;
  if (found.answer !== 'found') return [found.answer === 'nobody' ? howMuch.nobody : found.answer === 'too-few' ? howMuch.tooFew(found.places) : howMuch.noOrder];
  const { strength, direction, robust, places, tau, p } = found;
  const size = `${howMuch.strength[strength]}${howMuch.direction[direction]}`;
  return [`${size.charAt(0).toUpperCase()}${size.slice(1)}. ${howMuch.robust[robust ? 'true' : 'false']}`, howMuch.found(places, tau.toFixed(2).replace('-', '−'), p < 0.001 ? 'below 0.001' : p.toFixed(3))];
}

async function picture(fund: ShownFund, areas: readonly Scored[], { perHead, sentence }: { perHead: boolean; sentence: string }): Promise<ChartFigure> {
  const subtitle = words.picture.subtitle(fund.title);
  const points = areas.map(({ score, amount }) => ({ x: score, y: perHead ? amount : amount / 1e6 }));
  const svg = await scatterChartSvg({ title: words.picture.title, subtitle: `${subtitle}. ${sentence}`, xTitle: words.picture.x, yTitle: perHead ? words.picture.yPerHead : words.picture.y, points });
  const { authority, score, money } = words.picture.columns;
  const table: FigureTable = {
    caption: words.picture.title,
    head: [{ text: authority, numeric: false }, { text: score, numeric: true }, { text: money, numeric: true }],
    rows: areas.toSorted((one, other) => other.score - one.score).map((area) => ({ heading: area.name, cells: [{ text: area.score.toFixed(1), numeric: true }, { text: poundsInWords(perHead ? Math.round(area.amount * 100) / 100 : area.amount), numeric: true }] })),
  };
  return { id: 'against-deprivation', title: words.picture.title, subtitle, svg, notes: [sentence], table };
}

function regionsTable(areas: readonly FundedArea[]): object[] {
  return moneyByRegion(areas.map(({ region, people, awards, pounds }) => ({ region: region ?? undefined, people: people ?? undefined, awards, pounds }))).map(({ region, awards, pounds, perHead }) => ({
    name: region ?? words.regions.unknown, awards, money: poundsInWords(pounds),
    perHead: perHead === undefined ? words.regions.noPopulation : poundsInWords(Math.round(perHead * 100) / 100),
  }));
}

function awardRow({ place, council, code, area, year, rdel, cdel, total, sumAsPublished }: ShownAward, { awarded }: ShownFund): object {
  return {
    place,
    authority: code === null ? undefined : { text: area ?? code, href: placesPaths.place(code) },
    council: code === null ? `${council ?? ''} (${words.notMatched})` : '',
    year: year ?? (awarded === null ? words.awards.yearUnknown : words.awards.noYear(awarded)),
    rdel: moneyInWords(rdel), cdel: moneyInWords(cdel), total: moneyInWords(total),
    remark: sumAsPublished === false ? words.awards.doesNotAddUp : undefined,
  };
}
