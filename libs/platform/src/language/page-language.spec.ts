import { describe, expect, it } from '@jest/globals';
import { addressIn, languageChoice, languageOf } from './page-language.js';

describe('the choice of a language', () => {
  it.each([
    ['/?lang=cy', { language: 'cy', address: '/' }],
    ['/figures/pay?lang=en', { language: 'en', address: '/figures/pay' }],
    ['/search?q=health&lang=cy&page=2', { language: 'cy', address: '/search?q=health&page=2' }],
    ['/search?lang=cy&lang=en', { language: 'en', address: '/search' }],
    ['//evil.example/?lang=cy', { language: 'cy', address: '/evil.example/' }],
    [String.raw`/\evil.example?lang=cy`, { language: 'cy', address: '/evil.example' }],
    ['http://evil.example/?lang=cy', { language: 'cy', address: '/http://evil.example/' }],
  ])('leads from %s to the same page of this site', (address, wanted) => expect(languageChoice(address)).toEqual(wanted));

  it.each(['/', '/?lang=', '/?lang=fr', '/?lang=cy-GB', '/?lang', '/?language=cy', '/?q=lang=cy', '/lang=cy'])('is none in %s', (address) => expect(languageChoice(address)).toBeUndefined());

  it.each([
    [undefined, 'en'], ['', 'en'], ['waymark_language=cy', 'cy'], ['a=b; waymark_language=cy; c=d', 'cy'], ['waymark_language=en', 'en'],
    ['waymark_language=fr', 'en'], ['xwaymark_language=cy', 'en'], ['waymark_language=cyx', 'en'],
  ])('is read from the cookies %s as %s', (cookies, wanted) => expect(languageOf(cookies, 'waymark_language')).toBe(wanted));

  it.each([
    ['/', '/?lang=cy'], ['/search?q=a%20b', '/search?q=a%20b&lang=cy'], ['/alerts?lang=en', '/alerts?lang=cy'], ['/alerts?lang=xx&status=open', '/alerts?status=open&lang=cy'], ['//evil', '/evil?lang=cy'],
  ])('is offered on %s as %s', (address, wanted) => expect(addressIn('cy', address)).toBe(wanted));
});
