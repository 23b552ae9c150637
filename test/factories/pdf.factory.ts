import { deflateSync } from 'node:zlib';

/** Options of a PDF that a test makes. */
export interface MadePdf {
  /** Entries of the catalogue, as PDF writes them. */
  catalog?: string;
  /** Entries of the page. */
  page?: string;
  /** Objects beside catalogue, pages, page and content: from number 5 on. */
  objects?: string[];
  /** The same, packed into an object stream. */
  packed?: string[];
  trailer?: string;
  before?: string;
  after?: string;
}

/** Writes a PDF object by object, so that it can hold whatever a test wants it to. */
export function pdfOf({ catalog = '', page = '', objects = [], packed = [], trailer = '', before = '', after = '' }: MadePdf = {}): Buffer {
  const drawn = 'BT /F1 24 Tf 72 720 Td (Survey) Tj ET';
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ${page} >>`,
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    ...objects,
  ];
  let text = `${before}%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n`;
  const offsets: number[] = [];
  bodies.forEach((body, index) => {
    offsets.push(text.length);
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
  });
  if (packed.length > 0) text += objectStream(bodies.length + 1, packed);
  const table = text.length;
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n${after}`;
  return Buffer.from(text, 'latin1');
}

/** Objects from a number on (the stream's own comes first), packed as PDF 1.5 can. */
export function objectStream(number: number, bodies: readonly string[], options: { data?: Buffer; filter?: string } = {}): string {
  let at = 0;
  const index = bodies.map((body, place) => {
    const entry = `${number + 1 + place} ${at}`;
    at += body.length + 1;
    return entry;
  }).join(' ');
  const data = options.data ?? deflateSync(Buffer.from(`${index} ${bodies.join(' ')}`, 'latin1'));
  const dictionary = `<< /Type /ObjStm /N ${bodies.length} /First ${index.length + 1} /Filter ${options.filter ?? '/FlateDecode'} /Length ${data.length} >>`;
  return `${number} 0 obj\n${dictionary}\nstream\n${data.toString('latin1')}\nendstream\nendobj\n`;
}
