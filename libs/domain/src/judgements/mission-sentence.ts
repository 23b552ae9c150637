import { capitalised, listInWords } from './figure-words.js';
import { type Verdict, VERDICTS } from './verdict.js';

/** Counts of a mission's headline targets and of what its text leaves open. */
export interface MissionCounts {
  readonly headline: number;
  readonly judged: number;
  readonly offTrackOrWorse: number;
  /** On track, at target or achieved. */
  readonly onTrackOrBetter: number;
  /** Headline targets that are not judged. */
  readonly withoutFigures: number;
  /** Of the judged ones, those whose date has passed without the figure that decides: they count by their last one. */
  readonly awaitingFigures: number;
  readonly openTerms: number;
  readonly uncoveredClauses: number;
}

const MOST_TITLES = 3;

export interface MissionFinding {
  readonly verdict: Verdict;
  /** The worst word among the judged headline targets. */
  readonly worst: Verdict | undefined;
  /** Titles of the headline targets that the verdict stands on. */
  readonly titles: readonly string[];
  readonly counts: MissionCounts;
  readonly capped: boolean;
  readonly lastYear: Verdict | undefined;
}

/** "off track on 2 of 5"; "deteriorating on 1 of 5, off track or worse on 2"; "cannot tell yet, on track on 3 of 4" */
export function missionSummary({ verdict, worst, titles, counts, capped }: MissionFinding): string {
  if (worst === undefined) return VERDICTS[verdict];
  if (capped) return `${VERDICTS[verdict]}, on track or better on ${counts.onTrackOrBetter} of ${counts.headline}`;
  const also = counts.offTrackOrWorse > titles.length ? `, off track or worse on ${counts.offTrackOrWorse}` : '';
  return `${VERDICTS[worst]} on ${titles.length} of ${counts.headline}${also}`;
}

export function missionSentence(finding: MissionFinding): string {
  const lastYear = finding.lastYear === undefined ? '' : ` ${changeInWords(finding.lastYear, finding.verdict)}`;
  return `${leadInWords(finding)}${capsInWords(finding)}${lastYear}`;
}

/** What the mission's text or figures leave open, each as a clause; empty where nothing does. */
export function openEnds({ openTerms, uncoveredClauses, withoutFigures, awaitingFigures }: MissionCounts): string[] {
  const ends: [number, string, string][] = [
    [openTerms, 'term of its text is not defined', 'terms of its text are not defined'],
    [uncoveredClauses, 'clause of its text has no metric', 'clauses of its text have no metric'],
    [withoutFigures, 'headline target cannot be judged', 'headline targets cannot be judged'],
    [
      awaitingFigures,
      'target counts by its last figure while the one that decides is awaited',
      'targets count by their last figures while those that decide are awaited',
    ],
  ];
  return ends.filter(([count]) => count > 0).map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
}

function leadInWords(finding: MissionFinding): string {
  const { verdict, worst, titles, counts, capped } = finding;
  const targets = counts.headline === 1 ? 'headline target' : 'headline targets';
  if (counts.headline === 0) return 'The mission has no headline target that figures could judge.';
  if (worst === undefined) return unjudgedInWords(verdict, counts.headline);
  if (capped) {
    const are = counts.onTrackOrBetter === 1 ? 'is' : 'are';
    return `${counts.onTrackOrBetter} of ${counts.headline} ${targets} ${are} on track or better.`;
  }
  const also =
    counts.offTrackOrWorse > titles.length
      ? `; ${counts.offTrackOrWorse} of ${counts.headline} are off track or worse`
      : '';
  const word = VERDICTS[worst];
  return `${capitalised(word)} on ${titles.length} of ${counts.headline} ${targets} (${titlesInWords(titles)})${also}.`;
}

/** A dozen titles in brackets help nobody; all of them stand below on the page. */
function titlesInWords(titles: readonly string[]): string {
  const more = titles.length - MOST_TITLES;
  return more > 0 ? `${titles.slice(0, MOST_TITLES).join('; ')}; and ${more} more` : titles.join('; ');
}

function unjudgedInWords(verdict: Verdict, headline: number): string {
  const one = headline === 1;
  const subject = one ? 'The one headline target' : `None of the ${headline} headline targets`;
  if (verdict === 'target-undefined') {
    return `${subject} names ${one ? 'no' : 'a'} test that figures could pass or fail.`;
  }
  return `${subject} ${one ? 'cannot' : 'can'} be judged: ${VERDICTS[verdict]}.`;
}

function capsInWords({ counts, capped, worst }: MissionFinding): string {
  // where nothing is judged the lead has already said so
  const ends = openEnds(worst === undefined ? { ...counts, withoutFigures: 0, awaitingFigures: 0 } : counts);
  if (ends.length === 0) return '';
  return capped ? ` It cannot be called on track while ${listInWords(ends)}.` : ` Also, ${listInWords(ends)}.`;
}

function changeInWords(lastYear: Verdict, verdict: Verdict): string {
  return lastYear === verdict ? 'A year ago it was the same.' : `A year ago it was “${VERDICTS[lastYear]}”.`;
}
