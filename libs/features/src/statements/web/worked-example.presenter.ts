import { pathWorking, type VerdictToShow } from '#features/missions/verdict-working.js';
import { type StatementSection } from '../statement.js';

/** A computed verdict of today, and where it stands. */
export interface ExampleVerdict extends VerdictToShow {
  mission: string;
  target: string;
}

/** @returns the verdict's own numbers, step by step; undefined where it does not stand on a path. */
export function workedExample({ mission, target, ...shown }: ExampleVerdict): StatementSection | undefined {
  const list = pathWorking(shown);
  return list.length === 0 ? undefined : { heading: `A worked example: ${mission}`, paragraphs: [`“${target}”, with the numbers that stand today. Each target’s own page has the same steps with its numbers, under “How this was judged”.`], list };
}
