import { INQUIRY_ORIGINS, INQUIRY_STATES } from '#domain/inquiries/inquiry-status.js';
import { RECOMMENDATION_STATES } from '#domain/recommendations/recommendation-status.js';
import { byAddressee, type DecisionFacts, type InquiryFacts, type LetterFacts, type RecommendationFacts, type RecordFacts, unansweredLetters } from '#domain/reports/record-facts.js';
import { councilWords } from '#features/council/council.words.js';
import { longDate } from '#platform/pages/dates.js';
import { type FactParts } from './mission-parts.js';
import { recordWords as words } from './record.words.js';

/** What the council has on record, in finished words, the same on every page and on paper. @param asOf ISO date */
export function recordParts(record: RecordFacts, asOf: string): FactParts['parts'] {
  const { recommendations, letters, decisions, inquiries, calibration } = record;
  const unanswered = unansweredLetters(record, asOf);
  return [
    part('addressees', byAddressee(recommendations).map((line) => words.addressee(line))),
    part('recommendations', recommendations.map(recommendationLine)),
    part('letters', letters.map(letterLine)),
    part('unanswered', unanswered.map(({ reference, subject, who, answerDueOn }) => words.unanswered(reference, subject, who, longDate(answerDueOn ?? asOf)))),
    part('decisions', decisions.map(decisionLine)),
    part('inquiries', inquiries.map(inquiryLine)),
    part('calibration', calibration.map((line) => words.calibration(line))),
  ];
}

function part(key: keyof typeof words.headings, lines: string[]): FactParts['parts'][number] {
  return { heading: words.headings[key], lines, nothing: words.nothing[key] };
}

function recommendationLine({ reference, text, addressee, source, state, answerDueOn, promisedOn, overdue }: RecommendationFacts): string {
  const due = promisedOn === null ? words.answerDue(longDate(answerDueOn)) : words.promised(longDate(promisedOn));
  return `${reference}, ${source}, ${words.to} ${addressee}: ${text} ${RECOMMENDATION_STATES[state]}; ${due}${overdue ? `; ${words.overdue}` : ''}.`;
}

function letterLine({ reference, direction, subject, who, on, answerDueOn, answered }: LetterFacts): string {
  const asked = answerDueOn === null ? '' : answered ? `; ${words.answered}` : `; ${words.answerDue(longDate(answerDueOn))}`;
  return `${reference}, ${longDate(on)}, ${direction === 'out' ? words.to : words.from} ${who}: ${subject}${asked}.`;
}

function decisionLine({ reference, title, on, adopted, reason, votes, dissents }: DecisionFacts): string {
  const outcome = `${adopted ? words.adopted : words.notAdopted}: ${councilWords.decisions.reasons[reason]}`;
  return [`${reference}, ${longDate(on)}: ${title}. ${outcome} ${words.votes(votes)}`, ...dissents.map(({ who, words: said }) => words.dissent(who, said))].join(' ');
}

function inquiryLine({ reference, title, origin, commissionedBy, state, openedOn }: InquiryFacts): string {
  const whose = commissionedBy === null ? INQUIRY_ORIGINS[origin].toLowerCase() : words.commissioned(commissionedBy);
  return `${reference}: ${title}. ${words.opened(longDate(openedOn))}, ${whose}. ${INQUIRY_STATES[state]}.`;
}
