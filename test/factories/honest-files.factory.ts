import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { odsContent, odsManifest, odsOf, relations, sheet, xlsxOf } from './spreadsheet.factory.js';

/** A file that must be taken. */
export interface HonestFile {
  what: string;
  name: string;
  make: () => Promise<Buffer> | Buffer;
}

const RELS = 'xl/worksheets/_rels/sheet1.xml.rels';
const formula = (text: string): Buffer => xlsxOf([{ name: 'xl/worksheets/sheet1.xml', data: sheet(`<c r="A1"><f>${text}</f><v>0</v></c>`) }]);

/** What departments send every day, made by the libraries that others use too. */
export const HONEST_FILES: readonly HonestFile[] = [
  { what: 'a CSV in UTF-8', name: 'table.csv', make: () => Buffer.from('\ufeffarea,value\r\n"Leeds, city",-2.5\r\nCôte,+3 %\r\n') },
  { what: 'a CSV in Windows-1252', name: 'table.csv', make: () => Buffer.from([0x61, 0x2c, 0x80, 0x2c, 0xe9, 0x0d, 0x0a]) },
  { what: 'a CSV with comparisons in its words', name: 'table.csv', make: () => Buffer.from('group,note\nage <5,"a < b > c, <none>"\n') },
  { what: 'a CSV with formulas', name: 'table.csv', make: () => Buffer.from('a,b\n=SUM(A1:A2),@x\n') },
  { what: 'a workbook', name: 'book.xlsx', make: () => workbookOf(['Area', 'Value'], ['Leeds', 61.5], [new Date('2026-01-01'), true]) },
  { what: 'a workbook of many rows', name: 'book.xlsx', make: () => workbookOf(...Array.from({ length: 5_000 }, (_, row) => [`Area ${row}`, row * 1.5])) },
  { what: 'a workbook with a web link', name: 'book.xlsx', make: () => xlsxOf([{ name: RELS, data: relations([['hyperlink', 'https://www.gov.uk/', 'External'], ['hyperlink', 'mailto:stats@example.org', 'External']]) }]) },
  { what: 'a workbook with formulas of its own', name: 'book.xlsx', make: () => formula('SUM(Table1[2019],Table!A1:A9)*IF(A1=&quot;a|b&quot;,1,2)') },
  { what: 'a workbook with a link formula', name: 'book.xlsx', make: () => formula('HYPERLINK(&quot;https://www.gov.uk/&quot;,&quot;GOV.UK&quot;)') },
  { what: 'a spreadsheet', name: 'book.ods', make: () => odsOf() },
  { what: 'a spreadsheet with a web link and a formula', name: 'book.ods', make: () => odsOf([{ name: 'content.xml', data: odsContent('<table:table-row><table:table-cell table:formula="of:=SUM([.A1:.A9])"><text:p><text:a xlink:href="https://www.gov.uk/">GOV.UK</text:a></text:p></table:table-cell></table:table-row>') }]) },
  { what: 'a spreadsheet with a chart', name: 'book.ods', make: () => odsOf([
    { name: 'content.xml', data: odsContent('<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame>') },
    { name: 'Object 1/content.xml', data: odsContent() },
    { name: 'META-INF/manifest.xml', data: odsManifest('<manifest:file-entry manifest:full-path="Object 1/" manifest:media-type="application/vnd.oasis.opendocument.chart"/>') },
  ]) },
  { what: 'a PDF', name: 'report.pdf', make: () => pdf({ useObjectStreams: false }) },
  { what: 'a PDF with packed objects', name: 'report.pdf', make: () => pdf({ useObjectStreams: true }) },
  { what: 'a PDF with a form', name: 'form.pdf', make: () => pdf({ useObjectStreams: true }, (document) => void document.getForm().createTextField('name').setText('Leeds')) },
  { what: 'a PDF with a web link and a place to open at', name: 'report.pdf', make: () => pdf({ useObjectStreams: true }, linked) },
  { what: 'a PDF that speaks of scripts', name: 'report.pdf', make: () => pdf({ useObjectStreams: true }, (document) => document.setTitle('How /JavaScript and /Launch are refused')) },
];

async function workbookOf(...rows: (string | number | boolean | Date)[][]): Promise<Buffer> {
  const cells: SheetData = rows.map((row) => row.map((value) => (value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : value)));
  return writeExcelFile(cells).toBuffer();
}

async function pdf(options: { useObjectStreams: boolean }, change: (document: PDFDocument) => void = () => undefined): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= 3; number += 1) document.addPage().drawText(`Survey of heads, page ${number}`, { font, size: 24, x: 50, y: 700 });
  change(document);
  return Buffer.from(await document.save(options));
}

function linked(document: PDFDocument): void {
  const { context } = document;
  const [page] = document.getPages();
  const link = context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: { S: 'URI', URI: PDFString.of('https://www.gov.uk/') } });
  page?.node.set(PDFName.of('Annots'), context.obj([context.register(link)]));
  if (page) document.catalog.set(PDFName.of('OpenAction'), context.obj([page.ref, PDFName.of('Fit')]));
}
