import type { Refusal } from '#domain/workflow/transition-table.js';
import type { SubmissionFacts } from './submission-workflow.js';

/** Why a move is refused, for any kind of submission. Each gives every reason against it, none when it may be made. */

/** Nothing incomplete goes to the SRO, and nothing incomplete is signed. */
export function incomplete(facts: SubmissionFacts): Refusal[] {
  return [...facts.blockers];
}

/** Two people: whoever wrote any part of it cannot sign it. */
export function signedByItsAuthor(facts: SubmissionFacts): Refusal[] {
  if (!facts.authorIds.includes(facts.actorId)) return [];
  return [{ code: 'author-signs', message: 'You wrote part of this, so somebody else must sign it off' }];
}

/** Nobody reviews what they wrote or signed, whatever department they are in by now. */
export function reviewedByItsMaker(facts: SubmissionFacts): Refusal[] {
  if (!facts.authorIds.includes(facts.actorId) && facts.signedBy !== facts.actorId) return [];
  return [{ code: 'maker-reviews', message: 'You wrote or signed this, so somebody else must review it' }];
}

/** @param message what to enter, in the words of the design system: "Enter why …". */
export function withoutReason(message: string): (facts: SubmissionFacts) => Refusal[] {
  return ({ reasons }) => (reasons.some(({ text }) => text.trim() !== '') ? [] : [{ code: 'reason-missing', message, field: 'reason' }]);
}

/** Changes are asked for by named section, each with its reason: "please improve" helps nobody. */
export function withoutNamedSections({ reasons, sections }: SubmissionFacts): Refusal[] {
  if (reasons.length === 0) {
    return [{ code: 'sections-missing', message: 'Name at least one section and say what should change', field: 'sections' }];
  }
  return reasons.flatMap(({ section, text }): Refusal[] => {
    const named = sections.find(({ key }) => key === section);
    if (!named) return [{ code: 'section-unknown', message: `There is no section “${section ?? ''}” to send back`, field: 'sections' }];
    if (text.trim() !== '') return [];
    return [{ code: 'section-reason-missing', message: `Enter what should change in ${named.title.toLowerCase()}`, field: `reasons.${named.key}` }];
  });
}

/** All reasons of several rules. */
export function anyOf(...rules: ((facts: SubmissionFacts) => Refusal[])[]): (facts: SubmissionFacts) => Refusal[] {
  return (facts) => rules.flatMap((rule) => rule(facts));
}
