import { dateInWords } from '#domain/judgements/figure-words.js';
import type { Verdict } from '#domain/judgements/verdict.js';
import type { AlertFact } from './alert-fact.js';

/** What the last judgement of a target and the register of gaps say of the figures that it waits for. */
export interface WaitingTarget {
  readonly verdict: Verdict;
  readonly sentence: string;
  /** ISO date until which the deciding figure is awaited. */
  readonly awaitingUntil?: string | undefined;
  /** ISO date of the day by which the first figure after the baseline, or the deciding one, is to be had. */
  readonly expectedBy?: string | undefined;
  /** Areas that have figures, for a rule over areas: some without are a gap in coverage, and no release that did not come. */
  readonly usableAreas?: number | undefined;
  /** The register's sentence on a series that has stopped: its next figure was due and has not come. */
  readonly stopped?: string | undefined;
}

/**
 * "No data by its date": figures whose day has come and gone. A target that has no figure while none is due waits, and is no
 * ground for an alert.
 * @param today ISO date; the day itself is in time
 * @returns what the alert says, or undefined
 */
export function missingFiguresSentence(target: WaitingTarget, today: string): string | undefined {
  const { verdict, sentence, awaitingUntil, expectedBy, usableAreas = 0, stopped } = target;
  if (verdict === 'awaiting-figures' && awaitingUntil !== undefined && today > awaitingUntil) return sentence;
  if (verdict === 'no-data' && usableAreas === 0 && expectedBy !== undefined && today > expectedBy) {
    return sentence.includes('due by') ? sentence : `${sentence} Figures were due by ${dateInWords(expectedBy)}.`;
  }
  return stopped;
}

export function missingFiguresFacts({ awaitingUntil, expectedBy }: WaitingTarget, latestPeriod: string | undefined): AlertFact[] {
  const due = awaitingUntil ?? expectedBy;
  return [
    { name: 'Last figure', value: latestPeriod ?? 'none' },
    ...(due === undefined ? [] : [{ name: 'Figures due by', value: dateInWords(due) }]),
  ];
}
