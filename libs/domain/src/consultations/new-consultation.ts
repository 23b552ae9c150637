import { isRealDate } from '#domain/calendar/real-date.js';
import { capitalised } from '#domain/judgements/figure-words.js';
import type { Refusal } from '#domain/workflow/transition-table.js';
import { LONGEST_CONSULTATION_TEXT, WEEKS_TO_RESPOND } from './consultation-status.js';

/** A document by its address. */
export interface ConsultationDocument {
  title: string;
  link: string;
}

/** A consultation as somebody wants to open it. Dates as typed: '' for nothing, and maybe no date. */
export interface NewConsultation {
  title: string;
  question: string;
  documents: readonly ConsultationDocument[];
  opensOn: string;
  closesOn: string;
  /** '': 12 weeks after the last day. */
  respondBy: string;
}

/** Fewest days between the first and the last day. */
const SHORTEST = 7;

/** Every reason at once, each with its field. @param today ISO date */
export function consultationBlockers({ title, question, documents, opensOn, closesOn, respondBy }: NewConsultation, today: string): Refusal[] {
  return [
    ...(title.trim() === '' ? [{ code: 'title-missing', message: 'Enter a title', field: 'title' }] : []),
    ...(question.trim() === '' ? [{ code: 'question-missing', message: 'Enter what you ask', field: 'question' }] : []),
    ...(question.length > LONGEST_CONSULTATION_TEXT ? [{ code: 'question-too-long', message: `The question must be ${LONGEST_CONSULTATION_TEXT.toLocaleString('en-GB')} characters or less`, field: 'question' }] : []),
    ...documents.flatMap(documentBlockers),
    ...dateBlockers(opensOn, 'opensOn', 'the first day', today, 'The first day cannot be in the past'),
    ...dateBlockers(closesOn, 'closesOn', 'the last day', isRealDate(opensOn) ? daysAfter(opensOn, SHORTEST) : today, `The last day must be at least ${SHORTEST} days after the first`),
    ...(respondBy === '' ? [] : dateBlockers(respondBy, 'respondBy', 'the day of the response', isRealDate(closesOn) ? daysAfter(closesOn, 1) : '', 'The response must be due after the last day')),
  ];
}

/** When the response is due where nobody says otherwise. */
export function defaultRespondBy(closesOn: string): string {
  return daysAfter(closesOn, WEEKS_TO_RESPOND * 7);
}

function documentBlockers({ title, link }: ConsultationDocument, index: number): Refusal[] {
  return [
    ...(title.trim() === '' ? [{ code: 'document-title-missing', message: `Enter the title of document ${index + 1} before its web address`, field: 'documents' }] : []),
    ...(/^https?:\/\/[^\s/]+/i.test(link) ? [] : [{ code: 'document-link-wrong', message: `Enter the web address of document ${index + 1}, beginning with https:// or http://`, field: 'documents' }]),
  ];
}

function dateBlockers(date: string, field: string, what: string, earliest: string, tooEarly: string): Refusal[] {
  if (date === '') return [{ code: `${field}-missing`, message: `Enter ${what}, like 27 3 2027`, field }];
  if (!isRealDate(date)) return [{ code: `${field}-wrong`, message: `${capitalised(what)} must be a real date, like 27 3 2027`, field }];
  return date < earliest ? [{ code: `${field}-early`, message: tooEarly, field }] : [];
}

function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Documents as typed, one a line: the title and then the address. */
export function documentsOf(lines: string): ConsultationDocument[] {
  return lines.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => {
    const at = line.search(/\S+$/);
    return { title: line.slice(0, at).trim(), link: line.slice(at) };
  });
}
