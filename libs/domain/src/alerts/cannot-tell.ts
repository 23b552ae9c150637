import { isJudged, type Verdict, VERDICTS } from '#domain/judgements/verdict.js';
import { standingEpisode } from './alert-episode.js';
import { opensAlert } from './alert-opening.js';
import type { AlertFact } from './alert-fact.js';

/** Releases running that could not tell how a target stands, from which on somebody has to answer for it. */
export const RELEASES_RUNNING = 2;

/** A stored judgement, with the latest period that it knew a figure of. */
export interface NoisyStep {
  readonly verdict: Verdict;
  readonly cause: string;
  /** Key of the period; null where there was no figure. */
  readonly latestKey: string | null;
}

/** A target of which one release after the other cannot tell how it stands. */
export interface NoisyRun<Step> {
  /** The first that could not tell. */
  readonly began: Step;
  /** The one with which the second release could not tell either. */
  readonly opener: Step;
  /** Keys of the periods, the first one first. */
  readonly periods: readonly string[];
}

/**
 * The run that stands. Each release counts by the new period that it brings: a revision of the same figure, or a date that has passed,
 * is no second release. Only a word that says how the target stands ends it; *awaiting figures* and the like say nothing.
 * @param steps of one target, oldest first
 */
export function noisyRun<Step extends NoisyStep>(steps: readonly Step[]): NoisyRun<Step> | undefined {
  const episode = standingEpisode<Step>(steps, { holds: isNoisy, ends: ({ verdict }) => isJudged(verdict) && verdict !== 'cannot-tell-yet', mayOpen: () => true });
  if (!episode) return undefined;
  const run = steps.slice(steps.indexOf(episode.began)).filter(isNoisy);
  const firstOf = run.filter(({ latestKey }, index) => latestKey !== null && run.findIndex((other) => other.latestKey === latestKey) === index);
  const opener = firstOf.slice(RELEASES_RUNNING - 1).find(({ cause }) => opensAlert(cause));
  return opener && { began: episode.began, opener, periods: firstOf.flatMap(({ latestKey }) => latestKey ?? []) };
}

function isNoisy({ verdict }: NoisyStep): boolean {
  return verdict === 'cannot-tell-yet';
}

/** @param last what the last judgement says, which names the release that can tell */
export function cannotTellSentence(title: string, periods: readonly string[], last: string): string {
  return `The figures for ${listed(periods)} cannot tell how the target “${title}” stands: “${VERDICTS['cannot-tell-yet']}”, ${periods.length} releases running. ${last}`;
}

export function cannotTellFacts(periods: readonly string[], gap: string | undefined): AlertFact[] {
  return [{ name: 'Releases that could not tell', value: listed(periods) }, { name: 'Data gap (noise)', value: gap ?? 'not in the register' }];
}

function listed(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1) ?? ''}`;
}
