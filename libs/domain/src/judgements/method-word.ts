import type { NamedMethod } from './target-to-judge.js';
import type { Verdict } from './verdict.js';

/** What one method says of a target; plain JSON. */
export interface MethodWord {
  readonly method: NamedMethod;
  /** The word of Waymark that the method's own answer stands for. */
  readonly verdict: Verdict;
  /** One sentence of plain English, in the method's own terms, with its numbers. */
  readonly sentence: string;
  readonly numbers: Readonly<Record<string, number>>;
}
