import { archiveOf } from './archive.factory.js';
import { type HostileFile } from './hostile-files.factory.js';
import { odsContent, odsManifest, odsOf, relations, sheet, workbook, xlsxOf, xlsxParts, xlsxTypes } from './spreadsheet.factory.js';

type Made = readonly [what: string, says: string, make: () => Buffer];

const MACRO = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
const RELS = 'xl/worksheets/_rels/sheet1.xml.rels';
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1024 * 1024);
const formula = (text: string): Buffer => xlsxOf([{ name: 'xl/worksheets/sheet1.xml', data: sheet(`<c r="A1"><f>${text}</f><v>0</v></c>`) }]);
const linked = (type: string, target: string, mode = 'External'): Buffer => xlsxOf([{ name: RELS, data: relations([[type, target, mode]]) }]);

const XLSX: Made[] = [
  ['a bomb of one part', 'grows more than 100 times', () => xlsxOf([{ name: 'xl/media/image1.png', data: zeros(30) }])],
  ['a bomb beyond the size', 'unpacks to', () => xlsxOf([{ name: 'xl/media/a.png', data: Buffer.alloc(10), listed: { size: 250 * 1024 * 1024 } }])],
  ['a bomb that lies about its size', 'unpacks to more than the file says', () => xlsxOf([{ name: 'xl/media/a.png', data: zeros(5), listed: { size: 100 } }])],
  ['too many parts', 'at most 2,000', () => xlsxOf(Array.from({ length: 2001 }, (_, index) => ({ name: `xl/media/${index}.png`, data: '', stored: true })))],
  ['parts that share their bytes', 'share the same bytes', () => {
    const honest = xlsxParts();
    return archiveOf([...honest, { name: 'xl/media/a.png', data: 'abc', stored: true, listed: { at: 0, size: 3, packed: 3 } }]);
  }],
  ['a part that climbs out', 'leads out of it', () => xlsxOf([{ name: '../../evil.xml', data: '<a/>' }])],
  ['a part at the root', 'leads out of it', () => xlsxOf([{ name: '/etc/cron.d/x', data: 'x' }])],
  ['a part with a backslash', 'leads out of it', () => xlsxOf([{ name: 'xl\\..\\..\\evil.xml', data: '<a/>' }])],
  ['the same part twice', 'two parts of the same name', () => archiveOf([...xlsxParts(), { name: 'xl/workbook.xml', data: workbook() }])],
  ['the same part twice by case', 'two parts of the same name', () => archiveOf([...xlsxParts(), { name: 'XL/Workbook.xml', data: workbook() }])],
  ['an archive within', 'holds another archive', () => xlsxOf([{ name: 'xl/media/more.zip', data: 'PK' }])],
  ['an archive called a picture', 'holds another archive', () => xlsxOf([{ name: 'xl/media/image1.png', data: archiveOf([{ name: 'a', data: 'b' }]) }])],
  ['a program called a picture', 'holds a program', () => xlsxOf([{ name: 'xl/media/image1.png', data: Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(60)]) }])],
  ['a script within', 'a script or a web page', () => xlsxOf([{ name: 'xl/run.vbs', data: 'x' }])],
  ['an encrypted part', 'protected by a password', () => xlsxOf([{ name: 'xl/secret.xml', data: '<a/>', listed: { flags: 0x801 } }])],
  ['an unknown way of packing', 'packed in a way', () => xlsxOf([{ name: 'xl/a.xml', data: '<a/>', stored: true, listed: { method: 14 } }])],
  ['something behind the end', 'something else after the end', () => xlsxOf([], { after: Buffer.from('<script>alert(1)</script>') })],
  ['something in the comment', 'something else after the end', () => xlsxOf([], { comment: Buffer.from('%PDF-1.7') })],
  ['something between parts and list', 'something else between', () => xlsxOf([], { between: Buffer.from('%PDF-1.7 hidden, and long enough') })],
  ['two lists of parts', 'two programs would read two different files', () => xlsxOf([{ name: 'xl/a.xml', data: '<a/>', listed: { name: 'xl/b.xml' } }])],
  ['a list that cannot be read', 'damaged', () => xlsxOf().subarray(0, 700)],
  ['an ODS called XLSX', 'an OpenDocument file', () => odsOf()],
  ['a document called XLSX', 'a document or presentation', () => xlsxOf([{ name: '[Content_Types].xml', data: xlsxTypes('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml') }])],
  ['any archive called XLSX', 'a ZIP archive that is no spreadsheet', () => archiveOf([{ name: 'readme.txt', data: 'hello' }])],
  ['macros by type', 'holds macros', () => xlsxOf([{ name: '[Content_Types].xml', data: xlsxTypes(MACRO) }])],
  ['macros by part', 'holds macros', () => xlsxOf([{ name: 'xl/vbaProject.bin', data: 'x' }])],
  ['macros under another name', 'holds macros', () => xlsxOf([{ name: 'xl/_rels/workbook.xml.rels', data: relations([['worksheet', 'worksheets/sheet1.xml'], ['vbaProject', 'media/image1.png']]) }])],
  ['a sheet of old macros', 'holds macros', () => xlsxOf([{ name: 'xl/macrosheets/sheet1.xml', data: sheet('') }])],
  ['a name that runs when opened', 'holds macros', () => xlsxOf([{ name: 'xl/workbook.xml', data: workbook('<definedNames><definedName name="_xlnm.Auto_Open" hidden="1">Table!$A$1</definedName></definedNames>') }])],
  ['a link to another workbook', 'linked to another file', () => xlsxOf([{ name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink/>' }])],
  ['a remote picture', 'linked to something outside', () => linked('image', 'https://tracker.example.org/pixel.png')],
  ['a remote template', 'an embedded object', () => linked('attachedTemplate', 'https://example.org/t.xltm')],
  ['a link to a file share', 'linked to something outside', () => linked('hyperlink', '\\\\server\\share\\run.exe')],
  ['a link that runs a script', 'linked to something outside', () => linked('hyperlink', 'javascript:alert(1)')],
  ['a link written in entities', 'linked to something outside', () => linked('image', 'https://example.org/a.png', '&#69;xternal')],
  ['a data connection', 'data connection', () => xlsxOf([{ name: 'xl/connections.xml', data: '<connections/>' }])],
  ['a query in custom XML', 'a query', () => xlsxOf([{ name: 'customXml/item1.xml', data: '<DataMashup xmlns="http://schemas.microsoft.com/DataMashup">AAAA</DataMashup>' }])],
  ['an embedded object', 'an embedded object', () => xlsxOf([{ name: 'xl/embeddings/oleObject1.bin', data: 'x' }])],
  ['an ActiveX control', 'buttons or other controls', () => xlsxOf([{ name: 'xl/activeX/activeX1.xml', data: '<a/>' }])],
  ['DDE in a cell', 'asks another program (DDE)', () => formula('cmd|&apos; /c calc&apos;!A0')],
  ['a cell that fetches', 'calls WEBSERVICE', () => formula('WEBSERVICE(&quot;https://example.org&quot;)')],
  ['a cell that reads another file', 'reads another file', () => formula('[1]Sheet1!A1')],
  ['its own entities', 'declares a document type', () => xlsxOf([{ name: 'xl/workbook.xml', data: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><workbook>&x;</workbook>' }])],
  ['a part in UTF-16', 'not text in UTF-8', () => xlsxOf([{ name: 'xl/workbook.xml', data: Buffer.from(`\ufeff${workbook()}`, 'utf16le') }])],
  ['a part in UTF-7', 'only UTF-8 is read', () => xlsxOf([{ name: 'xl/workbook.xml', data: workbook().replace('UTF-8', 'UTF-7') }])],
];

const ODS: Made[] = [
  ['an XLSX called ODS', 'an Office file', () => xlsxOf()],
  ['a text document called ODS', 'another kind of OpenDocument', () => odsOf([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true }])],
  ['Basic macros', 'holds macros', () => odsOf([{ name: 'Basic/Standard/Module1.xml', data: '<a/>' }])],
  ['scripts in the content', 'holds macros', () => odsOf([{ name: 'content.xml', data: odsContent('', '<office:scripts><office:script script:language="ooo:Basic"/></office:scripts>') }])],
  ['something that runs when opened', 'holds macros', () => odsOf([{ name: 'content.xml', data: odsContent('', '<office:scripts><office:event-listeners><script:event-listener script:event-name="dom:load" xlink:href="vnd.sun.star.script:a"/></office:event-listeners></office:scripts>') }])],
  ['a password', 'protected by a password', () => odsOf([{ name: 'META-INF/manifest.xml', data: odsManifest('<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"><manifest:encryption-data/></manifest:file-entry>') }])],
  ['a linked sheet', 'linked to something outside', () => odsOf([{ name: 'content.xml', data: odsContent('<table:table-source xlink:href="../other.ods"/>') }])],
  ['a remote picture', 'linked to something outside', () => odsOf([{ name: 'content.xml', data: odsContent('<draw:frame><draw:image xlink:href="https://example.org/pixel.png"/></draw:frame>') }])],
  ['a link to a file', 'linked to something outside', () => odsOf([{ name: 'content.xml', data: odsContent('<text:p><text:a xlink:href="file:///etc/passwd">x</text:a></text:p>') }])],
  ['DDE', 'DDE', () => odsOf([{ name: 'content.xml', data: odsContent('<office:dde-source office:dde-application="cmd"/>') }])],
  ['a cell that fetches', 'calls WEBSERVICE', () => odsOf([{ name: 'content.xml', data: odsContent('<table:table-row><table:table-cell table:formula="of:=WEBSERVICE(&quot;https://example.org&quot;)"/></table:table-row>') }])],
  ['an embedded program', 'an embedded object', () => odsOf([{ name: 'content.xml', data: odsContent('<draw:frame><draw:object-ole xlink:href="./Object 1"/></draw:frame>') }])],
  ['an embedded document', 'an embedded object', () => odsOf([{ name: 'META-INF/manifest.xml', data: odsManifest('<manifest:file-entry manifest:full-path="Object 1/" manifest:media-type="application/vnd.oasis.opendocument.text"/>') }])],
];

const files = (kind: 'xlsx' | 'ods', made: readonly Made[]): HostileFile[] => made.map(([what, says, make]) => ({ what: `${what} (${kind})`, name: `table.${kind}`, says, make }));

/** Workbooks and sheets that do or hide something. */
export const HOSTILE_SPREADSHEETS: readonly HostileFile[] = [...files('xlsx', XLSX), ...files('ods', ODS)];
