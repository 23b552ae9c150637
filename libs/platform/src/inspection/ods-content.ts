import { type Archive, shown } from './archive.js';
import { isPlainLink, outsideCallIn } from './link-target.js';
import { RefusedFile } from './refused-file.error.js';
import { scanXml, type XmlTag } from './xml-scan.js';

const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';
const CHART = 'application/vnd.oasis.opendocument.chart';
const MANIFEST = 'META-INF/manifest.xml';
const macros = (): RefusedFile => new RefusedFile('file-macros', 'The file holds macros (scripts). Save it without them');
const linked = (target: string): RefusedFile => new RefusedFile('file-external-link', `The file is linked to something outside of it, ${shown(target)}. Only plain web addresses in cells are taken`);

/** @throws RefusedFile where the archive is no plain ODS spreadsheet */
export async function requireOds(archive: Archive): Promise<void> {
  if (!archive.has('mimetype')) throw differs(archive.has('[Content_Types].xml') ? 'an Office file (XLSX, DOCX)' : 'a ZIP archive that is no spreadsheet');
  const type = (await archive.whole('mimetype', 200)).toString('latin1').trim();
  if (type !== SPREADSHEET) throw differs(type.startsWith('application/vnd.oasis.opendocument') ? 'another kind of OpenDocument file' : 'something else');
  for (const { name } of archive.parts) {
    if (/^(Basic|Scripts|Dialogs|VBA|_VBA)/i.test(name) || /(^|\/)(script-l[cb]|dialog-l[cb])\.xml$/i.test(name)) throw macros();
  }
  await requireManifest(archive);
  for (const { name } of archive.parts) {
    if (/\.(xml|rdf|svg)$/i.test(name)) await scanXml(name, archive.read(name), { open: (tag) => requireTag(tag, name) });
    else if (!name.endsWith('/')) await archive.requireHarmless(name);
  }
}

async function requireManifest(archive: Archive): Promise<void> {
  await scanXml(MANIFEST, archive.read(MANIFEST), {
    open: ({ name, attributes }) => {
      if (/^(encryption-data|encrypted-key|keyinfo)$/i.test(name)) throw new RefusedFile('file-encrypted', 'The file is protected by a password. Save it without one');
      const [type, path] = [attributes.get('media-type') ?? '', attributes.get('full-path') ?? ''];
      const isObject = type.startsWith('application/vnd.oasis.opendocument') && path !== '/';
      if ((isObject && type !== CHART) || /vnd\.sun\.star\.oleobject|x-openoffice.*ole/i.test(type)) throw new RefusedFile('file-embedded-object', 'The file holds another file within it (an embedded object)');
    },
  });
}

function requireTag({ name, fullName, attributes }: XmlTag, part: string): void {
  if (name === 'event-listener' || fullName === 'office:script' || (name === 'script' && part !== 'settings.xml')) throw macros();
  if (/^on(load|click|error)$/i.test([...attributes.keys()].find((key) => /^on/i.test(key)) ?? '')) throw new RefusedFile('file-active-content', 'The file holds a picture or page with code in it');
  if (name === 'dde-source' || name === 'dde-link' || name === 'dde-connection-decl') throw new RefusedFile('file-external-link', 'The file asks another program for its data (DDE). Break the link, and save it again');
  if (/^database-source-|^(database-display|connection-data|data-source)/.test(name) || name === 'data-pilot-source-service' || name === 'source-service') {
    throw new RefusedFile('file-external-link', 'The file fetches its data from outside (a database). Remove the connection, and save it again');
  }
  if (/^(object-ole|applet|plugin|floating-frame)$/.test(name)) throw new RefusedFile('file-embedded-object', 'The file holds another file within it (an embedded object)');
  if (name === 'error-macro' && attributes.get('execute') === 'true') throw macros();
  requireLink(name, attributes.get('href'));
  const formula = attributes.get('formula') ?? attributes.get('condition') ?? attributes.get('expression');
  const why = formula === undefined ? undefined : outsideCallIn(formula.replace(/^(of|oooc|msoxl):/, ''));
  if (why !== undefined) throw new RefusedFile('file-formula-outside', `The file holds a formula that ${why}, ${shown(formula ?? '')}`);
}

/** Words in a cell may link to the web; everything else may lie in the file alone. */
function requireLink(name: string, target: string | undefined): void {
  if (target === undefined || target === '') return;
  const isWithin = /^(\.\/)?[^:/\\.][^:\\]*$/.test(target) && !target.split('/').includes('..');
  if (name === 'a') {
    if (!isPlainLink(target)) throw linked(target);
  } else if (!(isWithin || target.startsWith('#')) || /^(table-source|cell-range-source|form)$/.test(name)) throw linked(target);
}

function differs(what: string): RefusedFile {
  return new RefusedFile('file-type-differs', `The name says that the file is an ODS spreadsheet, but it is ${what}`);
}
