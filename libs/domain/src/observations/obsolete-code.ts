const OBSOLETE = /Obsolete code since \d{4} \(replaced by (.*)\)/;
const CODE = /\b[EWSNK]\d{8}\b/g;

/**
 * What became of an area, by the note that the files set beside a dead code: "Obsolete code since 2023 (replaced by
 * E06000063 Cumberland and E06000064 Westmorland and Furness)".
 * @returns the successors' codes; none where the note says nothing of the kind
 */
export function successorsInNote(note: string): string[] {
  const found = OBSOLETE.exec(note);
  return found?.[1]?.match(CODE) ?? [];
}
