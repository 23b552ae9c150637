import { QUESTION_STATES } from '#domain/inquiries/inquiry-status.js';
import { longDate } from '#platform/pages/dates.js';
import { inquiriesWords, QUESTION_CLASSES } from '../inquiries.words.js';
import { type InquiryQuestion } from '../inquiry-question.entity.js';

const words = inquiriesWords.evidence;

/** One question as the findings print it: the answer whole or not at all. */
export interface EvidenceLine {
  organisation: string;
  question: string;
  due: string;
  tags: { text: string; classes: string }[];
  /** What is said about the answer; then the words themselves, where they are public. */
  about: string;
  text: string;
}

export function evidenceLine(question: InquiryQuestion): EvidenceLine {
  return { organisation: question.organisation.name, question: question.question, due: words.asked(longDate(question.dueOn)), tags: questionTags(question), ...outcomeOf(question) };
}

export function questionTags({ state, overdueAt }: InquiryQuestion): { text: string; classes: string }[] {
  const standing = { text: QUESTION_STATES[state], classes: QUESTION_CLASSES[state] };
  if (overdueAt === null || state === 'withdrawn') return [standing];
  return [standing, state === 'answered' ? { text: words.late, classes: 'govuk-tag--orange' } : { text: words.overdue, classes: 'govuk-tag--red' }];
}

function outcomeOf({ state, organisation: { name }, answer, confidential, confidentialReason, quoted, withdrawnReason }: InquiryQuestion): { about: string; text: string } {
  if (state === 'withdrawn') return { about: words.withdrawn, text: withdrawnReason ?? '' };
  if (state !== 'answered') return { about: words.notAnswered(name), text: '' };
  if (confidential !== false) return { about: words.confidential(name), text: confidentialReason ?? '' };
  return quoted ? { about: '', text: answer ?? '' } : { about: words.notQuoted(name), text: '' };
}
