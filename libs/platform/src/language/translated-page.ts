import { decode, encode } from 'html-entities';
import { isWords, type PhraseBook, type Stretch } from './phrase-book.js';

/** Scripts, comments and tags; what lies between them is text. */
const MARKUP = /(<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\2>|<!(?:[^>])*>|<(?:"[^"]*"|'[^']*'|[^'">])*>)/;
const VOID = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
/** Attributes that people hear or read. */
const SPOKEN = / (aria-label|data-label|title|placeholder|alt)="([^"]*)"/g;
/** Elements that hold text alone, or no HTML: a stretch of another language cannot be marked within. */
const TEXT_ONLY = new Set(['title', 'option', 'textarea', 'svg', 'text', 'tspan', 'desc', 'style']);

interface Open {
  name: string;
  /** Where its tag is in the pieces of the page. */
  at: number;
  /** In a language of its own, which stays: a quotation, a name, the link to the other language. */
  isForeign: boolean;
  isTextOnly: boolean;
}

/**
 * A page in the language of a book: its fixed phrases translated, and everything else marked as English, so that a screen
 * reader speaks each in its own language (WCAG 3.1.2). Done with the finished page, because only there a phrase stands whole.
 */
export function translatedPage(html: string, book: PhraseBook): string {
  const pieces = html.split(MARKUP).filter((_, index) => index % 3 !== 2);
  const stack: Open[] = [];
  for (const [index, piece] of pieces.entries()) {
    const around = stack.at(-1);
    if (index % 2 === 1) pieces[index] = tagOf(piece, index, stack, book);
    else if (around && !around.isForeign && around.name !== 'textarea') settle(pieces, index, around, book);
  }
  return pieces.join('');
}

/** Keeps the open elements and gives the tag with its spoken attributes translated. */
function tagOf(tag: string, at: number, stack: Open[], book: PhraseBook): string {
  const [, closing = '', name = ''] = /^<(\/?)([a-z][\w-]*)/i.exec(tag) ?? [];
  if (!name || name === 'script' || (name === 'style' && tag.endsWith('</style>'))) return tag;
  if (closing) {
    stack.splice(stack.findLastIndex((open) => open.name === name));
    return tag;
  }
  const around = stack.at(-1);
  const isForeign = (around?.isForeign ?? false) || (name !== 'html' && / lang="/.test(tag));
  const isTextOnly = (around?.isTextOnly ?? false) || TEXT_ONLY.has(name);
  if (!VOID.has(name) && !tag.endsWith('/>')) stack.push({ name, at, isForeign, isTextOnly });
  if (isForeign) return tag;
  const spoken = tag.replace(SPOKEN, (whole, attribute: string, value: string) => {
    const stretches = book.translate(decode(value).trim());
    return stretches ? ` ${attribute}="${encode(stretches.map(({ text }) => text).join(''))}"` : whole;
  });
  return name === 'html' ? spoken.replace(/ lang="[^"]*"/, ` lang="${book.language}"`) : spoken;
}

function settle(pieces: string[], index: number, around: Open, book: PhraseBook): void {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(pieces[index] ?? '') ?? [];
  if (!words) return;
  const phrase = decode(words).replace(/\s+/g, ' ');
  const stretches: readonly Stretch[] = book.translate(phrase) ?? [{ text: phrase, isTranslated: !isWords(phrase) }];
  const isEnglish = stretches.every(({ text, isTranslated }) => !isTranslated || !isWords(text)) && stretches.some(({ isTranslated }) => !isTranslated);
  const fillsElement = around.at === index - 1 && new RegExp(`^</${around.name}>`).test(pieces[index + 1] ?? '');
  if (isEnglish) {
    if (fillsElement) pieces[around.at] = (pieces[around.at] ?? '').replace(/^<[\w-]+/, '$& lang="en"');
    else if (!around.isTextOnly) pieces[index] = `${before}<span lang="en">${words}</span>${after}`;
    return;
  }
  if (stretches.some(({ isTranslated }) => !isTranslated) && !around.isTextOnly) {
    pieces[index] = before + stretches.map(({ text, isTranslated }) => (isTranslated ? encode(text) : `<span lang="en">${encode(text)}</span>`)).join('') + after;
  } else pieces[index] = before + encode(stretches.map(({ text }) => text).join('')) + after;
}
