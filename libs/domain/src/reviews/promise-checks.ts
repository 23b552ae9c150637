import { type CheckResult } from './review-check.js';

/** What somebody said that they would do: the next steps of a return, or a plan's policies for one mission. */
export interface StatedPromise {
  title: string;
  text: string;
}

/** A section that the council sent back last time. */
export interface SentBackSection {
  title: string;
  changed: boolean;
}

/**
 * What was promised last time against what is said now. Whether a promise was kept is for the reviewer to see: both texts stand
 * side by side on the page. The check finds only what a machine can: repeated, dropped, or sent back and not changed.
 * @param earlier label of the delivery that the promises are from ("April 2024 to March 2025"); undefined where there is none.
 */
export function checkPromises(facts: {
  earlier: { label: string; promises: readonly StatedPromise[] } | undefined;
  now: readonly StatedPromise[];
  sentBack: readonly SentBackSection[];
  /** What was found of dated steps, which are matched one by one. */
  steps?: readonly string[];
}): CheckResult {
  const { earlier, now, sentBack, steps = [] } = facts;
  const unchanged = sentBack
    .filter(({ changed }) => !changed)
    .map(({ title }) => `The council sent back ${title}. Its words are the same as before.`);
  const promised = earlier?.promises.filter(({ text }) => wordsOf(text) !== '') ?? [];
  const findings = [...unchanged, ...steps, ...promised.flatMap((promise) => promiseFindings(promise, earlier?.label ?? '', now))];
  if (findings.length > 0) return { kind: 'promises', outcome: 'look', findings };
  return { kind: 'promises', outcome: 'passed', findings: [nothingFound(earlier, promised.length, sentBack.length)] };
}

function promiseFindings({ title, text }: StatedPromise, label: string, now: readonly StatedPromise[]): string[] {
  const answer = now.find((promise) => promise.title === title);
  if (!answer || wordsOf(answer.text) === '') return [`${title}: filled in for ${label}, and nothing is said about it now.`];
  if (wordsOf(answer.text) === wordsOf(text)) return [`${title}: word for word the same as for ${label}.`];
  return [];
}

function nothingFound(earlier: { label: string } | undefined, promised: number, sentBack: number): string {
  const mended = sentBack > 0 ? ' Every section that was sent back has changed.' : '';
  if (!earlier) return `There is no earlier delivery to compare with.${mended}`;
  if (promised === 0) return `Nothing was promised for ${earlier.label}.${mended}`;
  return `What was promised for ${earlier.label} is neither repeated word for word nor dropped. Compare the two texts.${mended}`;
}

/** Texts are the same where their words are: blanks, line ends and capitals do not count. */
function wordsOf(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
