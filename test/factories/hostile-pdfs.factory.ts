import { deflateSync } from 'node:zlib';
import { archiveOf } from './archive.factory.js';
import { type HostileFile } from './hostile-files.factory.js';
import { type MadePdf, objectStream, pdfOf } from './pdf.factory.js';

const SCRIPT = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
const annotation = (entries: string): MadePdf => ({ page: '/Annots [5 0 R]', objects: [`<< /Type /Annot /Rect [0 0 9 9] ${entries} >>`] });
const inPieces = (object: string): Buffer => {
  const honest = pdfOf().toString('latin1');
  return Buffer.from(honest.replace('xref\n', `${object}xref\n`), 'latin1');
};

const PDFS: (readonly [what: string, says: string, make: () => Buffer])[] = [
  ['a script that runs when opened', 'holds JavaScript', () => pdfOf({ catalog: `/OpenAction ${SCRIPT}` })],
  ['a script by name', 'holds JavaScript', () => pdfOf({ catalog: `/Names << /JavaScript << /Names [(a) 5 0 R] >> >>`, objects: [SCRIPT] })],
  ['a script in hex', 'holds JavaScript', () => pdfOf({ catalog: '/OpenAction 5 0 R', objects: ['<< /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>'] })],
  ['a script in packed objects', 'holds JavaScript', () => pdfOf({ catalog: '/OpenAction 6 0 R', packed: [SCRIPT] })],
  ['a script that a later object hides', 'holds JavaScript', () => inPieces(`9 0 obj\n${SCRIPT}\nendobj\n9 0 obj\n<< >>\nendobj\n`)],
  ['packed objects packed twice', 'hides what they do', () => inPieces(objectStream(9, [SCRIPT], { filter: '[/ASCII85Decode /FlateDecode]' }))],
  ['packed objects that fill a memory', 'grow far beyond', () => inPieces(objectStream(9, ['<< >>'], { data: deflateSync(Buffer.alloc(80 * 1024 * 1024, 0x20)) }))],
  ['packed objects that are broken', 'cannot be unpacked', () => inPieces(objectStream(9, ['<< >>'], { data: Buffer.from('no deflate at all') }))],
  ['something done at every page', 'does something by itself', () => pdfOf({ page: '/AA << /O << /S /Named /N /Print >> >>' })],
  ['something else than a place when opened', 'does something by itself', () => pdfOf({ catalog: '/OpenAction << /S /Named /N /Print >>' })],
  ['a program that is started', 'starts another program', () => pdfOf(annotation('/Subtype /Link /A << /S /Launch /F (calc.exe) >>'))],
  ['another file that is opened', 'linked to another file', () => pdfOf(annotation('/Subtype /Link /A << /S /GoToR /F (\\\\\\\\server\\\\share\\\\x.pdf) /D [0 /Fit] >>'))],
  ['a link that runs a script', 'no web address', () => pdfOf(annotation('/Subtype /Link /A << /S /URI /URI (javascript:alert) >>'))],
  ['a link to a file', 'no web address', () => pdfOf(annotation('/Subtype /Link /A << /S /URI /URI (file:///etc/passwd) >>'))],
  ['a file within', 'holds other files', () => pdfOf({ catalog: '/Names << /EmbeddedFiles << /Names [(a.exe) 5 0 R] >> >>', objects: ['<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>', '<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream'] })],
  ['a file pinned to a page', 'holds other files', () => pdfOf(annotation('/Subtype /FileAttachment /FS 6 0 R'))],
  ['a portfolio', 'portfolio', () => pdfOf({ catalog: '/Collection << /View /T >>' })],
  ['an XFA form', 'XFA form', () => pdfOf({ catalog: '/AcroForm << /XFA 5 0 R /Fields [] >>', objects: ['<< /Length 6 >>\nstream\n<xfa/>\nendstream'] })],
  ['a form that sends itself', 'sends or fetches data', () => pdfOf(annotation('/Subtype /Link /A << /S /SubmitForm /F << /FS /URL /F (https://example.org) >> >>'))],
  ['a video', 'video, sound or 3D', () => pdfOf(annotation('/Subtype /RichMedia'))],
  ['a 3D model', 'video, sound or 3D', () => pdfOf(annotation('/Subtype /3D'))],
  ['a part read from another file', 'a part of itself from another file', () => pdfOf({ objects: ['<< /Length 0 /F (https://example.org/x) >>\nstream\n\nendstream'] })],
  ['a password', 'protected by a password', () => pdfOf({ trailer: '/Encrypt << /Filter /Standard /V 2 /R 3 /P -44 /O (x) /U (y) >>' })],
  ['an archive behind its end', 'behind its end', () => Buffer.concat([pdfOf(), archiveOf([{ name: 'run.js', data: 'x' }])])],
  ['an archive that ends as a PDF does', 'ZIP archive at the same time', () => Buffer.concat([pdfOf(), archiveOf([{ name: 'run.js', data: 'x' }], { comment: Buffer.from('\n%%EOF\n') })])],
  ['a web page in its head', 'web page at the same time', () => Buffer.from(pdfOf().toString('latin1').replace('%PDF-1.7\n', '%PDF-1.7\n%<html><script>alert(1)</script></html>\n'), 'latin1')],
  ['something before its beginning', 'its content is something else', () => pdfOf({ before: 'GIF no\n' })],
  ['no end', 'its end is missing', () => pdfOf().subarray(0, 300)],
  ['an object that is none', 'damaged', () => inPieces('9 0 obj\n<< /A [ << >> \nendobj\n')],
  ['no pages', 'damaged', () => Buffer.from('%PDF-1.7\ntrailer\n<< /Size 1 >>\nstartxref\n9\n%%EOF\n')],
  ['objects within each other without end', 'damaged', () => pdfOf({ objects: [`${'['.repeat(20_000)}${']'.repeat(20_000)}`] })],
];

/** PDFs that do or hide something. */
export const HOSTILE_PDFS: readonly HostileFile[] = PDFS.map(([what, says, make]) => ({ what: `${what} (pdf)`, name: 'report.pdf', says, make }));
