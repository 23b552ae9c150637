import type { AreaLevel } from '#domain/observations/area-level.js';
import { dateInWords, seriesInWords } from '#domain/judgements/figure-words.js';
import type { Verdict } from '#domain/judgements/verdict.js';
import type { DataGapKind } from './data-gap-kind.js';
import { type PublicationHistory, staleSeries } from './stale-series.js';

/** What the judging of a target said of its figures. */
export interface JudgedFigures {
  readonly verdict: Verdict;
  readonly sentence: string;
  readonly dataGap?: 'noise' | 'missing' | undefined;
  /** ISO date until which the deciding figure is awaited. */
  readonly awaitingUntil?: string | undefined;
  /** For a rule over areas. */
  readonly areas?: { readonly usable: number; readonly expected: number } | undefined;
}

/** A metric and the areas that it is needed for. */
export interface GapSubject {
  readonly metricName: string;
  /** "England", "the local authorities of England". */
  readonly geographyName: string;
  /** Absent where no target is judged by it. */
  readonly judged?: JudgedFigures | undefined;
  /** Levels of the areas that the figures are needed for; empty where any will do. */
  readonly needs: readonly AreaLevel[];
  /** Levels at which the metric has figures anywhere. */
  readonly has: readonly AreaLevel[];
  /** Of the figures for the areas that are needed. */
  readonly history: PublicationHistory;
}

export interface DataGapFinding {
  readonly kind: DataGapKind;
  /** One sentence of plain English. */
  readonly sentence: string;
}

/** Fewer usable areas than this leave the answer to the areas that happen to have figures. */
export const SHARE_OF_AREAS_NEEDED = 0.95;

/** From the coarsest to the finest; police forces and ITL regions lie between regions and councils. */
const FINENESS: Readonly<Record<AreaLevel, number>> = {
  country: 0,
  nation: 1,
  region: 2,
  other: 3,
  'combined-authority': 3,
  'upper-tier': 4,
  unitary: 5,
  'lower-tier': 5,
};

const LEVEL_WORDS: Readonly<Record<AreaLevel, string>> = {
  country: 'the country as a whole',
  nation: 'nations',
  region: 'regions',
  other: 'police force and other areas',
  'combined-authority': 'combined authorities',
  'upper-tier': 'counties',
  unitary: 'unitary authorities',
  'lower-tier': 'districts',
};

/**
 * What the figures lack for what they are needed for, at most once a kind. Figures that exist only for larger areas are too
 * coarse, and figures for some of the areas leave the others out: neither is missing as well. A series without a figure is
 * missing and not stale as well.
 * @param today ISO date
 */
export function dataGapsOf(subject: GapSubject, today: string): DataGapFinding[] {
  const leftOut = coverage(subject);
  const found: (DataGapFinding | undefined)[] = [
    tooCoarse(subject) ?? (leftOut ? undefined : missing(subject, today)),
    stale(subject, today),
    leftOut,
    subject.judged?.dataGap === 'noise' ? { kind: 'noise', sentence: subject.judged.sentence } : undefined,
  ];
  return found.filter((finding) => finding !== undefined);
}

function missing(subject: GapSubject, today: string): DataGapFinding | undefined {
  const { judged, history } = subject;
  if (judged && lacksFigures(judged, today)) return { kind: 'missing', sentence: judged.sentence };
  return history.periodEnds.length === 0 ? { kind: 'missing', sentence: `There is no figure for ${seriesOf(subject)}.` } : undefined;
}

/** A figure that is not due yet is not missing. */
function lacksFigures({ verdict, dataGap, awaitingUntil }: JudgedFigures, today: string): boolean {
  if (verdict === 'no-data' || verdict === 'target-not-comparable') return true;
  return dataGap === 'missing' && (awaitingUntil === undefined || today > awaitingUntil);
}

function stale(subject: GapSubject, today: string): DataGapFinding | undefined {
  const found = staleSeries(subject.history, today);
  if (!found) return undefined;
  const late = `the next figure was due by ${dateInWords(found.dueBy)}`;
  return { kind: 'stale', sentence: `The last figure for ${seriesOf(subject)} is for a period that ended on ${dateInWords(found.lastPeriodEnd)}; ${late}.` };
}

function tooCoarse({ metricName, geographyName, needs, has }: GapSubject): DataGapFinding | undefined {
  if (needs.length === 0 || has.length === 0 || needs.some((level) => has.includes(level))) return undefined;
  const finest = Math.max(...needs.map((level) => FINENESS[level]));
  const coarser = has.filter((level) => FINENESS[level] < finest).sort((a, b) => FINENESS[a] - FINENESS[b]);
  if (coarser.length === 0) return undefined;
  const levels = [...new Set(coarser.map((level) => LEVEL_WORDS[level]))].join(', ');
  return { kind: 'granularity', sentence: `${metricName}: no figures for ${geographyName} are published; there are figures only for larger areas (${levels}).` };
}

function coverage({ metricName, judged }: GapSubject): DataGapFinding | undefined {
  const areas = judged?.areas;
  // none at all is a missing figure
  if (!areas || areas.usable === 0 || areas.expected === 0 || areas.usable >= SHARE_OF_AREAS_NEEDED * areas.expected) return undefined;
  const percent = Math.floor((areas.usable / areas.expected) * 1000) / 10;
  return { kind: 'coverage', sentence: `Only ${areas.usable} of ${areas.expected} areas (${percent}%) have figures for ${metricName} that can be judged.` };
}

function seriesOf({ metricName, geographyName }: GapSubject): string {
  return seriesInWords({ metricName, areaName: geographyName });
}
