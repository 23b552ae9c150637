/** A place's figure of one metric in one period. */
export interface PeerFigure {
  readonly code: string;
  readonly value: number;
  /** Standard error, in the unit of the figure; never below zero. */
  readonly se: number;
}

export type BetterDirection = 'higher-is-better' | 'lower-is-better';

/** A figure that is not finite is no figure. */
export function finiteFigures(figures: readonly PeerFigure[]): PeerFigure[] {
  return figures.filter(({ value, se }) => Number.isFinite(value) && Number.isFinite(se) && se >= 0);
}
