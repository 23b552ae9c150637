import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isWords, PhraseBook } from '#platform/language/phrase-book.js';
import { WELSH } from './welsh.js';

const TEMPLATES = [
  'platform/src/pages/views/layout.njk', 'platform/src/pages/views/problem.njk', 'features/src/frameworks/web/views/home.njk', 'features/src/departments/web/views/list.njk', 'features/src/departments/web/views/show.njk',
  'features/src/alerts/web/views/list.njk', 'features/src/alerts/web/views/show.njk', 'features/src/places/web/views/show.njk', 'features/src/calendar/web/views/calendar.njk', 'features/src/consultations/web/views/list.njk',
];
const book = new PhraseBook('cy', WELSH);

/** The words that stand in a template itself. */
function fixedWords(template: string): string[] {
  const source = readFileSync(path.resolve('libs', template), 'utf8').replace(/\{#[\s\S]*?#\}|\{%[\s\S]*?%\}/g, '').replace(/\{\{[\s\S]*?\}\}/g, '\uE000');
  return source.split(/<[^>]*>|\uE000/).map((text) => text.replace(/\s+/g, ' ').trim()).filter(isWords);
}

describe('the Welsh of fixed phrases', () => {
  it.each(TEMPLATES)('is there for each of %s', (template) => expect(fixedWords(template).filter((phrase) => !book.has(phrase) && !phrase.startsWith('–'))).toEqual([]));
  it('keeps every placeholder of its English', () => {
    const names = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();
    expect(Object.entries(WELSH).filter(([english, welsh]) => !/_\w+$/.test(english) && names(english).join() !== names(welsh).join())).toEqual([]);
  });
});
