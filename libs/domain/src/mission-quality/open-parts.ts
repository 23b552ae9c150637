import { termKey } from './publish-faults.js';
import { type QualityFinding, valueOf } from './quality-section.js';

/** A published version of a mission's quality review. */
export interface PublishedReview {
  readonly missionId: string;
  readonly number: number;
  /** ISO date from which it holds. */
  readonly effectiveOn: string;
  readonly findings: readonly QualityFinding[];
}

/** What the mission's own text says, before anybody reviewed it. */
export interface MissionText {
  readonly openTerms: readonly { readonly term: string; readonly reading?: string | undefined }[];
  readonly clauses: readonly { readonly key: string; readonly coveredBy: readonly string[] }[];
}

/** What keeps a mission below *on track*: terms that nobody has defined, clauses that no metric covers. */
export interface OpenParts {
  readonly openTerms: number;
  readonly uncoveredClauses: number;
}

/** The version that holds on a day: the last by its day, and of one day the last by number. @param day ISO date */
export function inForceOn<Review extends Pick<PublishedReview, 'effectiveOn' | 'number'>>(reviews: readonly Review[], day: string): Review | undefined {
  return reviews
    .filter(({ effectiveOn }) => effectiveOn <= day)
    .reduce<Review | undefined>((last, review) => (last && isLater(last, review) ? last : review), undefined);
}

/**
 * Counts what is open on a day. The review that holds then decides for the terms and clauses that it lists; of a term that it
 * does not list the mission's own register does, where one with a reading is closed. A clause without a metric is uncovered
 * whatever anybody says.
 */
export function openParts(mission: MissionText, review: PublishedReview | undefined): OpenParts {
  const uncovered = new Set(mission.clauses.filter(({ coveredBy }) => coveredBy.length === 0).map(({ key }) => key));
  for (const finding of review?.findings ?? []) {
    const key = valueOf(finding, 'clause');
    if (finding.section === 'coverage' && valueOf(finding, 'state') === 'uncovered' && mission.clauses.some((clause) => clause.key === key)) uncovered.add(key);
  }
  return { openTerms: openTermsOf(mission, review).length, uncoveredClauses: uncovered.size };
}

/** The terms that are open, by name: those of the review first, then those that only the mission's own register has. */
export function openTermsOf(mission: Pick<MissionText, 'openTerms'>, review: Pick<PublishedReview, 'findings'> | undefined): string[] {
  const terms = (review?.findings ?? []).filter(({ section }) => section === 'terms');
  const listed = new Set(terms.map((finding) => termKey(valueOf(finding, 'term'))));
  const own = mission.openTerms.filter(({ term, reading }) => !reading && !listed.has(termKey(term)));
  return [...terms.filter(isOpenTerm).map((finding) => valueOf(finding, 'term')), ...own.map(({ term }) => term)];
}

export function isOpenTerm(finding: QualityFinding): boolean {
  return valueOf(finding, 'definition').trim() === '';
}

function isLater(a: Pick<PublishedReview, 'effectiveOn' | 'number'>, b: Pick<PublishedReview, 'effectiveOn' | 'number'>): boolean {
  return a.effectiveOn === b.effectiveOn ? a.number > b.number : a.effectiveOn > b.effectiveOn;
}
