import { awardsByAuthority } from '#domain/funding/awards-by-authority.js';
import { type EligiblePlace } from '#domain/funding/deprivation-fifths.js';
import { type EligibleArea, type ShownAward } from '../funding.queries.js';

/** A place that could get some, with what it got. */
export interface FundedArea extends EligibleArea {
  awards: number;
  /** Undefined where it got none, or no amount is published. */
  pounds: number | undefined;
}

export function fundedAreas(awards: readonly ShownAward[], eligible: readonly EligibleArea[]): FundedArea[] {
  const got = awardsByAuthority(awards.map(({ place, code, total }) => ({ place, authority: code ?? undefined, pounds: total ?? undefined })));
  return eligible.map((area) => ({ ...area, awards: got.get(area.code)?.awards ?? 0, pounds: got.get(area.code)?.pounds }));
}

export function eligiblePlaces(areas: readonly FundedArea[]): EligiblePlace[] {
  return areas.map(({ code, score, people, awards, pounds }) => ({ code, score: score ?? undefined, people: people ?? undefined, awarded: awards > 0, pounds }));
}
