import type { AMBITION_VERDICTS } from '#domain/mission-quality/quality-section.js';
import type { Precedent } from './pace-windows.js';

/** Raised when the same figures could come out otherwise. */
export const AMBITION_VERSION = '1';

export type ComputedAmbition = keyof typeof AMBITION_VERDICTS;

/** What the verdict hangs on. */
export type AmbitionReason =
  | 'likely-anyway'
  | 'no-precedent'
  | 'stretching'
  | 'wrong-way'
  | 'has-precedent'
  | 'nothing-to-compare'
  | 'no-number'
  | 'not-comparable'
  | 'capacity'
  | 'no-figures'
  | 'too-few-figures'
  | 'decided';

/** Paces are a year and better when positive: in the unit of the metric, or of the logarithm where `relative`. */
export interface AmbitionPaces {
  readonly relative: boolean;
  readonly usual: number;
  readonly needed: number;
  readonly precedent?: Precedent;
}

/** How ambitious a target is, by figures alone. */
export interface AmbitionFinding {
  readonly verdict: ComputedAmbition;
  readonly reason: AmbitionReason;
  /** Of meeting the target with no change of course; the two ends where areas may share their shocks or not. */
  readonly chance?: { readonly least: number; readonly most: number };
  readonly paces?: AmbitionPaces;
  /** Independent figures that it stands on. */
  readonly figures: number;
  /** An earlier figure that the target would not bring back. */
  readonly doesNotRestore?: { readonly value: number; readonly periodLabel: string };
  readonly nominal: boolean;
  /** One sentence or a few, in plain English with the numbers. */
  readonly sentence: string;
}
