import { type Refusal } from '#domain/workflow/transition-table.js';

/** What a decision of the council is about. */
export const DECISION_SUBJECTS = {
  'council-judgement': 'The council’s judgement of a mission',
  'inquiry-findings': 'Findings of an inquiry',
  report: 'A report',
  escalation: 'Escalating an alert',
  'framework-closing': 'Closing a framework',
  other: 'Something else',
} as const;

export type DecisionSubject = keyof typeof DECISION_SUBJECTS;
export const DECISION_SUBJECT_NAMES = Object.keys(DECISION_SUBJECTS) as DecisionSubject[];

/** How somebody who was there voted. */
export type Vote = 'for' | 'against' | 'abstain';

/** A member's part in a decision: a vote, a recusal, or null while neither is given. */
export type Part = Vote | 'recused';
export const PARTS: readonly Part[] = ['for', 'against', 'abstain', 'recused'];

/** Least number of members who must be there, and least share of those in office, in whole percent. */
export interface QuorumRule {
  leastNumber: number;
  leastShare: number;
}

/** Holds until a chair enters the council's own. */
export const FIRST_QUORUM_RULE: QuorumRule = { leastNumber: 2, leastShare: 50 };

/** Why a decision came out as it did. */
export type OutcomeReason = 'majority' | 'no-majority' | 'tie' | 'no-quorum';

export interface DecisionOutcome {
  adopted: boolean;
  reason: OutcomeReason;
  /** Those who voted or abstained; whoever is recused does not count. */
  present: number;
  /** How many had to be present. */
  needed: number;
  votes: Record<Part | 'absent', number>;
}

/**
 * The members present make a quorum where they are as many as the rule says, by number and by share of all members in office (recused
 * ones included, so that recusals cannot make a small circle of friends quorate). It is adopted where more vote for it than against;
 * abstentions count for the quorum alone, and a tie adopts nothing.
 * @param parts of every member in office; null for who has not said anything
 */
export function outcomeOf({ leastNumber, leastShare }: QuorumRule, parts: readonly (Part | null)[]): DecisionOutcome {
  const count = (part: Part | null): number => parts.filter((given) => given === part).length;
  const votes = { for: count('for'), against: count('against'), abstain: count('abstain'), recused: count('recused'), absent: count(null) };
  const present = votes.for + votes.against + votes.abstain;
  const needed = Math.max(leastNumber, Math.ceil((parts.length * leastShare) / 100));
  const reason = present < needed ? 'no-quorum' : votes.for > votes.against ? 'majority' : votes.for === votes.against ? 'tie' : 'no-majority';
  return { adopted: reason === 'majority', reason, present, needed, votes };
}

const LONGEST = { title: 200, reference: 200, text: 5000, words: 5000, minute: 20_000 };

/** A decision as somebody wants to propose it. */
export interface DecisionDraft {
  subject: string;
  /** What exactly: the number of an alert or inquiry, the year of a report; '' where the mission says enough. */
  about: string;
  missionId: string | null;
  title: string;
  text: string;
}

export function decisionFaults({ subject, about, missionId, title, text }: DecisionDraft): Refusal[] {
  const faults: Refusal[] = [];
  if (!DECISION_SUBJECT_NAMES.some((name) => name === subject)) faults.push({ code: 'subject-missing', message: 'Select what the decision is about', field: 'subject' });
  if (subject === 'council-judgement' && missionId === null) faults.push({ code: 'mission-missing', message: 'Select the mission that is judged', field: 'mission' });
  if (['inquiry-findings', 'report', 'escalation', 'framework-closing'].includes(subject) && about.trim() === '') faults.push({ code: 'about-missing', message: 'Enter which inquiry, report, alert or framework it is', field: 'about' });
  return [...faults, ...textFaults('about', 'Which one it is', about, LONGEST.reference), ...textFaults('title', 'The title', title, LONGEST.title, 'Enter a title'), ...textFaults('text', 'What is to be decided', text, LONGEST.text, 'Enter what is to be decided')];
}

/** What is wrong with a member's part. @param words a dissent with a vote, the reason with a recusal */
export function partFaults(part: string, words: string): Refusal[] {
  if (!PARTS.some((name) => name === part)) return [{ code: 'part-missing', message: 'Select how you vote, or that you are recused', field: 'part' }];
  if (part === 'recused') return textFaults('words', 'Why you are recused', words, LONGEST.words, 'Enter why you are recused');
  if (part === 'for' && words.trim() !== '') return [{ code: 'dissent-for', message: 'A dissent goes with a vote against or an abstention. Delete it, or change your vote', field: 'words' }];
  return textFaults('words', 'The dissent', words, LONGEST.words);
}

export function minuteFaults(minute: string): Refusal[] {
  return textFaults('minute', 'The minute', minute, LONGEST.minute, 'Enter the minute');
}

/** @param rule numbers as typed; NaN where they are none */
export function quorumFaults({ leastNumber, leastShare }: QuorumRule, reason: string): Refusal[] {
  const faults: Refusal[] = [];
  if (!Number.isInteger(leastNumber) || leastNumber < 1 || leastNumber > 50) faults.push({ code: 'number-wrong', message: 'Least number must be a whole number between 1 and 50', field: 'leastNumber' });
  if (!Number.isInteger(leastShare) || leastShare < 0 || leastShare > 100) faults.push({ code: 'share-wrong', message: 'Least share must be a whole number between 0 and 100', field: 'leastShare' });
  return [...faults, ...textFaults('reason', 'Why', reason, LONGEST.text, 'Enter why the rule changes')];
}

export function textFaults(field: string, name: string, text: string, longest: number, missing?: string): Refusal[] {
  if (missing !== undefined && text.trim() === '') return [{ code: `${field}-missing`, message: missing, field }];
  return text.length > longest ? [{ code: `${field}-long`, message: `${name} must be ${longest.toLocaleString('en-GB')} characters or less`, field }] : [];
}
