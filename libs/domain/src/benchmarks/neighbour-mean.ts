import { finiteFigures, type PeerFigure } from './peer-figure.js';

/** The plain mean of a place's nearest neighbours. */
export interface NeighbourMean {
  readonly mean: number;
  /** Of the errors of measurement alone. */
  readonly se: number;
  readonly withFigure: number;
  /** How many were asked: ten, or fewer where the list is shorter. */
  readonly asked: number;
}

/** How many neighbours a place is held against. */
export const NEIGHBOURS_ASKED = 10;

/**
 * @param codes the neighbours, the nearest first
 * @returns undefined where none of the ten has a figure; nobody further off stands in for one without
 */
export function neighbourMean(codes: readonly string[], figures: readonly PeerFigure[]): NeighbourMean | undefined {
  const asked = codes.slice(0, NEIGHBOURS_ASKED);
  const found = finiteFigures(figures).filter(({ code }) => asked.includes(code));
  if (found.length === 0) return undefined;
  const mean = found.reduce((total, { value }) => total + value / found.length, 0);
  return { mean, se: Math.hypot(...found.map(({ se }) => se)) / found.length, withFigure: found.length, asked: asked.length };
}
