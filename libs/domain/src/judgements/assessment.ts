import type { BaselineFigure, MeasuredPoint } from './baseline-figure.js';
import type { JudgementComponents } from './computed-judgement.js';
import type { InterimPath } from './path.js';
import type { Verdict } from './verdict.js';

/** What a figure says of a target, measured from one baseline, before the calendar has had its word. */
export interface Assessment {
  readonly verdict: Verdict;
  readonly method: 'interim-path' | 'direction-only' | 'hold' | 'pace' | 'cagr' | 'un-progress';
  readonly baseline: BaselineFigure;
  readonly latest: MeasuredPoint;
  readonly path: InterimPath;
  /** An earlier *off track* was held: its chance is still a half or more. */
  readonly heldOffTrack: boolean;
  /** The method's own numbers; baseline, latest and target are added by whoever reports them. */
  readonly numbers: JudgementComponents;
}
