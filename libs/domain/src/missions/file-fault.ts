/** The path of a value in a file of data: `['missions', 4, 'leads', 1]`. */
export type FaultPath = readonly (string | number)[];

/** Something that a file says and cannot mean. */
export interface Fault {
  readonly code: string;
  readonly path: FaultPath;
  readonly message: string;
  /** The other place, where two places of the file contradict each other. */
  readonly against?: FaultPath;
}

/**
 * Entries of a list whose key was there before: at fault is the later one.
 * @param field where the key stands in the entry; not given where the entry is the key
 */
export function repeatedEntries<Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string | number,
  path: FaultPath,
  field?: string,
): Fault[] {
  const first = new Map<string | number, number>();
  const at = (index: number): FaultPath => (field === undefined ? [...path, index] : [...path, index, field]);
  return entries.flatMap((entry, index) => {
    const key = keyOf(entry);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, index);
      return [];
    }
    return [{ code: 'twice', path: at(index), against: at(earlier), message: `${field ?? 'the entry'} ${key} is there twice` }];
  });
}
