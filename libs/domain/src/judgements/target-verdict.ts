import { parsePeriod, type Period } from '#domain/observations/period.js';
import { judgeAreas } from './area-rule.js';
import type { Assessment } from './assessment.js';
import { assessmentSentence, dependenceSentence, latestInWords } from './assessment-sentence.js';
import { alternativeBaselines, baselineOf, measured } from './baseline-figure.js';
import { judgeBinary } from './binary-target.js';
import type { AlternativeBaseline, ComputedJudgement } from './computed-judgement.js';
import { assess } from './interim-path.js';
import { reportAssessed, reportUnjudged } from './judgement-report.js';
import { pointOfPeriod, usableSeries } from './prepared-series.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import { awaitingFigures, noBaseline, noFigures, noFigureSince, refusalOf } from './unjudged-target.js';
import type { Verdict } from './verdict.js';

/**
 * The computed judgement of one target from published figures. Never throws on figures: what cannot be judged gets a
 * word and a sentence that say so.
 * @param asOf ISO date of the judgement; figures of periods not over by then are left out
 */
export function judgeTarget(target: TargetToJudge, asOf: string): ComputedJudgement {
  const refusal = refusalOf(target);
  const decides = parsePeriod(target.decides.periodKey);
  if (refusal || !decides) return reportUnjudged(target, asOf, refusal ?? noFigures(target), []);
  if (['every-area', 'gap', 'worst-areas'].includes(target.rule.kind)) return judgeAreas(target, decides, asOf);

  const series = usableSeries(target.series, asOf);
  const deciding = pointOfPeriod(series, decides.key);
  const final = deciding !== undefined && deciding.provisional !== true;
  const latest = final ? deciding : series.at(-1);
  if (!latest) return reportUnjudged(target, asOf, noFigures(target), []);
  const overdue = asOf > decides.end && !deciding;
  if (target.rule.kind === 'binary') return judgeBinary(target, latest, { decides, final, overdue, asOf });

  const baseline = pointOfPeriod(series, target.baseline.periodKey);
  if (!baseline) return reportUnjudged(target, asOf, noBaseline(target), [latest]);
  if (latest.period.middle <= baseline.period.middle) {
    const lastKnown = `there is no figure after the baseline, ${baseline.period.label}`;
    const found = overdue
      ? awaitingFigures(target, decides, asOf, lastKnown)
      : noFigureSince(baseline, target, decides, asOf);
    return reportUnjudged(target, asOf, found, [baseline]);
  }
  return judgeFigure(target, asOf, { series, baseline, latest, decides, final, overdue });
}

interface FiguresOfTarget {
  readonly series: readonly SeriesPoint[];
  readonly baseline: SeriesPoint;
  readonly latest: SeriesPoint;
  readonly decides: Period;
  /** The latest figure is the final one of the deciding period. */
  readonly final: boolean;
  /** The deciding period is over and its figure is not there. */
  readonly overdue: boolean;
}

function judgeFigure(target: TargetToJudge, asOf: string, figures: FiguresOfTarget): ComputedJudgement {
  const { series, decides, final, overdue } = figures;
  const latest = measured(figures.latest, target);
  const found = assess(target, baselineOf([figures.baseline], target), latest, series);
  if (!found) return reportUnjudged(target, asOf, noFigures(target), []);
  const verdict = final ? finalVerdictOf(found) : found.verdict;
  const others = alternativeBaselines(series, figures.baseline, target).flatMap((baseline) => {
    const other = assess(target, baseline, latest, series);
    return other ? [{ baseline, verdict: final ? finalVerdictOf(other) : other.verdict }] : [];
  });
  const alternatives: AlternativeBaseline[] = others.map(({ baseline, verdict: word }) => ({
    label: baseline.label,
    baselineValue: baseline.value,
    verdict: word,
  }));
  const differing = alternatives.filter((alternative) => alternative.verdict !== verdict);
  const cells = [...found.baseline.points, latest, ...others.flatMap(({ baseline }) => baseline.points)];
  const used = cells.map(({ point }) => point);
  const dependence = differing.length > 0 ? dependenceSentence(differing) : '';
  const report = { found, verdict, alternatives, series, used, decides };
  if (!overdue) {
    return reportAssessed(target, asOf, {
      ...report,
      sentence: assessmentSentence(target, found, verdict, decides) + dependence,
    });
  }
  const lastKnown = `the latest is for ${latest.point.period.label}, when ${latestInWords(target, found)}`;
  const waiting = awaitingFigures(target, decides, asOf, lastKnown);
  return reportAssessed(target, asOf, { ...report, sentence: waiting.sentence, waiting });
}

/** At the deciding period, with its final figure, the word is no longer about a path. */
function finalVerdictOf(found: Assessment): Verdict {
  if (found.method !== 'direction-only') return found.verdict === 'at-target' ? 'achieved' : 'missed';
  if (found.verdict === 'on-track') return 'achieved';
  return found.verdict === 'off-track' ? 'missed' : found.verdict;
}
