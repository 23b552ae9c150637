import { fieldId, type FormState } from '#platform/pages/form-state.js';
import { unsettled, type ResetSection } from './declined-sections.js';
import { submissionsPaths } from './submissions.paths.js';
import { type Dossier } from './submissions.queries.js';
import { submissionsWords } from './submissions.words.js';

/** What of a task list's item a decline can change; its href may be that of the check. */
interface MarkedTask {
  title: { text: string };
  href?: string;
  status: { text: string } | { tag: { text: string; classes: string } };
}

const words = submissionsWords.reset;

/**
 * The task list with each section that the SRO declined by name marked as not complete, until it is changed or answered; nothing
 * is ready to be sent before.
 * @param notReady what the check says while something stands against sending
 */
export function resetTasks<Task extends MarkedTask>(tasks: readonly Task[], { reset, submission: { kind, id } }: Pick<Dossier, 'reset' | 'submission'>, notReady: string): Task[] {
  const blocked = unsettled(reset).length > 0;
  return tasks.map((task) => {
    const declined = reset.find(({ title, changed }) => title === task.title.text && !changed);
    if (declined) return { ...task, status: { tag: tagOf(declined) } };
    return blocked && task.href === submissionsPaths.check(kind, id) ? { ...task, status: { text: notReady } } : task;
  });
}

/** Titles of the sections that were declined and have been changed since: nothing is asked of them any more. */
export function changedSinceDecline({ reset }: Pick<Dossier, 'reset'>): Set<string> {
  return new Set(reset.filter(({ changed }) => changed).map(({ title }) => title));
}

/** What a decline leaves to do before the draft can be sent again, with the page where it is done. */
export function leftByDecline({ reset, submission: { kind, id } }: Pick<Dossier, 'reset' | 'submission'>): { text: string; href: string }[] {
  return unsettled(reset).map(({ message, field = '' }) => ({ text: message, href: `${submissionsPaths.declined(kind, id)}#${fieldId(field)}` }));
}

/** A form that failed for what a decline leaves to do, with the summary's lines leading to the page where it is done. */
export function linkedToDecline<Values>(form: FormState<Values>, dossier: Pick<Dossier, 'reset' | 'submission'>): FormState<Values> {
  const left = new Map(leftByDecline(dossier).map(({ text, href }) => [text, href]));
  return { ...form, summary: form.summary?.map((line) => (left.has(line.text) ? { text: line.text, href: left.get(line.text) ?? '' } : line)) };
}

function tagOf({ reply }: ResetSection): { text: string; classes: string } {
  return reply ? { text: words.answered, classes: 'govuk-tag--light-blue' } : { text: words.tag, classes: 'govuk-tag--orange' };
}
