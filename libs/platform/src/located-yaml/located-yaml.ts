import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';

/** Where a value stands: keys and positions from the top of the document. */
export type YamlPath = readonly (string | number)[];

/** What the text itself does not allow, before anybody asks what it means. */
export interface YamlFault {
  line: number;
  message: string;
}

/** Larger files are no hand-written data; bytes. */
const LARGEST = 4 * 1024 * 1024;

/** A YAML document that can say on which line each of its values stands. */
export class LocatedYaml {
  private constructor(
    private readonly document: Document,
    private readonly lines: LineCounter,
  ) {}

  /** @returns the document, or every fault of its text */
  static parse(text: string): LocatedYaml | YamlFault[] {
    if (Buffer.byteLength(text) > LARGEST) return [{ line: 1, message: 'the file is larger than 4 MB' }];
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, merge: false });
    const faults = [...document.errors, ...document.warnings].map((error) => ({
      line: lines.linePos(error.pos[0]).line,
      message: error.message,
    }));
    visit(document, {
      // an alias puts one text on two lines, and many of them can fill the memory
      Alias: (_, node) => void faults.push({ line: lines.linePos(offsetOf(node) ?? 0).line, message: `the alias *${node.source}: write the value out` }),
    });
    return faults.length > 0 ? faults : new LocatedYaml(document, lines);
  }

  /** Plain objects, lists, texts, numbers. Dates stay texts. */
  get value(): unknown {
    return this.document.toJS();
  }

  /** The line, from 1, of a value's key or list entry; of the nearest one above it where the value is not there. */
  lineOf(path: YamlPath): number {
    let node: unknown = this.document.contents;
    let offset = isNode(node) ? node.range?.[0] : 0;
    for (const step of path) {
      const next = this.step(node, step);
      if (!next) break;
      offset = next.offset ?? offset;
      node = next.value;
    }
    return this.lines.linePos(offset ?? 0).line;
  }

  private step(node: unknown, step: string | number): { offset?: number; value: unknown } | undefined {
    if (isSeq(node)) {
      const item = node.items[Number(step)];
      return item === undefined ? undefined : { offset: offsetOf(item), value: item };
    }
    if (!isMap(node)) return undefined;
    const pair = node.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(step));
    return pair ? { offset: offsetOf(pair.key), value: pair.value } : undefined;
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}

function offsetOf(value: unknown): number | undefined {
  return isNode(value) ? value.range?.[0] : undefined;
}
