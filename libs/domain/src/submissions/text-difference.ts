/** A run of words that stayed, came or went. Joined without the removed ones they give the new text, without the added ones the old. */
export interface TextChange {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Above this many pairs of words the middle is shown as replaced as a whole: nobody reads a difference of such texts. */
const MOST_PAIRS = 4_000_000;

/** What changed from one text to the next, word by word; line breaks count as words of their own. */
export function textDifference(before: string, after: string): TextChange[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  const changes: TextChange[] = [];
  add(changes, 'same', old.slice(0, start).join(''));
  addMiddle(changes, old.slice(start, old.length - end), fresh.slice(start, fresh.length - end));
  add(changes, 'same', end > 0 ? old.slice(-end).join('') : '');
  return changes;
}

/** Is there any difference to show? */
export function isChanged(changes: readonly TextChange[]): boolean {
  return changes.some(({ kind }) => kind !== 'same');
}

function wordsOf(text: string): string[] {
  return text.match(/\n|[^\S\n]+|[^\s]+/g) ?? [];
}

function addMiddle(changes: TextChange[], old: string[], fresh: string[]): void {
  if (old.length * fresh.length > MOST_PAIRS) {
    add(changes, 'removed', old.join(''));
    add(changes, 'added', fresh.join(''));
    return;
  }
  const longest = commonLengths(old, fresh);
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      add(changes, 'same', old[i] ?? '');
      i += 1;
      j += 1;
    } else if (j >= fresh.length || (i < old.length && at(longest, i + 1, j) >= at(longest, i, j + 1))) {
      add(changes, 'removed', old[i] ?? '');
      i += 1;
    } else {
      add(changes, 'added', fresh[j] ?? '');
      j += 1;
    }
  }
}

interface Lengths {
  width: number;
  cells: Uint16Array;
}

/** Length of the longest common run of words from each pair of positions to the ends. */
function commonLengths(old: string[], fresh: string[]): Lengths {
  const width = fresh.length + 1;
  const lengths: Lengths = { width, cells: new Uint16Array((old.length + 1) * width) };
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      lengths.cells[i * width + j] =
        old[i] === fresh[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

function at({ width, cells }: Lengths, i: number, j: number): number {
  return cells[i * width + j] ?? 0;
}

function add(changes: TextChange[], kind: TextChange['kind'], text: string): void {
  if (text === '') return;
  const last = changes.at(-1);
  if (last?.kind === kind) last.text += text;
  else changes.push({ kind, text });
}
