import { dateInWords } from '#domain/judgements/figure-words.js';
import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { councilPaths } from '#features/council/council.paths.js';
import { type MissionStanding } from '#features/judgements/mission-standing.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { missionsWords } from '../missions.words.js';
import { type VerdictTag, verdictTag } from '../verdict-tag.js';

const words = missionsWords.judgements;

/** One of the three: its word, why, and who gave it when. */
export interface JudgementCard {
  heading: string;
  tag: VerdictTag | undefined;
  /** Under the tag: what a rating means. */
  detail: string | undefined;
  why: string;
  who: string | undefined;
  /** The decision that the council's rests on. */
  decision?: { href: string; text: string };
}

/** Side by side, in one order, and never merged; one that is missing says so. */
export function threeJudgements(standing: MissionStanding | null): JudgementCard[] {
  return [computedCard(standing), departmentCard(standing), councilCard(standing)];
}

function computedCard(standing: MissionStanding | null): JudgementCard {
  const computed = standing?.computed;
  if (!computed) return { heading: words.computed, tag: undefined, detail: undefined, why: words.notComputed, who: undefined };
  return {
    heading: words.computed,
    tag: verdictTag(computed.verdict),
    detail: undefined,
    why: computed.sentence,
    who: words.computedBy(dateInWords(computed.asOf)),
  };
}

function departmentCard(standing: MissionStanding | null): JudgementCard {
  const department = standing?.department;
  if (!department) return { heading: words.department, tag: undefined, detail: undefined, why: words.noDepartment, who: undefined };
  const rating = DELIVERY_RATINGS[department.rating];
  return {
    heading: words.department,
    tag: { text: rating.words, classes: 'govuk-tag--grey' },
    detail: rating.definition,
    why: department.sentence,
    who: `${department.organisation}, ${longDate(londonDate(department.givenAt))}, in return ${department.submissionReference}.${department.unresolved ? ` ${words.unresolved}` : ''}`,
  };
}

function councilCard(standing: MissionStanding | null): JudgementCard {
  const council = standing?.council;
  if (!council) return { heading: words.council, tag: undefined, detail: undefined, why: words.noCouncil, who: undefined };
  return {
    heading: words.council,
    tag: verdictTag(council.verdict),
    detail: undefined,
    why: council.sentence,
    who: council.decision ? words.byDecision(longDate(londonDate(council.givenAt))) : words.byMember(council.givenByName || 'The council', longDate(londonDate(council.givenAt))),
    ...(council.decision ? { decision: { href: councilPaths.decision(council.decision.reference), text: `${council.decision.reference}: ${council.decision.title}` } } : {}),
  };
}
