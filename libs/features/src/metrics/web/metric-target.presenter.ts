import { capitalised, dateInWords, shareInWords } from '#domain/judgements/figure-words.js';
import { type AreaCounts } from '#domain/judgements/computed-judgement.js';
import { parsePeriod } from '#domain/observations/period.js';
import { type ComputedStanding } from '#features/judgements/mission-standing.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { missionsWords } from '#features/missions/missions.words.js';
import { type Target } from '#features/missions/target.entity.js';
import { type VerdictTag, verdictTag } from '#features/missions/verdict-tag.js';
import { type ChartFigure, type FigureTable } from '#platform/charts/chart-figure.js';
import { metricPageWords } from '../metric-page.words.js';
import { type InputsBlock } from './verdict-inputs.presenter.js';

const words = metricPageWords.targets;

export interface Fact {
  key: string;
  text: string;
  href?: string;
}

/** A method's answer beside the one that decides. */
export interface MethodLine {
  method: string;
  decides: string | undefined;
  tag: VerdictTag;
  sentence: string;
}

/** One target on the page of its metric, finished for the template. */
export interface MetricTarget {
  id: string;
  title: string;
  supporting: string | undefined;
  tag: VerdictTag;
  sentence: string;
  remarks: string[];
  notOfficial: string | undefined;
  figure: ChartFigure | undefined;
  noPicture: string | undefined;
  path: { summary: string; table: FigureTable } | undefined;
  methods: { heading: string; caption: string; head: typeof metricPageWords.methods.head; rows: MethodLine[]; note: string | undefined } | undefined;
  inputs: InputsBlock | undefined;
  facts: Fact[];
}

export interface MetricTargetParts {
  /** With its mission and framework. */
  target: Target;
  computed: ComputedStanding | null;
  figure: ChartFigure | undefined;
  path: FigureTable | undefined;
  inputs: InputsBlock | undefined;
}

export function metricTarget({ target, computed, figure, path, inputs }: MetricTargetParts): MetricTarget {
  return {
    id: idOf(target),
    title: target.title,
    supporting: target.role === 'supporting' ? missionsWords.targets.supporting : undefined,
    tag: computed ? verdictTag(computed.verdict) : { text: words.notJudged, classes: 'govuk-tag--grey' },
    sentence: computed?.sentence ?? words.noFigures,
    remarks: [...(computed?.reasons ?? [])],
    notOfficial: computed ? missionsWords.targets.notOfficial : undefined,
    figure,
    noPicture: computed?.components.latest && !figure ? words.noPicture : undefined,
    path: path ? { summary: words.path.summary, table: path } : undefined,
    methods: computed ? methodsOf(target, computed) : undefined,
    inputs,
    facts: factsOf(target, computed),
  };
}

/** Targets of several missions stand on one page. */
export function idOf({ mission, slug }: Target): string {
  return `${mission.slug}-${slug}`;
}

function methodsOf({ title }: Target, { method, components }: ComputedStanding): MetricTarget['methods'] {
  const found = components.methods ?? [];
  // a direction and a hold are how the interim path judges a target without a journey
  const decides = found.some((word) => word.method === method) ? method : 'interim-path';
  const rows = found.map((word) => ({
    method: capitalised(missionsWords.methods[word.method]),
    decides: word.method === decides ? metricPageWords.methods.decides : undefined,
    tag: verdictTag(word.verdict),
    sentence: word.sentence,
  }));
  const note = components.areas ? metricPageWords.methods.onlyOne : metricPageWords.methods.missing;
  return {
    heading: metricPageWords.methods.heading,
    caption: metricPageWords.methods.caption(title),
    head: metricPageWords.methods.head,
    rows: rows.toSorted((a, b) => Number(b.decides !== undefined) - Number(a.decides !== undefined)),
    note: rows.length > 0 ? undefined : note,
  };
}

function factsOf(target: Target, computed: ComputedStanding | null): Fact[] {
  const { mission, baseline, decides } = target;
  const areas = computed?.components.areas;
  const rows: (Fact | undefined)[] = [
    { key: words.keys.mission, text: `${mission.focusArea}, ${mission.framework.title}`, href: missionsPaths.target(mission.framework.slug, mission.slug, target.slug) },
    { key: words.keys.forecast, text: words.forecast(target.title), href: `${missionsPaths.targetPage(mission.framework.slug, mission.slug, target.slug)}#forecast` },
    baseline ? { key: words.keys.baseline, text: `${capitalised(parsePeriod(baseline.period)?.label ?? baseline.period)}. ${baseline.reason}` } : undefined,
    decides ? { key: words.keys.decides, text: words.decidedBy(capitalised(parsePeriod(decides.period)?.label ?? decides.period), dateInWords(decides.releaseExpected)) } : undefined,
    areas ? { key: words.keys.counts, text: countsOf(areas) } : undefined,
    areas ? { key: words.keys.people, text: areas.shareOfPeople === undefined ? words.noPeople : words.people(shareInWords(areas.shareOfPeople)) } : undefined,
    computed ? { key: words.keys.asOf, text: words.judged(dateInWords(computed.asOf), computed.methodVersion) } : undefined,
  ];
  return rows.flatMap((row) => row ?? []);
}

function countsOf({ usable, expected, risen, fallen = 0, cannotTell = 0 }: AreaCounts): string {
  return risen === undefined ? words.counts(usable, expected) : words.countsFound(usable, expected, { better: risen, worse: fallen, open: cannotTell });
}
