import { archiveOf, type MadeArchive, type MadePart } from './archive.factory.js';

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const ODS = 'application/vnd.oasis.opendocument.spreadsheet';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

/** The least that a workbook holds; a part of the same name replaces the usual one. */
export function xlsxParts(extra: MadePart[] = []): MadePart[] {
  const usual: MadePart[] = [
    { name: '[Content_Types].xml', data: xlsxTypes() },
    { name: '_rels/.rels', data: relations([['officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', data: workbook() },
    { name: 'xl/_rels/workbook.xml.rels', data: relations([['worksheet', 'worksheets/sheet1.xml']]) },
    { name: 'xl/worksheets/sheet1.xml', data: sheet('<c r="A1" t="inlineStr"><is><t>Pupils</t></is></c>') },
  ];
  return [...usual.filter(({ name }) => !extra.some((part) => part.name === name)), ...extra];
}

export function xlsxOf(extra: MadePart[] = [], archive?: MadeArchive): Buffer {
  return archiveOf(xlsxParts(extra), archive);
}

export function xlsxTypes(main = `${SHEET}.sheet.main+xml`, more = ''): string {
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET}.worksheet+xml"/>${more}</Types>`;
}

/** @param listed type, target and perhaps the target's mode of each */
export function relations(listed: readonly (readonly [string, string, string?])[]): string {
  const lines = listed.map(([type, target, mode], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`);
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}

export function workbook(more = ''): string {
  return `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="Table" sheetId="1" r:id="rId1"/></sheets>${more}</workbook>`;
}

export function sheet(cells: string, more = ''): string {
  return `${HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheetData><row r="1">${cells}</row></sheetData>${more}</worksheet>`;
}

/** The least that an OpenDocument spreadsheet holds. */
export function odsParts(extra: MadePart[] = []): MadePart[] {
  const usual: MadePart[] = [
    { name: 'mimetype', data: ODS, stored: true },
    { name: 'content.xml', data: odsContent() },
    { name: 'META-INF/manifest.xml', data: odsManifest() },
  ];
  return [...usual.filter(({ name }) => !extra.some((part) => part.name === name)), ...extra];
}

export function odsOf(extra: MadePart[] = [], archive?: MadeArchive): Buffer {
  return archiveOf(odsParts(extra), archive);
}

export function odsManifest(more = ''): string {
  return `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${ODS}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>${more}</manifest:manifest>`;
}

/** @param within the table's rows @param before what stands before the body */
export function odsContent(within = '<table:table-row><table:table-cell office:value-type="string"><text:p>Pupils</text:p></table:table-cell></table:table-row>', before = ''): string {
  const names = ['office', 'table', 'text', 'script', 'draw', 'form'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ');
  return `${HEAD}<office:document-content ${names} xmlns:xlink="http://www.w3.org/1999/xlink">${before}<office:body><office:spreadsheet><table:table table:name="Table">${within}</table:table></office:spreadsheet></office:body></office:document-content>`;
}
