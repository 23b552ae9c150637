import { parsePeriod } from '#domain/observations/period.js';
import type { Assessment } from './assessment.js';
import { assessmentSentence, latestInWords } from './assessment-sentence.js';
import { baselineOf, measured } from './baseline-figure.js';
import { findByCagr } from './cagr-method.js';
import { comparableTarget } from './comparable-target.js';
import { capitalised } from './figure-words.js';
import { finiteNumbers } from './finite-numbers.js';
import { assess } from './interim-path.js';
import type { FiguresForMethod, MethodFinding } from './method-finding.js';
import type { MethodWord } from './method-word.js';
import { findByPace } from './pace-method.js';
import { type TargetFigures, targetFigures } from './target-figures.js';
import { NAMED_METHODS, type NamedMethod, type TargetToJudge } from './target-to-judge.js';
import { findByUnProgress } from './un-progress-method.js';
import { awaitingFigures, refusalOf, type UnjudgedTarget } from './unjudged-target.js';
import type { Verdict } from './verdict.js';

/** The methods of others; the interim path is ours. */
const FINDINGS: Readonly<Record<Exclude<NamedMethod, 'interim-path'>, (figures: FiguresForMethod) => MethodFinding>> = {
  pace: findByPace,
  cagr: findByCagr,
  'un-progress': findByUnProgress,
};

const WITHOUT_METHODS = ['binary', 'undefined', 'every-area', 'gap', 'worst-areas', 'top-areas'];

/**
 * What every method on offer says of a target over one series, in the order of `NAMED_METHODS`. The guards hold for all
 * alike: where the calendar or the figures allow no comparison, all give that word and its sentence; the final figure of
 * the deciding period, and a target that is reached, give one word too, beside each method's own numbers.
 * @param target as it is set
 * @param asOf ISO date; figures of periods not over by then are left out
 * @returns [] for a rule that no method but its own can judge: done or not done, or over areas
 */
export function methodWordsOf(target: TargetToJudge, asOf: string): MethodWord[] {
  if (WITHOUT_METHODS.includes(target.rule.kind)) return [];
  const decides = parsePeriod(target.decides.periodKey);
  const refusal = refusalOf(target);
  if (refusal || !decides) return refusal ? sameWord(refusal) : [];
  const comparable = comparableTarget(target);
  if ('refusal' in comparable) return sameWord(comparable.refusal);
  const figures = targetFigures(comparable.target, decides, asOf);
  if ('found' in figures) return sameWord(figures.found);
  const { latest, series } = figures;
  const baseline = baselineOf([figures.baseline], comparable.target);
  const found = assess(comparable.target, baseline, measured(latest, comparable.target), series);
  return found ? wordsOf(comparable.target, found, figures, asOf) : [];
}

/** The same, where the interim path has been assessed already. @param target as judged (`comparableTarget`) */
export function wordsOf(target: TargetToJudge, found: Assessment, figures: TargetFigures, asOf: string): MethodWord[] {
  const { decides, final, overdue, series } = figures;
  const settled = settledVerdict(found, final);
  const waiting = overdue ? awaitingFigures(target, decides, asOf, lastKnownInWords(target, found)) : undefined;
  const settledSentence = settled && assessmentSentence(target, found, settled, decides);
  return NAMED_METHODS.map((method): MethodWord => {
    const own = ownWord(method, { target, found, decides, series });
    const numbers = method === 'cagr' && isMet(settled) ? { ...own.numbers, score: 5 } : own.numbers;
    return {
      method,
      verdict: waiting?.verdict ?? settled ?? own.verdict,
      sentence: waiting?.sentence ?? settledSentence ?? own.sentence,
      numbers,
    };
  });
}

/**
 * The word that does not hang on the method: at the deciding period with its final figure it is no longer about a path,
 * and before that a target that is reached is reached.
 */
export function settledVerdict(found: Assessment, final: boolean): Verdict | undefined {
  if (found.verdict === 'at-target') return final ? 'achieved' : 'at-target';
  if (!final) return undefined;
  if (found.method !== 'direction-only') return 'missed';
  if (found.verdict === 'on-track') return 'achieved';
  return found.verdict === 'off-track' ? 'missed' : found.verdict;
}

/** @returns undefined for the interim path */
export function findingOf(method: NamedMethod, figures: FiguresForMethod): MethodFinding | undefined {
  return method === 'interim-path' ? undefined : FINDINGS[method](figures);
}

/** "the latest is for 2024, when employment rate in England stood at 74.5%" */
export function lastKnownInWords(target: TargetToJudge, found: Assessment): string {
  return `the latest is for ${found.latest.point.period.label}, when ${latestInWords(target, found)}`;
}

function ownWord(method: NamedMethod, figures: FiguresForMethod): Omit<MethodWord, 'method'> {
  const finding = findingOf(method, figures);
  if (finding) {
    const { verdict, clause, numbers } = finding;
    return { verdict, sentence: `${capitalised(clause)}.`, numbers };
  }
  const { target, found, decides } = figures;
  return {
    verdict: found.verdict,
    sentence: assessmentSentence(target, found, found.verdict, decides),
    numbers: pathNumbers(found),
  };
}

function pathNumbers({ numbers }: Assessment): Record<string, number> {
  const { pathValue, shareDue, deviation, deviationStandardError, change, changeStandardError, chances } = numbers;
  const all = {
    pathValue,
    shareDue,
    deviation,
    deviationStandardError,
    change,
    changeStandardError,
    chanceOnTrack: chances?.onTrack,
    chanceSlipping: chances?.slipping,
    chanceOffTrack: chances?.offTrack,
  };
  return finiteNumbers(
    Object.fromEntries(Object.entries(all).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))),
  );
}

function isMet(verdict: Verdict | undefined): boolean {
  return verdict === 'achieved' || verdict === 'at-target';
}

function sameWord({ verdict, sentence }: UnjudgedTarget): MethodWord[] {
  return NAMED_METHODS.map((method) => ({ method, verdict, sentence, numbers: {} }));
}
