import { dateInWords, listInWords } from '#domain/judgements/figure-words.js';

export interface AreaInWords {
  readonly code: string;
  readonly name: string;
}

/** What can be said of a code and its days. */
export interface CodeStanding extends AreaInWords {
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Only the year of the last day is known. */
  readonly endsInYear?: boolean;
  /** Today's codes of its area; empty where nobody knows. */
  readonly current: readonly AreaInWords[];
}

/** A code has ended when its last day is over, or when something came after it although nobody says when. */
export function hasEnded({ validTo, current }: Pick<CodeStanding, 'validTo' | 'current'>, today: string): boolean {
  return validTo === null ? current.length > 0 : validTo < today;
}

/** "E10000006 Cumbria ended on 31 March 2023. Its area is now: Cumberland (E06000063) and …"; undefined while the code stands. */
export function whatBecameOf(area: CodeStanding, today: string): string | undefined {
  if (!hasEnded(area, today)) return undefined;
  const ended =
    area.validTo === null
      ? 'is no longer in use; the loaded files do not say since when'
      : area.endsInYear
        ? `was last used in ${area.validTo.slice(0, 4)}`
        : `ended on ${dateInWords(area.validTo)}`;
  const now =
    area.current.length === 0
      ? 'The loaded files do not say what became of its area.'
      : `Its area is now: ${listInWords(area.current.map(({ code, name }) => `${name} (${code})`))}.`;
  return `${area.code} ${area.name} ${ended}. ${now}`;
}

/** Figures of one code cannot be carried to several, nor of several to one, by adding up. */
export function cannotBeAdded(current: readonly AreaInWords[]): string | undefined {
  return current.length > 1
    ? 'Its area was divided, so its figures cannot simply be added up, or shared out, to compare them with those of the areas that came after.'
    : undefined;
}
