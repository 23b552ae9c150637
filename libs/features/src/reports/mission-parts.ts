import { RECOMMENDATIONS } from '#domain/interim-reviews/interim-review-workflow.js';
import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { capitalised } from '#domain/judgements/figure-words.js';
import { VERDICTS } from '#domain/judgements/verdict.js';
import { type EditionMission } from '#domain/reports/edition-document.js';
import { type InterimReviewFacts, type MissionFacts, readMissionFacts } from '#domain/reports/mission-facts.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { reportsWords } from './reports.words.js';

const words = reportsWords.parts;

/** What was assembled of a mission, in finished words, the same on every page and on paper. */
export interface FactParts {
  verdicts: { who: string; text: string }[];
  parts: { heading: string; lines: string[]; nothing: string }[];
}

export function factParts(kept: MissionFacts): FactParts {
  const facts = readMissionFacts(kept);
  const { computed, department, council, lead } = facts;
  return {
    verdicts: [
      { who: words.lead, text: lead ?? words.vacancy },
      { who: words.computed, text: capitalised(computed ? `${VERDICTS[computed.verdict]}. ${computed.sentence}` : words.notJudged) },
      { who: words.department, text: capitalised(department ? `${DELIVERY_RATINGS[department.rating].words}, by ${department.organisation} (${department.reference}, ${longDate(department.on)}). ${department.sentence}` : words.noRating) },
      { who: words.council, text: capitalised(council ? `${VERDICTS[council.verdict]} (${longDate(council.on)}). ${council.sentence}` : words.noJudgement) },
    ],
    parts: [
      part('done', facts.done.map(({ reference, organisation, covers, narrative, steps }) => [`${organisation}, ${covers} (${reference})`, narrative, ...steps.map((step) => `${words.stepDone}: ${step}`)].filter(Boolean).join('. '))),
      part('planned', facts.planned.map(({ reference, organisation, covers, text }) => `${organisation}, ${covers} (${reference}): ${text}`)),
      part('dropped', facts.dropped.map(({ what, why, source }) => `${what}. ${why} (${source})`)),
      part('consultations', facts.consultations.map(({ reference, title, closesOn, asked, replied }) => words.consultation(title, reference, longDate(closesOn), asked, replied))),
      part('alerts', facts.alerts.map(({ reference, sentence, dueOn, organisation, answered }) => words.alert(reference, sentence, organisation ?? words.vacancy, longDate(dueOn), answered))),
      part('overdue', facts.overdue.map(({ reference, covers, dueOn }) => words.overdueLine(reference, covers, longDate(dueOn)))),
      part('dataGaps', facts.dataGaps.map(({ reference, sentence, neededBy }) => words.gap(reference, sentence, longDate(neededBy)))),
      part('resets', facts.resets.map(({ target, from, setBy, reason, whileOffTrack }) => words.reset(target, longDate(from), setBy, reason, whileOffTrack))),
      part('wording', facts.wording.map(({ on, was, became }) => words.wording(longDate(on), was, became))),
      part('interimReviews', facts.interimReviews.map(interimLine)),
      part('vacancies', facts.vacancies.map(({ from, to, reason }) => words.noLead(longDate(from), to && longDate(to), reason))),
    ],
  };
}

function interimLine({ reference, interimOn, outcomes, recommendation, reason }: InterimReviewFacts): string {
  const found = outcomes.map(({ title, outcome, sentence }) => `${title}: ${outcome === null ? words.interimWaits : (sentence ?? outcome)}`);
  return [words.interim(reference, longDate(interimOn)), ...found, recommendation === null ? words.interimOpen : `${RECOMMENDATIONS[recommendation]}: ${reason ?? ''}`].join(' ');
}

/** The right of reply as it is printed; that there is none is printed too. */
export function replyLine({ factCheck }: Pick<EditionMission, 'factCheck'>): string {
  const { organisation, text, sentAt } = factCheck;
  if (organisation === null) return words.replyVacancy;
  return text === null ? words.noReply(organisation) : `${text}\n\n${words.replyBy(organisation, longDateTime(new Date(sentAt ?? '')))}`;
}

function part(key: keyof typeof words.headings, lines: string[]): FactParts['parts'][number] {
  return { heading: words.headings[key], lines, nothing: words.nothing[key] };
}
