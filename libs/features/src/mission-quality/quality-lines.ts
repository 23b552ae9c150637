import { incentiveStanding } from '#domain/mission-quality/incentive-review.js';
import { openParts, openTermsOf } from '#domain/mission-quality/open-parts.js';
import { ALIGNMENT_ANSWERS, AMBITION_VERDICTS, BREADTH_VERDICTS, type QualityFinding, type QualitySection, valueOf } from '#domain/mission-quality/quality-section.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { type ReviewInForce } from './published-reviews.queries.js';

/** A mission's review on one line. */
export interface ReviewLine {
  framework: string;
  mission: string;
  number: number;
  focusArea: string;
  version: number | null;
  /** ISO date. */
  effectiveOn: string | null;
  /** Null where the council has written it, and where there is none. */
  source: string | null;
  openTerms: string[];
  openTermCount: number;
  uncoveredClauses: number;
  breadth: string | null;
  /** What people say. */
  ambition: { aspect: string; verdict: string; reasons: string }[];
  alignment: string | null;
  incentives: number;
  incentivesOverdue: number;
  /** Metrics measured at another level than recommended. */
  geography: string[];
}

/** With what is computed beside it: for the list of all, its file and the API. */
export interface QualityLine extends ReviewLine {
  /** How many headline targets have which word by the figures; null where nothing was computed. */
  ambitionComputed: string | null;
}

/** @param mission with its framework @param today ISO date */
export function qualityLine(mission: Mission, version: Omit<ReviewInForce, 'publisherName'> | null, today: string): ReviewLine {
  const findings = version?.findings ?? [];
  const of = (section: QualitySection): QualityFinding[] => findings.filter((finding) => finding.section === section);
  const open = openParts(mission, version ?? undefined);
  const [breadth] = of('breadth');
  const [alignment] = of('alignment');
  return {
    framework: mission.framework.slug,
    mission: mission.slug,
    number: mission.number,
    focusArea: mission.focusArea,
    version: version?.number ?? null,
    effectiveOn: version?.effectiveOn ?? null,
    source: version?.source?.author ?? null,
    openTerms: openTermsOf(mission, version ?? undefined),
    openTermCount: open.openTerms,
    uncoveredClauses: open.uncoveredClauses,
    breadth: breadth ? valueOf(breadth, 'scope') : null,
    ambition: of('ambition').map((finding) => ({ aspect: valueOf(finding, 'aspect'), verdict: valueOf(finding, 'verdict'), reasons: valueOf(finding, 'reasons') })),
    alignment: alignment ? valueOf(alignment, 'answer') : null,
    incentives: of('incentives').length,
    incentivesOverdue: of('incentives').filter((finding) => incentiveStanding(finding, today) === 'overdue').length,
    geography: of('geography').filter((finding) => valueOf(finding, 'measuredAt') !== valueOf(finding, 'recommended')).map((finding) => valueOf(finding, 'measure')),
  };
}

/** "Too ambitious (globally competitive city)", or the verdict alone where it is of the whole mission. */
export function ambitionInWords({ aspect, verdict }: QualityLine['ambition'][number]): string {
  const words = choiceInWords(AMBITION_VERDICTS, verdict);
  return /^(the )?whole mission$/i.test(aspect) ? words : `${words} (${aspect})`;
}

export function breadthInWords(scope: string): string {
  return choiceInWords(BREADTH_VERDICTS, scope);
}

export function alignmentInWords(answer: string): string {
  return choiceInWords(ALIGNMENT_ANSWERS, answer);
}

function choiceInWords(choices: Readonly<Record<string, string>>, choice: string): string {
  return choices[choice] ?? choice;
}
