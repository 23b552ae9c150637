import { type Actor, may } from '#domain/access/permissions.js';
import { shortText } from '#features/recommendations/recommendation-records.js';
import { longDate } from '#platform/pages/dates.js';
import { inquiriesPaths as paths } from '../inquiries.paths.js';
import { inquiriesWords } from '../inquiries.words.js';
import { type InquiryQuestion } from '../inquiry-question.entity.js';
import { questionTags } from './evidence.presenter.js';

interface Tag {
  text: string;
  classes: string;
}

export interface AskedListPage {
  title: string;
  words: typeof inquiriesWords.asked;
  nothing: string | undefined;
  rows: { href: string; title: string; reference: string; due: string; tags: Tag[] }[];
}

export interface QuestionPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  tags: Tag[];
  facts: { key: string; text: string; href?: string }[];
  moves: { text: string; href: string; primary: boolean }[];
  texts: { heading: string; text: string }[];
}

/** What waits for an answer comes first. */
export function askedListPage(questions: readonly InquiryQuestion[]): AskedListPage {
  const sorted = [...questions.filter(({ state }) => state === 'asked'), ...questions.filter(({ state }) => state !== 'asked')];
  return {
    title: inquiriesWords.asked.title,
    words: inquiriesWords.asked,
    nothing: questions.length === 0 ? inquiriesWords.asked.nothing : undefined,
    rows: sorted.map((question) => ({
      href: paths.question(question.inquiry.reference, question.id), title: question.inquiry.title, reference: question.inquiry.reference, due: inquiriesWords.asked.due(longDate(question.dueOn)), tags: questionTags(question),
    })),
  };
}

/** For the organisation that is asked, and for the council. */
export function questionPage(asked: InquiryQuestion, actor: Actor): QuestionPage {
  const { id, inquiry, organisation, organisationId, question, dueOn, state, answer, confidentialReason, withdrawnReason } = asked;
  const words = inquiriesWords.question;
  const council = may(actor, 'inquiry.conduct');
  const own = actor.organisationId === organisationId && may(actor, 'inquiry.answer');
  return {
    title: `${words.title(organisation.name)}: ${shortText(question)}`,
    caption: words.caption,
    backLink: council ? { text: inquiriesWords.findings.back, href: paths.work(inquiry.reference) } : { text: words.back, href: paths.asked },
    tags: questionTags(asked),
    facts: [
      { key: words.facts.inquiry, text: `${inquiry.title} (${inquiry.reference})`, href: paths.show(inquiry.reference) },
      { key: words.facts.to, text: organisation.name },
      { key: words.facts.due, text: longDate(dueOn) },
    ],
    moves: [
      ...(own && state === 'asked' ? [{ text: words.answerLink, href: paths.answer(inquiry.reference, id), primary: true }] : []),
      ...(council && state === 'asked' ? [{ text: words.withdrawLink, href: paths.withdrawQuestion(inquiry.reference, id), primary: false }] : []),
    ],
    texts: [
      { heading: words.question, text: question },
      ...(answer === null ? [] : [{ heading: words.answer, text: answer }]),
      ...(confidentialReason === null ? [] : [{ heading: words.confidential, text: confidentialReason }]),
      ...(withdrawnReason === null ? [] : [{ heading: words.withdrawn, text: withdrawnReason }]),
    ],
  };
}
