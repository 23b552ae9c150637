/** Odds that people can picture, as [so many, in so many]. */
const ODDS: readonly (readonly [number, number])[] = [
  [1, 100], [1, 50], [1, 20], [1, 10], [1, 8], [1, 6], [1, 5], [1, 4], [1, 3], [2, 5], [1, 2],
  [3, 5], [2, 3], [3, 4], [4, 5], [5, 6], [7, 8], [9, 10], [19, 20], [49, 50], [99, 100],
];

/** "about 1 in 8, unlikely": a chance from 0 to 1 in figures and in words. */
export function chanceInWords(chance: number): string {
  if (chance < 0.0075) return 'less than 1 in 100, very unlikely';
  if (chance > 0.9925) return 'more than 99 in 100, very likely';
  const nearest = ODDS.reduce((best, odds) => (distance(odds, chance) < distance(best, chance) ? odds : best), [1, 2] as const);
  return `about ${nearest[0]} in ${nearest[1]}, ${likelihood(chance)}`;
}

function distance([some, all]: readonly [number, number], chance: number): number {
  return Math.abs(some / all - chance);
}

function likelihood(chance: number): string {
  if (chance <= 0.05) return 'very unlikely';
  if (chance < 0.35) return 'unlikely';
  if (chance <= 0.65) return 'could go either way';
  return chance < 0.95 ? 'likely' : 'very likely';
}
