import { type Refusal } from '#domain/workflow/transition-table.js';
import { LONGEST_ANSWER } from '#domain/submissions/submission-status.js';

const LONGEST_TITLE = 120;

/** A reason that reviewers give often, in words that the council agreed on. */
export interface ReasonTemplateDraft {
  title: string;
  /** The key of the section that it is for; null for any. */
  section: string | null;
  text: string;
}

/** @param sections keys of every section that a delivery of any kind has. */
export function reasonTemplateFaults({ title, section, text }: ReasonTemplateDraft, sections: readonly string[]): Refusal[] {
  const faults: Refusal[] = [];
  if (title.trim() === '') faults.push({ code: 'title-missing', message: 'Enter a title', field: 'title' });
  if (title.trim().length > LONGEST_TITLE) faults.push({ code: 'title-too-long', message: `Title must be ${LONGEST_TITLE} characters or less`, field: 'title' });
  if (section !== null && !sections.includes(section)) faults.push({ code: 'section-unknown', message: 'Select a section from the list', field: 'section' });
  if (text.trim() === '') faults.push({ code: 'text-missing', message: 'Enter the words of the reason', field: 'text' });
  if (text.length > LONGEST_ANSWER) {
    faults.push({ code: 'text-too-long', message: `The words of the reason must be ${LONGEST_ANSWER.toLocaleString('en-GB')} characters or less`, field: 'text' });
  }
  return faults;
}

/** A text area's content with a template put below what stands there already; put in once however often it is asked. */
export function withTemplate(typed: string, template: string): string {
  if (typed.includes(template)) return typed;
  return typed.trim() === '' ? template : `${typed.trimEnd()}\n\n${template}`;
}
