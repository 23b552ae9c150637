import { Injectable } from '@nestjs/common';
import { isCombinedAuthority, isLocalAuthority, isSmallArea, isTerritorialLevel, kindOfArea } from '#domain/areas/area-kind.js';
import { currentCodes, successorsByCode } from '#domain/areas/succession.js';
import { type Area } from '#features/areas/area.entity.js';
import { AreasQueries, type RelatedArea, type SuccessorArea } from '#features/areas/areas.queries.js';
import { linkToBenchmark } from '#features/benchmarks/benchmarks.paths.js';
import { contributionsPaths } from '#features/contributions/contributions.paths.js';
import { directorsPaths } from '#features/directors/directors.paths.js';
import { type MoneySection, placeMoney } from '#features/funding/place-money.presenter.js';
import { PlaceMoneyQueries } from '#features/funding/place-money.queries.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { metricsPaths } from '#features/metrics/metrics.paths.js';
import { MetricsQueries } from '#features/metrics/metrics.queries.js';
import { type FollowLinks, followPlace } from '#features/public-changes/follow-links.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type PlaceCell, PlacesQueries } from '../places.queries.js';
import { placesPaths } from '../places.paths.js';
import { placesWords } from '../places.words.js';
import { territoryCodes } from './territory-codes.js';
import { type Comparator, type FigureRow, figureRows, reasonOfBlank } from './place-figures.presenter.js';
import { endOf, factsOf, type Link, neighbourList, type PlaceFact, type PlaceRelations, placeLink, type ReplyBlock, replyBlocks } from './place-page.presenter.js';

const words = placesWords.show;

const NATIONS: Readonly<Record<string, string>> = { England: 'E92000001', Scotland: 'S92000003', Wales: 'W92000004', 'Northern Ireland': 'N92000002' };
/** The widest first: some metrics have no figure for the whole of the United Kingdom. */
const KINGDOM: Comparator = { heading: 'United Kingdom', codes: ['K02000001', 'K99000002', 'K03000001', 'K04000001'] };

export interface PlacePage {
  title: string;
  caption: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof words;
  unconfirmed: string | undefined;
  end: ReturnType<typeof endOf>;
  facts: PlaceFact[];
  replies: ReplyBlock[];
  /** Only of a local authority with figures. */
  benchmark: Link | undefined;
  headings: string[];
  /** Only of a place that has a council. */
  control: boolean;
  /** What the mark on some changes means. */
  noIntervals: string | undefined;
  rows: (FigureRow & { reply: Link | undefined })[];
  noFigures: string | undefined;
  missing: { why: string; metrics: Link[] }[];
  neighbours: ReturnType<typeof neighbourList> | undefined;
  children: Link[];
  /** Of a local authority, and of any other place that got some. */
  money: MoneySection | undefined;
  csv: Link;
  metadata: Link;
  follow: FollowLinks;
}

