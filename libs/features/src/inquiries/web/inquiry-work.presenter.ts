import { INQUIRY_WORKFLOW, isBeingWritten } from '#domain/inquiries/inquiry-workflow.js';
import { nextActions } from '#domain/workflow/transition-table.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { inquiriesPaths as paths } from '../inquiries.paths.js';
import { inquiriesWords } from '../inquiries.words.js';
import { type Inquiry } from '../inquiry.entity.js';
import { type InquiryDraft } from '../inquiry-draft.entity.js';
import { type InquiryFindings } from '../inquiry-findings.entity.js';
import { type InquiryQuestion } from '../inquiry-question.entity.js';
import { questionTags } from './evidence.presenter.js';
import { inquiryTags } from './inquiry.presenter.js';

const words = inquiriesWords.work;

interface Link {
  text: string;
  href: string;
}

export interface InquiryWorkPage {
  title: string;
  caption: string;
  backLink: Link;
  words: typeof words;
  tags: { text: string; classes: string }[];
  moves: (Link & { primary: boolean })[];
  askHref: string | undefined;
  questions: { href: string; organisation: string; question: string; due: string; tags: { text: string; classes: string }[] }[];
  writeHref: string | undefined;
  versions: Link[];
  addHref: string | undefined;
  drafts: { text: string; about: string; changeHref: string; removeHref: string }[];
}

/** What the council alone reads: all that is asked, answered, found and drafted. @param today ISO date */
export function inquiryWorkPage(
  inquiry: Inquiry,
  { questions, findings, drafts }: { questions: readonly InquiryQuestion[]; findings: readonly InquiryFindings[]; drafts: readonly InquiryDraft[] },
  today: string,
): InquiryWorkPage {
  const { reference, title, state } = inquiry;
  const written = isBeingWritten(state);
  const hrefs = { gather: paths.gather(reference), publish: paths.publish(reference), close: paths.close(reference), abandon: paths.abandon(reference) };
  return {
    title: `${words.title}: ${title}`,
    caption: reference,
    backLink: { text: words.back, href: paths.show(reference) },
    words,
    tags: inquiryTags(inquiry, today),
    moves: nextActions(INQUIRY_WORKFLOW, state, ['council']).map(({ action, label }, index) => ({ text: label, href: hrefs[action], primary: index === 0 })),
    askHref: written ? paths.ask(reference) : undefined,
    questions: questions.map((question) => ({
      href: paths.question(reference, question.id), organisation: question.organisation.name, question: question.question, due: inquiriesWords.asked.due(longDate(question.dueOn)), tags: questionTags(question),
    })),
    writeHref: written ? paths.findings(reference) : undefined,
    versions: findings.map(({ number, writerName, writtenAt }) => ({ text: inquiriesWords.show.writer(number, writerName, longDateTime(writtenAt)), href: paths.version(reference, String(number)) })),
    addHref: written ? paths.addDraft(reference) : undefined,
    // made when the findings were published, and followed up elsewhere from then on
    drafts: written ? drafts.map(({ id, text, addressee, answerDays }) => ({ text, about: `${addressee.name}, ${words.days(answerDays)}`, changeHref: paths.changeDraft(reference, id), removeHref: paths.removeDraft(reference, id) })) : [],
  };
}
