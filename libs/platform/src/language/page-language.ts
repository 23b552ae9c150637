/** The languages that a visitor may read the public pages in; English where none is chosen. */
export type PageLanguage = 'en' | 'cy';

/** What pages and answers call each language (BCP 47). */
export const LANGUAGE_TAGS: Record<PageLanguage, string> = { en: 'en-GB', cy: 'cy' };

/** Each language's own name, for the link that switches to it. */
export const LANGUAGE_NAMES: Record<PageLanguage, string> = { en: 'English', cy: 'Cymraeg' };

/** The part of an address that chooses a language. */
export const LANGUAGE_PARAMETER = 'lang';

export function isPageLanguage(value: unknown): value is PageLanguage {
  return value === 'en' || value === 'cy';
}

/** @param isHttps whether cookies may be bound to the host */
export function languageCookie(isHttps: boolean): string {
  return isHttps ? '__Host-waymark_language' : 'waymark_language';
}

/** The language that a browser's cookies name. @param cookies the `Cookie` header */
export function languageOf(cookies: string | undefined, name: string): PageLanguage {
  const value = cookies?.split(';').map((part) => part.trim()).find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
  return isPageLanguage(value) ? value : 'en';
}

/**
 * The address that an address with `lang` leads to: the same one of this site without it, and the language; undefined where
 * it names no language of ours. A path that begins with two slashes would be another site's address to a browser.
 */
export function languageChoice(address: string): { language: PageLanguage; address: string } | undefined {
  const mark = address.indexOf('?');
  if (mark < 0) return undefined;
  const parts = address.slice(mark + 1).split('&');
  const chosen = parts.filter(isChoice).map((part) => part.slice(LANGUAGE_PARAMETER.length + 1));
  const language = chosen.at(-1);
  if (!isPageLanguage(language)) return undefined;
  const rest = parts.filter((part) => part !== '' && !isChoice(part)).join('&');
  return { language, address: `/${address.slice(0, mark).replace(/^[/\\]+/, '')}${rest ? `?${rest}` : ''}` };
}

/** The address of the same page that chooses a language. @param address of this site, with or without a question */
export function addressIn(language: PageLanguage, address: string): string {
  const [path = '', question = ''] = [address.split('?', 1)[0], address.includes('?') ? address.slice(address.indexOf('?') + 1) : ''];
  const rest = question.split('&').filter((part) => part !== '' && !isChoice(part));
  return `/${path.replace(/^[/\\]+/, '')}?${[...rest, `${LANGUAGE_PARAMETER}=${language}`].join('&')}`;
}

function isChoice(part: string): boolean {
  return part === LANGUAGE_PARAMETER || part.startsWith(`${LANGUAGE_PARAMETER}=`);
}
