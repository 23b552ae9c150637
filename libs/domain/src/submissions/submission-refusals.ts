import type { Refusal } from '#domain/workflow/transition-table.js';
import { MOST_ROUNDS } from './submission-status.js';
import type { SubmissionFacts } from './submission-workflow.js';

/** Why a move is refused, for any kind of submission. Each gives every reason against it, none when it may be made. */

/** Nothing incomplete goes to the SRO, and nothing incomplete is signed. */
export function incomplete(facts: SubmissionFacts): Refusal[] {
  return [...facts.blockers];
}

/** Two people: whoever wrote any part of it cannot sign it, nor have it signed for them. */
export function signedByItsAuthor({ authorIds, actorId, signsFor }: SubmissionFacts): Refusal[] {
  if (authorIds.includes(actorId)) return [{ code: 'author-signs', message: 'You wrote part of this, so somebody else must sign it off' }];
  if (!signsFor || !authorIds.includes(signsFor.id)) return [];
  return [{ code: 'author-signs', message: `${signsFor.name} wrote part of this, so nobody can sign it off for them` }];
}

/** Where the department wants its minister's clearance, it comes before the signature, dated, and for these very words. */
export function withoutClearance({ clearance }: SubmissionFacts): Refusal[] {
  if (clearance !== 'missing') return [];
  return [{ code: 'clearance-missing', message: 'Record the minister’s clearance before you sign: your department asks for it', field: 'clearance' }];
}

/** Nothing is delivered after the window's last day, not even in the moment before it is closed by the clock. */
export function tooLate({ windowClosed }: SubmissionFacts): Refusal[] {
  return windowClosed ? [{ code: 'window-closed', message: 'The window closed before you signed: this can no longer be delivered' }] : [];
}

/** Changes are asked for twice at most: a third round would hold back what the public waits for. */
export function sentBackTooOften({ roundsSentBack }: SubmissionFacts): Refusal[] {
  if (roundsSentBack < MOST_ROUNDS) return [];
  return [{ code: 'rounds-used-up', message: 'This was sent back twice. Accept it, accept it with reservations, or publish it unresolved', field: 'decision' }];
}

/** Published unresolved is what is left when changes were asked for twice and did not come: not a short cut. */
export function notYetUnresolved({ roundsSentBack }: SubmissionFacts): Refusal[] {
  if (roundsSentBack >= MOST_ROUNDS) return [];
  return [{ code: 'rounds-left', message: 'Send it back with named sections first: it can be published unresolved after two rounds', field: 'decision' }];
}

/** Not submitted is only what was never delivered, or withdrawn. */
export function somethingStands({ standing }: SubmissionFacts): Refusal[] {
  return standing ? [{ code: 'delivery-stands', message: 'A delivery stands: it is published unresolved' }] : [];
}

/** Unresolved is only what was delivered and sent back. */
export function nothingStands({ standing }: SubmissionFacts): Refusal[] {
  return standing ? [] : [{ code: 'nothing-stands', message: 'Nothing was delivered: there is nothing to publish' }];
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

/**
 * Why it is declined: of the whole, of named sections, or both; each named section has its own reason.
 * @param message what to enter where nothing at all is said: "Enter why you decline …"
 */
export function declinedWithoutReason(message: string): (facts: SubmissionFacts) => Refusal[] {
  const nothing = withoutReason(message);
  return (facts) => {
    const named = facts.reasons.filter(({ section }) => section !== null);
    return named.length === 0 ? nothing(facts) : withoutNamedSections({ ...facts, reasons: named });
  };
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
