/** What one series says of its yearly drift. */
export interface DriftSeen {
  readonly drift: number;
  /** Of the drift as seen: σ²/(t_n − t_1). */
  readonly variance: number;
}

/** Drifts of peers: their mean and how much they truly differ. */
export interface PooledDrift {
  readonly mean: number;
  /** Between series, without what their own errors explain; never below 0. */
  readonly between: number;
}

/**
 * By the moments of R. DerSimonian and N. Laird (Controlled Clinical Trials 7, 1986): with weights w = 1/variance and
 * Q = Σw(d − d̄)², between = (Q − (n − 1))/(Σw − Σw²/Σw), and the mean weighs by 1/(variance + between).
 * @returns undefined where no series says anything
 */
export function pooledDrift(seen: readonly DriftSeen[]): PooledDrift | undefined {
  const usable = seen.filter(({ drift, variance }) => Number.isFinite(drift) && variance > 0 && Number.isFinite(1 / variance));
  if (usable.length === 0) return undefined;
  const fixed = usable.map(({ variance }) => 1 / variance);
  const total = sum(fixed);
  const mean = weighted(usable, fixed);
  const q = sum(usable.map(({ drift }, index) => (fixed[index] ?? 0) * (drift - mean) ** 2));
  const spread = total - sum(fixed.map((weight) => weight ** 2)) / total;
  const between = spread > 0 ? Math.max(0, (q - (usable.length - 1)) / spread) : 0;
  return { mean: weighted(usable, usable.map(({ variance }) => 1 / (variance + between))), between };
}

/** A series' own drift drawn towards that of its peers, the more the less it says itself. */
export function shrunkDrift({ drift, variance }: DriftSeen, pooled: PooledDrift): { mean: number; variance: number } {
  const own = pooled.between + variance > 0 ? pooled.between / (pooled.between + variance) : 1;
  return { mean: pooled.mean + own * (drift - pooled.mean), variance: own * variance };
}

function weighted(seen: readonly DriftSeen[], weights: readonly number[]): number {
  return sum(seen.map(({ drift }, index) => drift * (weights[index] ?? 0))) / sum(weights);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
