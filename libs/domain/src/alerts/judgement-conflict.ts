import { areInConflict, DELIVERY_RATINGS, type DeliveryRating, isConflict } from '#domain/judgements/delivery-rating.js';
import { type Verdict, VERDICTS } from '#domain/judgements/verdict.js';
import type { AlertFact } from './alert-fact.js';

/** The three judgements of a mission as they stand side by side; absent where nobody has given one. */
export interface ThreeWords {
  readonly computed?: Verdict | undefined;
  readonly department?: DeliveryRating | undefined;
  readonly council?: Verdict | undefined;
}

export type ConflictPair = 'department-figures' | 'department-council' | 'council-figures';

/** Which of the three are two steps or more apart on the one ladder. */
export function conflictsAmong({ computed, department, council }: ThreeWords): ConflictPair[] {
  const pairs: [ConflictPair, boolean][] = [
    ['department-figures', computed !== undefined && department !== undefined && isConflict(computed, department)],
    ['department-council', council !== undefined && department !== undefined && isConflict(council, department)],
    ['council-figures', council !== undefined && computed !== undefined && areInConflict(council, computed)],
  ];
  return pairs.flatMap(([pair, apart]) => (apart ? [pair] : []));
}

/**
 * One sentence a pair that disagrees.
 * @param organisation who gave the department's rating
 * @returns undefined where nobody disagrees
 */
export function conflictSentence(words: ThreeWords, organisation: string): string | undefined {
  const { department, council, computed } = words;
  const rated = department && `rates the likelihood that the mission’s targets are met “${DELIVERY_RATINGS[department].words}”`;
  const judged = council && `the council judges the mission “${VERDICTS[council]}”`;
  const figures = computed && `the figures say “${VERDICTS[computed]}”`;
  const sentences: Record<ConflictPair, string> = {
    'department-figures': `${organisation} ${rated}, while ${figures}.`,
    'department-council': `${organisation} ${rated}, while ${judged}.`,
    'council-figures': `The${(judged ?? '').slice(3)}, while ${figures}.`,
  };
  const found = conflictsAmong(words).map((pair) => sentences[pair]);
  return found.length === 0 ? undefined : found.join(' ');
}

export function conflictFacts({ computed, department, council }: ThreeWords): AlertFact[] {
  return [
    { name: 'The figures', value: computed ? VERDICTS[computed] : 'not judged' },
    { name: 'The department', value: department ? DELIVERY_RATINGS[department].words : 'no rating' },
    { name: 'The council', value: council ? VERDICTS[council] : 'no judgement' },
  ];
}
