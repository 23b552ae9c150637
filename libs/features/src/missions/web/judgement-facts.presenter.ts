import { capitalised, differenceInWords, figureInWords, listInWords } from '#domain/judgements/figure-words.js';
import { type AreaFindings, type GapFinding, type GapReading } from '#domain/judgements/area-findings.js';
import { VERDICTS } from '#domain/judgements/verdict.js';
import { type ComputedStanding } from '#features/judgements/mission-standing.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { missionsWords } from '../missions.words.js';

const words = missionsWords.findings;

export interface JudgementFact {
  key: string;
  text: string;
}

/** The numbers behind a verdict on gaps and groups of areas, what other methods say, and the target as first published. */
export function judgementFacts({ components, method }: ComputedStanding, metric: Metric | null): JudgementFact[] {
  const { areaFindings, methods, firstPublished } = components;
  return [
    ...(areaFindings && metric ? areaFacts(areaFindings, metric) : []),
    ...(methods ?? []).filter((word) => word.method !== method).map((word) => ({ key: words.by(missionsWords.methods[word.method]), text: `${VERDICTS[word.verdict]}. ${word.sentence}` })),
    ...(firstPublished ? [{ key: words.firstPublished, text: `${VERDICTS[firstPublished.verdict]}. ${firstPublished.sentence}` }] : []),
  ].map(({ key, text }) => ({ key, text: capitalised(text) }));
}

function areaFacts(findings: AreaFindings, metric: Metric): JudgementFact[] {
  const { gap, beside = [], weighted, group, groupMeans, levellingDown } = findings;
  const means = groupMeans && `${figureInWords(groupMeans.baseline, metric, 1)} at the baseline, ${figureInWords(groupMeans.latest, metric, 1)} now`;
  return [
    ...(gap ? [{ key: words.measures[gap.measure], text: gapInWords(gap, metric) }] : []),
    ...beside.map((finding) => ({ key: words.measures[finding.measure], text: gapInWords(finding, metric) })),
    ...(weighted && gap ? [{ key: words.weighted, text: readingInWords(weighted, gap, metric) }] : []),
    ...(group ? [{ key: words.group, text: `${words.groupOf(group.size, group.of, listInWords(group.chosenBy))}${means ? ` Their mean: ${means}.` : ''}` }] : []),
    ...(levellingDown ? [{ key: words.levellingDown, text: levellingDown.sentence }] : []),
  ];
}

function gapInWords(gap: GapFinding, metric: Metric): string {
  const corrected = readingInWords(gap.corrected, gap, metric);
  return gap.onlyNoise ? `${corrected} ${words.onlyNoise}` : `${corrected} ${words.raw(valueInWords(gap.raw.baseline, gap, metric), valueInWords(gap.raw.latest, gap, metric))}`;
}

function readingInWords({ baseline, latest, shown }: GapReading, gap: GapFinding, metric: Metric): string {
  return words.reading(valueInWords(baseline, gap, metric), valueInWords(latest, gap, metric), shown);
}

/** A ratio has no unit, a variance the square of the metric's. */
function valueInWords(value: number, { measure }: GapFinding, metric: Metric): string {
  return measure === 'ratio' || measure === 'variance-between-areas' ? value.toPrecision(3) : differenceInWords(value, metric);
}
