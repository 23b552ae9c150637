import { type Addressee, ANSWER_WORKING_DAYS, type LetterContent } from './letter-blockers.js';

/** What happened, by whom and when, in finished words: the timeline of the alert. */
export interface EscalationFact {
  /** "29 June 2026" */
  readonly on: string;
  readonly what: string;
  readonly office: string;
  readonly text: string;
}

export interface EscalationFacts {
  readonly reference: string;
  readonly address: string;
  /** The mission, or the framework as a whole. */
  readonly subject: string;
  readonly target: string | null;
  readonly kind: string;
  readonly sentence: string;
  readonly raisedOn: string;
  /** Null in a vacancy. */
  readonly department: string | null;
  readonly answerDueOn: string;
  /** What the department did: "no answer", or the plan and what became of it. */
  readonly answered: boolean;
  readonly history: readonly EscalationFact[];
  /** The council's words for the escalation. */
  readonly reason: string;
  readonly council: string;
}

/** A letter from the facts alone: what slipped since when, what was asked, what was answered or not. The council changes it as it likes. */
export function draftEscalationLetter(facts: EscalationFacts): LetterContent {
  const { subject, target, department, reference, kind } = facts;
  return {
    subject: `${subject}: ${kind.charAt(0).toLowerCase()}${kind.slice(1)} (alert ${reference})`,
    addressees: addresseesFor(department),
    answerWorkingDays: ANSWER_WORKING_DAYS,
    body: [
      'Dear Secretary of State,',
      `I write on behalf of ${facts.council} about ${target ? `the target “${target}” of ` : ''}${subject}, and copy this letter to the select committee.`,
      `What has happened\n${facts.sentence}\nAlert ${reference} was raised on ${facts.raisedOn}.`,
      `What was asked\n${department ?? 'No department leads this mission (vacancy). The lead department'} was asked to name an owner and to publish a recovery plan by ${facts.answerDueOn}.`,
      `What was answered\n${facts.answered ? 'The answers are public and stand in the history below.' : `No answer has been published. One was due by ${facts.answerDueOn}.`}`,
      `The history of the alert\n${facts.history.map(historyLine).join('\n')}`,
      `Why the council escalates\n${facts.reason}`,
      `What the council asks\nPlease tell the council and the select committee, in a letter that is published, what will be done, by whom and by when, what effect it is to have, and which release of figures will show it.`,
      `The alert and all that was said about it are public: ${facts.address}`,
    ].join('\n\n'),
  };
}

function addresseesFor(department: string | null): Addressee[] {
  const name = department ?? 'the department that is to lead the mission';
  return [
    { kind: 'secretary-of-state', name: `The Secretary of State, ${name}` },
    { kind: 'select-committee', name: `The Chair of the select committee that scrutinises ${department ? `the ${department.replace(/^the /i, '')}` : name}` },
  ];
}

function historyLine({ on, what, office, text }: EscalationFact): string {
  const words = text.replaceAll(/\s*\n\s*/g, ' ').trim();
  return `- ${on}, ${office}: ${what}${words ? `. ${words}` : ''}`;
}
