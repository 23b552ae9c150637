/** Numbers of a series and of a period are put into one number, exactly. */
const MOST_PERIODS = 2 ** 21;

/**
 * Which cells of a file were seen: a set of (series, period) in 8 bytes a place, because a file may have millions of
 * rows and JavaScript's own sets take ten times that. Open addressing, at most three quarters full; 0 means an empty place.
 */
export class CellKeySet {
  private places = new Float64Array(1024);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /**
   * @param series number of the series, from 0 to 2^31
   * @param period number of the period, from 0 to 2^21
   * @returns false where the cell was there already
   */
  add(series: number, period: number): boolean {
    if (this.count * 4 >= this.places.length * 3) this.grow();
    const added = this.place(series * MOST_PERIODS + period + 1);
    if (added) this.count++;
    return added;
  }

  private place(key: number): boolean {
    const { places } = this;
    const mask = places.length - 1;
    let at = hashOf(key) & mask;
    for (;;) {
      const found = places[at];
      if (found === key) return false;
      if (found === 0) {
        places[at] = key;
        return true;
      }
      at = (at + 1) & mask;
    }
  }

  private grow(): void {
    const old = this.places;
    this.places = new Float64Array(old.length * 2);
    for (const key of old) if (key !== 0) this.place(key);
  }
}

/** Murmur's finaliser over both halves: neighbouring series and periods fall far apart. */
function hashOf(key: number): number {
  let hash = (key % 2 ** 32 | 0) ^ Math.imul((key / 2 ** 32) | 0, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
