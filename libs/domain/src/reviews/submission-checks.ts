import { DELIVERY_RATINGS, type DeliveryRating, isConflict } from '#domain/judgements/delivery-rating.js';
import { isOffTrackOrWorse, isOnTrackOrBetter, type Verdict, VERDICTS } from '#domain/judgements/verdict.js';
import { type CheckResult } from './review-check.js';

/** The computed standing of one headline target when the check ran. */
export interface StandingOfTarget {
  title: string;
  /** The word that the mission ranks it by; undefined where nothing has been computed. */
  verdict: Verdict | undefined;
}

/** One figure of the delivery beside what the observations say now. */
export interface FigureToCompare {
  /** "Healthy life expectancy at birth, England". */
  title: string;
  /** As the delivery shows it: period in words and value with its unit; undefined where it shows none. */
  shown: { period: string; value: string } | undefined;
  latest: { period: string; value: string } | undefined;
}

/** Nothing that a delivery must hold is missing. `blockers` are the sentences of its own kind's rules. */
export function checkCompleteness(blockers: readonly string[]): CheckResult {
  if (blockers.length > 0) return { kind: 'completeness', outcome: 'failed', findings: [...blockers] };
  return { kind: 'completeness', outcome: 'passed', findings: ['Every section that must be filled in is.'] };
}

/**
 * What the delivery says against what the observations say.
 * @param rating the department's own; null where the kind has none.
 * @param mission the mission's computed verdict; undefined where nothing has been computed.
 */
export function checkFigures(facts: {
  rating: DeliveryRating | null;
  mission: Verdict | undefined;
  targets: readonly StandingOfTarget[];
  figures: readonly FigureToCompare[];
}): CheckResult {
  const findings = [...ratingFindings(facts), ...facts.figures.flatMap(figureFindings)];
  if (findings.length > 0) return { kind: 'figures', outcome: 'look', findings };
  return { kind: 'figures', outcome: 'passed', findings: [agreement(facts)] };
}

function ratingFindings({ rating, mission, targets }: Pick<Parameters<typeof checkFigures>[0], 'rating' | 'mission' | 'targets'>): string[] {
  if (rating === null) return [];
  const words = DELIVERY_RATINGS[rating].words.toLowerCase();
  if (mission === undefined) return [`The department rates the likelihood ${words}. No verdict has been computed to compare it with.`];
  if (!isConflict(mission, rating)) return [];
  const behind = targets.flatMap(({ title, verdict }) => (verdict && disagrees(verdict, mission) ? [`${title}: ${VERDICTS[verdict]}`] : []));
  const because = behind.length > 0 ? ` (${behind.join('; ')})` : '';
  return [`The department rates the likelihood ${words}, but the figures say ${VERDICTS[mission]}${because}.`];
}

/** The targets that make the mission's word what it is: the bad ones where it is bad, the good ones where it is good. */
function disagrees(verdict: Verdict, mission: Verdict): boolean {
  if (isOffTrackOrWorse(mission)) return isOffTrackOrWorse(verdict);
  return isOnTrackOrBetter(mission) ? isOnTrackOrBetter(verdict) : true;
}

function figureFindings({ title, shown, latest }: FigureToCompare): string[] {
  if (!shown && !latest) return [];
  if (!shown) return [`${title}: the delivery shows no figure. The latest is ${latest?.value} for ${latest?.period}.`];
  if (!latest) return [`${title}: the delivery shows ${shown.value} for ${shown.period}. No observation of it is there now.`];
  if (shown.period !== latest.period) {
    return [`${title}: the delivery shows ${shown.value} for ${shown.period}. A newer figure is there: ${latest.value} for ${latest.period}.`];
  }
  if (shown.value === latest.value) return [];
  return [`${title}: the delivery shows ${shown.value} for ${shown.period}. That figure is now ${latest.value}.`];
}

function agreement({ rating, figures }: { rating: DeliveryRating | null; figures: readonly FigureToCompare[] }): string {
  const compared = figures.filter(({ shown }) => shown).length;
  const count = compared === 1 ? 'The one figure shown is the latest observation' : `The ${compared} figures shown are the latest observations`;
  if (compared === 0) return rating === null ? 'The delivery quotes no figure that Waymark holds.' : 'The rating does not conflict with the figures.';
  return rating === null ? `${count}.` : `${count}, and the rating does not conflict with the verdict.`;
}
