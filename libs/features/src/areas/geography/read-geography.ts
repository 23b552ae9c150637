import { headerOf } from './csv-lines.js';
import { isAreasList, isAreaTree, readAreasList, readAreaTree } from './area-tree.reader.js';
import { isCodeList, readCodeList } from './code-list.reader.js';
import { GeographyClaims, type GeographyFile } from './geography-claims.js';
import { isItlLookup, readItlLookup } from './itl-lookup.reader.js';
import { isClusterList, isNeighbourList, readClusters, readNeighbours } from './neighbours.reader.js';
import { isRegister, readRegisterFile } from './register.reader.js';

/** What a file was taken for, and how much was in it. */
export interface ReadFile {
  fileName: string;
  kind: string;
  rows: number;
}

export interface ReadGeography {
  claims: GeographyClaims;
  files: ReadFile[];
  /** Codes that a register of ours names. */
  registered: Set<string>;
}

/** Words for the kinds of files, as the report prints them. */
const KINDS = {
  register: 'register of areas',
  codes: 'list of codes',
  itl: 'look-up to the international territorial levels',
  list: 'areas with start and end years',
  tree: 'areas with parents and children',
  neighbours: 'nearest neighbours',
  clusters: 'clusters',
  boundaries: 'boundaries for maps: left alone',
} as const;

/**
 * Reads every file by what it is: its header or its shape, never its name (but for the model of a list of neighbours).
 * @param given the year of the edition where somebody said it; whether every file is a register; codes that the database has
 */
export function readGeography(
  files: readonly GeographyFile[],
  { edition, registersOnly, known }: { edition: number | null; registersOnly: boolean; known: ReadonlySet<string> },
): ReadGeography {
  const claims = new GeographyClaims();
  // a register that lacks a column is told which one, and not that it is no list of the ONS
  const registers = registersOnly ? [...files] : files.filter(({ text }) => isRegister(headerOf(text)));
  const read = files.filter((file) => !registers.includes(file)).map((file) => readPublished(file, edition, claims));
  // last, for a register may name a parent that only another file holds
  const named = new Set([...known, ...claims.names.map(({ code }) => code)]);
  const registered = registers.map((file) => ({ file, areas: readRegisterFile(file, named, claims) }));
  return {
    claims,
    files: [...read, ...registered.map(({ file, areas }) => ({ fileName: file.fileName, kind: KINDS.register, rows: areas.length }))],
    registered: new Set(registered.flatMap(({ areas }) => areas.map(({ code }) => code))),
  };
}

function readPublished(file: GeographyFile, edition: number | null, claims: GeographyClaims): ReadFile {
  const { fileName, text } = file;
  const isJson = /^\uFEFF?\s*[{[]/.test(text);
  const [kind, rows] = isJson ? readJson(file, edition, claims) : readCsv(file, claims);
  return { fileName, kind, rows };
}

function readCsv(file: GeographyFile, claims: GeographyClaims): [kind: string, rows: number] {
  const header = headerOf(file.text);
  if (isCodeList(header)) return [KINDS.codes, readCodeList(file, claims)];
  if (isItlLookup(header)) return [KINDS.itl, readItlLookup(file, header, claims)];
  if (isNeighbourList(header)) return [KINDS.neighbours, readNeighbours(file, header, claims)];
  if (isClusterList(header)) return [KINDS.clusters, readClusters(file, claims)];
  claims.fault(`${file.fileName} line 1`, `no known layout of areas has the columns ${header.slice(0, 8).join(', ') || '(none)'}`);
  return ['not known', 0];
}

function readJson(file: GeographyFile, edition: number | null, claims: GeographyClaims): [kind: string, rows: number] {
  let json: unknown;
  try {
    json = JSON.parse(file.text.replace(/^\uFEFF/, ''));
  } catch (error) {
    claims.fault(`${file.fileName} line 1`, `the file is no JSON: ${error instanceof Error ? error.message : String(error)}`);
    return ['not known', 0];
  }
  const record = json as Readonly<Record<string, unknown>>;
  if (record['type'] === 'Topology') return [KINDS.boundaries, 0];
  if (isAreasList(record)) return [KINDS.list, readAreasList(file, record, edition, claims)];
  if (isAreaTree(record)) return [KINDS.tree, readAreaTree(file, record, edition, claims)];
  claims.fault(`${file.fileName} line 1`, 'no known layout of areas is like this JSON');
  return ['not known', 0];
}
