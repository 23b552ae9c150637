/** How many rows of one kind an import read, and what it did with them. */
export interface RowCounts {
  read: number;
  added: number;
  updated: number;
  unchanged: number;
  /** Rows that nothing says any more. */
  removed: number;
}

export interface Difference<Row> {
  added: Row[];
  updated: Row[];
  removed: Row[];
  counts: RowCounts;
}

/** What must be written so that a table says what it should. Rows are compared field by field. */
export function difference<Row extends object>(known: Iterable<Row>, wanted: Iterable<Row>, keyOf: (row: Row) => string, read: number): Difference<Row> {
  const before = new Map([...known].map((row) => [keyOf(row), row]));
  const after = new Map([...wanted].map((row) => [keyOf(row), row]));
  const added = [...after].filter(([key]) => !before.has(key)).map(([, row]) => row);
  const updated = [...after].filter(([key, row]) => {
    const stands = before.get(key);
    return stands !== undefined && !isSame(stands, row);
  });
  const removed = [...before].filter(([key]) => !after.has(key)).map(([, row]) => row);
  return {
    added,
    updated: updated.map(([, row]) => row),
    removed,
    counts: { read, added: added.length, updated: updated.length, unchanged: after.size - added.length - updated.length, removed: removed.length },
  };
}

function isSame<Row extends object>(one: Row, other: Row): boolean {
  return (Object.keys(other) as (keyof Row)[]).every((field) => {
    const [a, b] = [one[field], other[field]];
    return Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((item, index) => item === b[index]) : a === b;
  });
}
