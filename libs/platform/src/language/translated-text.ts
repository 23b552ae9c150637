import { type PhraseBook } from './phrase-book.js';

/** Plain text in the language of a book, line by line; what is not in the book stays English. */
export function translatedText(text: string, book: PhraseBook): string {
  return text.split('\n').map((line) => book.translate(line)?.map((stretch) => stretch.text).join('') ?? line).join('\n');
}
