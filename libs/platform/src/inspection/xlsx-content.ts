import { type Archive, shown } from './archive.js';
import { isPlainLink, outsideCallIn } from './link-target.js';
import { RefusedFile } from './refused-file.error.js';
import { scanXml, type XmlTag } from './xml-scan.js';

const TYPES = '[Content_Types].xml';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const macros = (): RefusedFile => new RefusedFile('file-macros', 'The file holds macros. Save it as XLSX without them');

/** Parts by their name, and why they are not taken. */
const PARTS: readonly [RegExp, string, string][] = [
  [/vbaProject|vbaData|(^|\/)(macrosheets|intlmacrosheets|dialogsheets)\//i, 'file-macros', 'The file holds macros. Save it as XLSX without them'],
  [/(^|\/)activeX|(^|\/)ctrlProps\//i, 'file-active-content', 'The file holds buttons or other controls that run something'],
  [/(^|\/)externalLinks?\//i, 'file-external-link', 'The file is linked to another file. Break the links, and save it again'],
  [/(^|\/)(connections\.xml|queryTables?\/|queries\/)/i, 'file-external-link', 'The file fetches its data from outside (a data connection). Remove the connection, and save it again'],
  [/(^|\/)embeddings?\//i, 'file-embedded-object', 'The file holds another file within it (an embedded object)'],
  [/(^|\/)(customUI|webextensions?)\//i, 'file-active-content', 'The file holds an add-in'],
];

/** Kinds of parts, as the list of types and the relations call them. */
const KINDS: readonly [RegExp, string, string][] = [
  [/macroEnabled|vbaProject|macrosheet|dialogsheet|attachedToolbars/i, 'file-macros', 'The file holds macros. Save it as XLSX without them'],
  [/activeX|relationships\/control$/i, 'file-active-content', 'The file holds buttons or other controls that run something'],
  [/externalLink|externalReference/i, 'file-external-link', 'The file is linked to another file. Break the links, and save it again'],
  [/spreadsheetml\.connections|relationships\/connections|queryTable/i, 'file-external-link', 'The file fetches its data from outside (a data connection). Remove the connection, and save it again'],
  [/oleObject|relationships\/(package|frame|attachedTemplate|aFChunk)$/i, 'file-embedded-object', 'The file holds another file within it (an embedded object)'],
  [/webextension|customUI/i, 'file-active-content', 'The file holds an add-in'],
];

/** @throws RefusedFile where the archive is no plain XLSX workbook */
export async function requireXlsx(archive: Archive): Promise<void> {
  if (!archive.has(TYPES)) throw differs(archive.has('mimetype') ? 'an OpenDocument file' : 'a ZIP archive that is no spreadsheet');
  await requireTypes(archive);
  for (const { name } of archive.parts) requireAllowed(PARTS, name);
  for (const { name } of archive.parts) {
    if (/\.rels$/i.test(name)) await requireRelations(archive, name);
    else if (/\.(xml|vml|svg)$/i.test(name)) await requirePart(archive, name);
    else if (!name.endsWith('/')) await archive.requireHarmless(name);
  }
}

async function requireTypes(archive: Archive): Promise<void> {
  const types: string[] = [];
  await scanXml(TYPES, archive.read(TYPES), { open: ({ attributes }) => void types.push(attributes.get('ContentType') ?? '') });
  for (const type of types) requireAllowed(KINDS, type);
  if (types.includes(WORKBOOK)) return;
  if (types.some((type) => /template\.main/.test(type))) throw differs('a template');
  if (types.some((type) => /wordprocessingml|presentationml/.test(type))) throw differs('a document or presentation');
  throw differs('no workbook');
}

async function requireRelations(archive: Archive, part: string): Promise<void> {
  await scanXml(part, archive.read(part), {
    open: ({ name, attributes }) => {
      if (name !== 'Relationship') return;
      const [type, target] = [attributes.get('Type') ?? '', attributes.get('Target') ?? ''];
      requireAllowed(KINDS, type);
      const isLink = /\/hyperlink$/i.test(type);
      const isOutside = /external/i.test(attributes.get('TargetMode') ?? '') || /^([a-z][a-z0-9+.-]+:|\/\/|\\\\)/i.test(target);
      if (isOutside && !(isLink && isPlainLink(target))) {
        throw new RefusedFile('file-external-link', `The file is linked to something outside of it, ${shown(target)}. Only plain web addresses in cells are taken`);
      }
      if (!isOutside && target.split('/').filter((step) => step === '..').length > part.split('/').length) throw new RefusedFile('archive-name', `The file holds a part that leads out of it, ${shown(target)}`);
    },
  });
}

/** Sheets, drawings and everything else: formulas that reach out, names that run, objects, code in pictures. */
async function requirePart(archive: Archive, part: string): Promise<void> {
  let formula = '';
  const isFormula = (name: string): boolean => name === 'f' || name === 'definedName' || name === 'formula' || name === 'formula1' || name === 'formula2';
  await scanXml(part, archive.read(part), {
    open: (tag) => {
      formula = '';
      requireTag(tag);
    },
    text: (text, within) => {
      if (isFormula(within)) formula += text;
    },
    close: (name) => {
      const why = isFormula(name) ? outsideCallIn(formula) : undefined;
      if (why !== undefined) throw new RefusedFile('file-formula-outside', `The file holds a formula that ${why}, ${shown(formula)} in ${shown(part)}`);
      formula = '';
    },
  });
}

function requireTag({ name, attributes }: XmlTag): void {
  if (name === 'definedName') {
    const runs = ['function', 'vbProcedure', 'xlm'].some((flag) => /^(1|true)$/i.test(attributes.get(flag) ?? ''));
    if (runs || /auto_?(open|close|activate|deactivate)/i.test(attributes.get('name') ?? '')) throw macros();
  }
  if ((attributes.get('macro') ?? '') !== '') throw macros();
  if (name === 'oleObject' || name === 'oleObjects' || name === 'OLEObject') throw new RefusedFile('file-embedded-object', 'The file holds another file within it (an embedded object)');
  if (name === 'ddeLink' || name === 'oleLink') throw new RefusedFile('file-external-link', 'The file is linked to another file or program. Break the links, and save it again');
  if (name === 'DataMashup') throw new RefusedFile('file-external-link', 'The file fetches its data from outside (a query). Remove the query, and save it again');
  if (/^(script|iframe|object|embed)$/i.test(name) || [...attributes.keys()].some((key) => /^on(load|click|error|mouse\w+)$/i.test(key))) {
    throw new RefusedFile('file-active-content', 'The file holds a picture or page with code in it');
  }
}

function requireAllowed(rules: readonly [RegExp, string, string][], text: string): void {
  const rule = rules.find(([pattern]) => pattern.test(text));
  if (rule) throw new RefusedFile(rule[1], rule[2]);
}

function differs(what: string): RefusedFile {
  return new RefusedFile('file-type-differs', `The name says that the file is an XLSX workbook, but it is ${what}`);
}
