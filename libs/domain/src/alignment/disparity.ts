/** An area's figure with the standard error it was published with. */
export interface AreaFigure {
  readonly code: string;
  readonly value: number;
  readonly se: number;
  /** Code of the larger area that it lies in, where that is tracked. */
  readonly within?: string;
}

/** Sample variance between areas less their mean se²; 0 where the errors explain the whole spread. Fewer than three areas: undefined. */
export function disparityOf(areas: readonly Pick<AreaFigure, 'value' | 'se'>[]): number | undefined {
  if (areas.length < 3) return undefined;
  const mean = areas.reduce((sum, { value }) => sum + value, 0) / areas.length;
  const spread = areas.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (areas.length - 1);
  return Math.max(0, spread - areas.reduce((sum, { se }) => sum + se ** 2, 0) / areas.length);
}

/** What is seen within the tracked areas at a finer level. */
export interface GeographyFitness {
  /** Variance of the finer areas around the mean of the tracked area they lie in, less their mean se². */
  readonly within: number;
  /** The same around the mean of all. */
  readonly total: number;
  /** 0 to 1: the part that the tracked level cannot show; 0 where there is no spread at all. */
  readonly share: number;
  readonly areas: number;
  readonly tracked: number;
}

/** Areas alone in their tracked area show nothing within it. Undefined where no two lie in one. */
export function geographyFitness(finer: readonly AreaFigure[]): GeographyFitness | undefined {
  const groups = new Map<string, AreaFigure[]>();
  for (const area of finer) if (area.within !== undefined) groups.set(area.within, [...(groups.get(area.within) ?? []), area]);
  const several = [...groups.values()].filter((group) => group.length > 1);
  const areas = several.flat();
  const total = disparityOf(areas);
  if (total === undefined) return undefined;
  const squares = several.reduce((sum, group) => {
    const mean = group.reduce((all, { value }) => all + value, 0) / group.length;
    return sum + group.reduce((all, { value }) => all + (value - mean) ** 2, 0);
  }, 0);
  const noise = areas.reduce((sum, { se }) => sum + se ** 2, 0) / areas.length;
  const within = Math.max(0, squares / (areas.length - several.length) - noise);
  return { within, total, share: total > 0 ? Math.min(1, within / total) : 0, areas: areas.length, tracked: several.length };
}
