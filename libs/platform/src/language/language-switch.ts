import { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { addressIn, LANGUAGE_NAMES, LANGUAGE_TAGS, languageChoice, languageCookie, languageOf, type PageLanguage } from './page-language.js';
import { type PhraseBook } from './phrase-book.js';
import { translatedPage } from './translated-page.js';

/** A year, the longest that a choice is kept for. Milliseconds. */
const KEPT_MS = 365 * 24 * 60 * 60 * 1000;

interface Switch {
  href: string;
  text: string;
  lang: PageLanguage;
}

type Rendered = (error: Error, html: string) => void;

/**
 * Lets visitors choose the language of public pages. `?lang=` on any page leads to the same page in that language; the choice
 * lies in a cookie of the browser alone. Whoever is signed in works in English. Before the routes, after the sessions.
 * @param bookOf the phrases, undefined in a process that has no pages
 */
export function languageSwitch({ isHttps, bookOf }: { isHttps: boolean; bookOf: () => PhraseBook | undefined }): RequestHandler {
  const cookie = languageCookie(isHttps);
  return (request: Request, response: Response, next: NextFunction) => {
    const choice = request.method === 'GET' || request.method === 'HEAD' ? languageChoice(request.originalUrl) : undefined;
    if (choice) {
      response.cookie(cookie, choice.language, { maxAge: KEPT_MS, httpOnly: true, sameSite: 'lax', secure: isHttps, path: '/' });
      response.redirect(303, choice.address);
      return;
    }
    const book = bookOf();
    if (book) renderInLanguage(request, response, languageOf(request.headers.cookie, cookie), book);
    next();
  };
}

/** The language that a page is answered in. */
export function answeredLanguage(request: Request, response: Response): PageLanguage {
  return request.session?.userId === undefined && response.locals['language'] === 'cy' ? 'cy' : 'en';
}

/** The link to the other language. @param address of the page, with what of its question belongs to it */
export function switchFrom(language: PageLanguage, address: string): Switch {
  const other = language === 'cy' ? 'en' : 'cy';
  return { href: addressIn(other, address), text: LANGUAGE_NAMES[other], lang: other };
}

function renderInLanguage(request: Request, response: Response, language: PageLanguage, book: PhraseBook): void {
  response.locals['language'] = language;
  const render = response.render.bind(response) as (view: string, options: object, done: (error: Error | null, html?: string) => void) => void;
  response.render = (view: string, options?: object | Rendered, callback?: Rendered): void => {
    const done = callback ?? (typeof options === 'function' ? (options as Rendered) : undefined);
    const model = typeof options === 'object' ? options : {};
    const answered = answeredLanguage(request, response);
    // a form that came back has no address that can be asked for
    if (request.session?.userId === undefined && request.method === 'GET') response.locals['languageSwitch'] ??= switchFrom(answered, request.originalUrl);
    render(view, model, (error, html) => {
      const page = html !== undefined && answered === 'cy' ? translatedPage(html, book) : html;
      if (done) (done as (error: Error | null, html?: string) => void)(error, page);
      else if (error) request.next?.(error);
      else response.set('Content-Language', LANGUAGE_TAGS[answered]).send(page);
    });
  };
}
