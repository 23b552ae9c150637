import { type PageLanguage } from '#platform/language/page-language.js';
import { type PhraseBook } from '#platform/language/phrase-book.js';
import { translatedText } from '#platform/language/translated-text.js';
import { type MailWords } from './subscriptions.words.js';

/** A mail in the language in which its reader subscribed: its fixed phrases, not what departments and the council wrote. */
export function mailIn(language: PageLanguage, { subject, body }: MailWords, book: PhraseBook): MailWords {
  return language === book.language ? { subject: translatedText(subject, book), body: translatedText(body, book) } : { subject, body };
}
