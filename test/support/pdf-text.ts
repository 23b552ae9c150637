import { decodePDFRawStream, PDFArray, PDFDict, type PDFDocument, PDFName, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib';

/** What the signs of a font stand for, by their codes in hex, as its `ToUnicode` says. */
type Signs = ReadonlyMap<string, string>;

/** The text of each page in the order in which Chromium drew it. Fonts are those of two bytes a sign; blanks are where the PDF has some. */
export function textsOfPages(pdf: PDFDocument): string[] {
  return pdf.getPages().map((page) => {
    const fonts = fontsOf(page);
    let signs: Signs = new Map();
    const pieces: string[] = [];
    for (const [, font, hex] of contentOf(page).matchAll(/\/(\w+)\s+[\d.]+\s+Tf|<([0-9A-Fa-f]+)>/g)) {
      if (font !== undefined) signs = fonts.get(font) ?? new Map();
      else pieces.push((hex ?? '').toUpperCase().replaceAll(/.{4}/g, (code) => signs.get(code) ?? ''));
    }
    return pieces.join('');
  });
}

function contentOf({ node }: PDFPage): string {
  const contents = node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : [contents];
  return streams.map(textOf).join('\n');
}

function fontsOf({ node }: PDFPage): Map<string, Signs> {
  const fonts = node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
  return new Map((fonts?.keys() ?? []).map((name) => {
    const map = fonts?.lookup(name, PDFDict).lookup(PDFName.of('ToUnicode'));
    return [name.asString().slice(1), signsOf(textOf(map))];
  }));
}

/** The two ways in which a character map lists signs: one by one, and by ranges that count up. */
function signsOf(map: string): Signs {
  const signs = new Map<string, string>();
  const textOfHex = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of map.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of block.matchAll(/<(\w{4})>\s*<(\w+)>/g)) signs.set(code.toUpperCase(), textOfHex(to));
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, from = '', until = '', to = ''] of block.matchAll(/<(\w{4})>\s*<(\w{4})>\s*<(\w{4})>/g)) {
      const [first, last, start] = [from, until, to].map((hex) => Number.parseInt(hex, 16)) as [number, number, number];
      for (let code = first; code <= last; code += 1) signs.set(code.toString(16).padStart(4, '0').toUpperCase(), String.fromCodePoint(start + code - first));
    }
  }
  return signs;
}

function textOf(stream: unknown): string {
  return stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : '';
}