/** Reads what the page of a place shows. */
@Injectable()
export class PlacePageService {
  constructor(
    private readonly areas: AreasQueries,
    private readonly metrics: MetricsQueries,
    private readonly places: PlacesQueries,
    private readonly money: PlaceMoneyQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws ApplicationError where there is no such place */
  async page(code: string): Promise<PlacePage> {
    const area = await this.areas.shown(code);
    if (!area) throw ApplicationError.notFound('That place');
    const today = this.clock.today();
    const small = isSmallArea(code);
    const codes = territoryCodes(code);
    const comparators = comparatorsOf(area);
    const [relations, metrics, cells, baselines, replies, { councils, directors, groups }, money] = await Promise.all([
      this.relations(area, today),
      this.metrics.all(),
      this.places.cells([...codes, ...comparators.flatMap(({ codes }) => codes)]),
      this.places.baselines(),
      this.places.replies(area.id),
      this.places.aroundPlace(code, today),
      this.money.of(code),
    ]);
    const { rows, without } = figureRows({ codes, metrics, cells, baselines, comparators });
    const blocks = replyBlocks(replies);
    const missing = small || rows.length === 0 ? [] : await this.missing(area, without, cells);
    return {
      title: `${area.name} (${code})`,
      caption: kindOfArea(code),
      breadcrumbs: [{ text: placesWords.list.title, href: placesPaths.list }, { text: area.name }],
      words,
      unconfirmed: area.confirmed ? undefined : words.unconfirmed,
      end: endOf(relations, today),
      facts: [...factsOf(relations, groups), ...councils.map(councilFact), ...directors.map(directorFact)],
      replies: blocks,
      benchmark: isLocalAuthority(code) && rows.length > 0 ? linkToBenchmark(code) : undefined,
      headings: comparators.map(({ heading }) => heading),
      control: isLocalAuthority(code) || isCombinedAuthority(code),
      noIntervals: rows.some(({ roundingOnly }) => roundingOnly) ? words.noIntervals : undefined,
      rows: rows.map((row) => ({ ...row, reply: replyBeside(row, blocks) })),
      noFigures: rows.length > 0 ? undefined : small ? words.smallArea : words.noFigures,
      missing,
      neighbours: relations.neighbours || isLocalAuthority(code) || isCombinedAuthority(code) ? neighbourList(relations, relations.neighboursOf) : undefined,
      children: relations.children.map(placeLink),
      money: isLocalAuthority(code) || money.awards.length > 0 ? placeMoney(code, money, rows) : undefined,
      csv: { href: placesPaths.figuresCsv(code), text: words.csv },
      metadata: { href: placesPaths.figuresMetadata(code), text: words.metadata },
      follow: followPlace(code, area.name),
    };
  }

  private async relations(area: Area, today: string): Promise<PlaceRelations & { neighboursOf: string }> {
    const { code } = area;
    const [parents, predecessors, children, own] = await Promise.all([
      this.areas.parentsOf(code),
      this.areas.predecessorsOf(code),
      this.areas.childrenOf(code, isCombinedAuthority(code) ? 'combined-authority' : isTerritorialLevel(code) ? 'itl' : 'administrative', today),
      this.areas.neighboursOf(code),
    ]);
    const after = await this.areas.successorsOf([code, ...(own?.areas ?? []).map((neighbour) => neighbour.code)]);
    const current = endsOf(code, after.get(code) ?? []);
    // a published list may hold only the code that an area was given anew
    const [only, ...others] = current;
    const neighbours = own ?? (only && others.length === 0 ? await this.areas.neighboursOf(only.code) : undefined);
    return {
      area, parents, predecessors, current, children, neighbours,
      neighboursOf: own || !only ? code : only.code,
      currentOfNeighbour: (neighbour) => endsOf(neighbour, after.get(neighbour) ?? []),
    };
  }

  /** Why metrics of the missions have no figure here: withheld, published for others of the kind, for other kinds only, or not loaded. */
  private async missing(area: Area, without: readonly Metric[], cells: readonly PlaceCell[]): Promise<PlacePage['missing']> {
    const coverage = await this.places.coverage(without.map(({ id }) => id), area);
    const reasons = new Map<string, Link[]>();
    for (const metric of without) {
      const covered = coverage.get(metric.id);
      if (!covered) continue;
      const { anywhere, here } = covered;
      const blank = cells.filter((cell) => cell.metricId === metric.id && cell.area.code === area.code).at(-1);
      const finest = placesWords.geographies[metric.geography] ?? metric.geography;
      const why = blank ? words.withheld(reasonOfBlank(blank.status)) : here ? words.otherPlaces : anywhere ? words.notThisKind(finest) : words.noneLoaded(area.name);
      reasons.set(why, [...(reasons.get(why) ?? []), { text: metric.name, href: metricsPaths.metric(metric.slug) }]);
    }
    return [...reasons].map(([why, metrics]) => ({ why, metrics }));
  }
}

function councilFact({ name, slug }: { name: string; slug: string }): PlaceFact {
  return { key: words.council, text: '', links: [{ text: name, href: contributionsPaths.body(slug) }], lists: [] };
}

function directorFact(name: string): PlaceFact {
  return { key: words.director, text: '', links: [{ text: name, href: directorsPaths.list }], lists: [] };
}

function replyBeside({ slug }: FigureRow, replies: readonly ReplyBlock[]): Link | undefined {
  const reply = replies.find(({ metric }) => metric === slug);
  return reply && { href: `#${reply.id}`, text: words.replyBeside };
}

/** The place's nation and the United Kingdom; a nation has the latter alone, the Kingdom none. */
function comparatorsOf({ code, country }: Area): Comparator[] {
  if (KINGDOM.codes.includes(code)) return [];
  const nation = NATIONS[country ?? ''];
  const codes = nation === undefined ? [] : territoryCodes(nation);
  return [...(country === null || nation === undefined || codes.includes(code) ? [] : [{ heading: country, codes }]), KINGDOM];
}

function endsOf(code: string, steps: readonly SuccessorArea[]): RelatedArea[] {
  const ends = new Set(currentCodes(code, successorsByCode(steps.map((step) => ({ from: step.after, to: step.code })))));
  return [...new Map(steps.filter((step) => ends.has(step.code)).map((step) => [step.code, step])).values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}
