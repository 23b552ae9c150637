import { type MissionCounts, missionSentence, missionSummary, openEnds } from './mission-sentence.js';
import { compareWorstFirst, isJudged, isOffTrackOrWorse, isOnTrackOrBetter, type Verdict } from './verdict.js';

export interface TargetOfMission {
  readonly slug: string;
  readonly title: string;
  readonly role: 'headline' | 'supporting';
  readonly verdict: Verdict;
  /** `ComputedJudgement.countsAs`; the verdict itself unless said. */
  readonly countsAs?: Verdict;
}

export interface MissionToJudge {
  readonly targets: readonly TargetOfMission[];
  /** Terms of the mission's text that nobody has defined. */
  readonly openTerms: number;
  /** Clauses of the mission's text that no metric covers. */
  readonly uncoveredClauses: number;
  /** The mission's verdict a year ago, for the sentence. */
  readonly lastYear?: Verdict;
}

export interface MissionJudgement {
  readonly verdict: Verdict;
  /** "off track on 2 of 5", or the words of the verdict where there is nothing to count. */
  readonly summary: string;
  /** Plain English: what the verdict stands on, what caps it, and the change since last year where that is known. */
  readonly sentence: string;
  /** Slugs of the headline targets that the verdict stands on. */
  readonly decidedBy: readonly string[];
  readonly counts: MissionCounts;
  /** True when open terms, uncovered clauses or targets without figures keep the mission below *on track*. */
  readonly capped: boolean;
}

/** Where no target is judged, the word that tells most about why; *target undefined* only where none has a rule. */
const UNJUDGED_IN_ORDER: readonly Verdict[] = ['awaiting-figures', 'too-early', 'no-data', 'target-not-comparable'];

/**
 * The mission is as the worst of its headline targets; supporting targets inform and never decide. Open terms, uncovered
 * clauses and targets without figures never hide one that is off track: they cap the mission below *on track*, at
 * *cannot tell yet*.
 */
export function judgeMission(mission: MissionToJudge): MissionJudgement {
  const headline = mission.targets
    .filter(({ role }) => role === 'headline')
    .map((target) => ({ ...target, standing: target.countsAs ?? target.verdict }));
  const standings = headline
    .map(({ standing }) => standing)
    .filter(isJudged)
    .sort(compareWorstFirst);
  const worst = standings[0];
  const counts: MissionCounts = {
    headline: headline.length,
    judged: standings.length,
    offTrackOrWorse: standings.filter(isOffTrackOrWorse).length,
    onTrackOrBetter: standings.filter(isOnTrackOrBetter).length,
    withoutFigures: headline.length - standings.length,
    awaitingFigures: headline.filter(({ verdict, standing }) => verdict === 'awaiting-figures' && isJudged(standing)).length,
    openTerms: mission.openTerms,
    uncoveredClauses: mission.uncoveredClauses,
  };
  const capped = worst !== undefined && isOnTrackOrBetter(worst) && openEnds(counts).length > 0;
  const unjudged = UNJUDGED_IN_ORDER.find((word) => headline.some(({ verdict }) => verdict === word));
  const verdict = capped ? 'cannot-tell-yet' : (worst ?? unjudged ?? 'target-undefined');
  const deciding = headline.filter(({ standing }) => standing === (worst ?? verdict));
  const titles = deciding.map(({ title }) => title);
  const finding = { verdict, worst, titles, counts, capped, lastYear: mission.lastYear };
  return {
    verdict,
    summary: missionSummary(finding),
    sentence: missionSentence(finding),
    decidedBy: deciding.map(({ slug }) => slug),
    counts,
    capped,
  };
}
