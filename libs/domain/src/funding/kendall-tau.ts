/** Shuffles of the test; with 1,999 the smallest p is 1 in 2,000. */
const SHUFFLES = 1999;
/** The same pairs get the same p every time. */
const SEED = 20_220_202;

export interface RankCorrelation {
  /** Kendall's τ-b, −1 to 1: above 0 where the larger x go with the larger y. */
  readonly tau: number;
  /** Two-sided, from shuffles with a fixed seed: how often chance alone makes a τ as far from 0. */
  readonly p: number;
}

/**
 * Kendall's τ-b, in which ties on either side count for neither order, with a permutation test.
 * @returns undefined where there are fewer than two pairs, or one side is the same everywhere: then there is no order to compare
 * @source Kendall, M. G. (1945), The treatment of ties in ranking problems, Biometrika 33(3); τ-b = (C − D) / √((n₀ − n₁)(n₀ − n₂))
 */
export function kendallTau(pairs: readonly { readonly x: number; readonly y: number }[]): RankCorrelation | undefined {
  const xs = signsOf(pairs.map(({ x }) => x));
  const y = pairs.map((pair) => pair.y);
  const ys = signsOf(y);
  const size = Math.sqrt(untied(xs) * untied(ys));
  if (size === 0) return undefined;
  const order = pairs.map((_, index) => index);
  const observed = agreement(xs, ys, order);
  const random = randomNumbers(SEED);
  let asFar = 1;
  for (let round = 0; round < SHUFFLES; round += 1) {
    shuffle(order, random);
    if (Math.abs(agreement(xs, ys, order)) >= Math.abs(observed)) asFar += 1;
  }
  return { tau: observed / size, p: asFar / (SHUFFLES + 1) };
}

/** Of every two values which is the larger: 1 the first, −1 the second, 0 neither. */
function signsOf(values: readonly number[]): Int8Array[] {
  return values.map((one) => Int8Array.from(values, (other) => Math.sign(one - other)));
}

/** Pairs that are not ties, each counted once. */
function untied(signs: readonly Int8Array[]): number {
  return signs.reduce((sum, row) => sum + row.reduce((inRow, sign) => inRow + Math.abs(sign), 0), 0) / 2;
}

/** Pairs in the same order less pairs in the other, with the second side in the order given. */
function agreement(xs: readonly Int8Array[], ys: readonly Int8Array[], order: readonly number[]): number {
  let sum = 0;
  for (let first = 1; first < order.length; first += 1) {
    const [xRow, yRow] = [xs[first], ys[order[first] ?? 0]];
    if (!xRow || !yRow) continue;
    for (let second = 0; second < first; second += 1) sum += (xRow[second] ?? 0) * (yRow[order[second] ?? 0] ?? 0);
  }
  return sum;
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
}

/** Mulberry32, a small generator whose numbers are the same on every machine; 0 up to and without 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
