import { sectionsOf } from '#domain/reviews/delivery-facts.js';
import { readPublicContent } from '#domain/submissions/submission-content.js';
import { type PublicFact } from '#features/hearing-packs/hearing-facts.js';
import { type AcceptedReturn, type CouncilWords } from '#features/submissions/public-returns.queries.js';

/** The return that was public last on a day, as the mission's page shows one. @param on ISO date */
export function pastReturn(fact: PublicFact, on: string): AcceptedReturn {
  const titles = new Map<string | null, string>(sectionsOf('evidence-return').map(({ key, title }) => [key, title]));
  const titleOf = (section: string | null): string => titles.get(section) ?? section ?? '';
  const { reference, department, coversLabel, submittedAt } = fact;
  return {
    reference,
    department,
    coversLabel,
    submittedAt,
    content: readPublicContent('evidence-return', fact.content, on),
    council: {
      outcome: outcomeOf(fact),
      reasons: fact.reasons.map(({ section, text }) => ({ title: titleOf(section), text })),
      questions: fact.questions.map(({ section, text, answer }) => ({ about: titleOf(section), question: text, answer })),
    },
  };
}

function outcomeOf({ action, decision }: PublicFact): CouncilWords['outcome'] {
  if (action !== 'accept') return 'published-unresolved';
  return decision === 'accepted-with-reservations' ? decision : 'accepted';
}
