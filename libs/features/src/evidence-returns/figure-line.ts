import { type FigureLine } from '#domain/evidence-returns/evidence-return-content.js';
import { type FigureUsed } from '#domain/judgements/computed-judgement.js';
import { figureInWords, type FigureStyle } from '#domain/judgements/figure-words.js';
import { parsePeriod } from '#domain/observations/period.js';
import { type ComputedStanding } from '#features/judgements/mission-standing.js';
import { type Target } from '#features/missions/target.entity.js';
import { evidenceReturnsWords } from './evidence-returns.words.js';

type TargetWithMetric = Pick<Target, 'slug' | 'title' | 'notComparable' | 'rule' | 'decides'> & { metric: (FigureStyle & { name: string }) | null };

/** A target's figures as its computed judgement used them, in words that a version keeps for ever. */
export function figureLine(subject: TargetWithMetric, computed: ComputedStanding | null): FigureLine {
  const { slug, title, notComparable, metric } = subject;
  const { baseline, latest, target, causeHints } = computed?.components ?? {};
  return {
    target: slug,
    title,
    measure: metric ? [metric.name, causeHints?.areaName].filter(Boolean).join(', ') : null,
    baseline: used(baseline, metric),
    latest: used(latest, metric),
    // Computed from the baseline and a percentage it may be no round number.
    asked: target && metric ? { value: figureInWords(target.value, metric, 1), period: target.periodLabel } : askedDirection(subject),
    verdict: computed?.verdict ?? null,
    sentence: computed?.sentence ?? null,
    notComparable,
  };
}

/** A direction asks for no value, but for any change for the better. */
function askedDirection({ rule, decides }: TargetWithMetric): FigureLine['asked'] {
  const period = rule.kind === 'direction' && decides ? parsePeriod(decides.period) : undefined;
  return period ? { value: evidenceReturnsWords.figures.anyChange, period: period.label } : null;
}

function used(figure: FigureUsed | undefined, metric: FigureStyle | null): FigureLine['latest'] {
  if (!figure || !metric) return null;
  return { value: figureInWords(figure.value, metric), period: `${figure.periodLabel}${figure.provisional ? ' (provisional)' : ''}` };
}
