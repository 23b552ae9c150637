import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isWords, PhraseBook } from '#platform/language/phrase-book.js';
import { ambitionWords } from '#features/ambition/ambition.words.js';
import { benchmarksWords } from '#features/benchmarks/benchmarks.words.js';
import { forecastsWords } from '#features/forecasts/forecasts.words.js';
import { fundChangesWords } from '#features/funding/fund-changes.words.js';
import { fundingWords } from '#features/funding/funding.words.js';
import { placeMoneyWords } from '#features/funding/place-money.words.js';
import { mapsWords } from '#features/maps/maps.words.js';
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

/** Headings, titles, captions and heads of tables, however deep; a file's own title is the file's. */
function headsOf(words: object, under = ''): string[] {
  return Object.entries(words).flatMap(([name, value]): string[] => {
    if (name === 'file' || (name === 'csv' && typeof value === 'object')) return [];
    if (typeof value === 'object' && value !== null) return headsOf(value as object, name === 'columns' || under === 'columns' ? 'columns' : name);
    return typeof value === 'string' && (under === 'columns' || under === 'fifths' || ['heading', 'title', 'caption', 'crumb'].includes(name)) ? [value] : [];
  });
}

describe('the Welsh of fixed phrases', () => {
  it.each(TEMPLATES)('is there for each of %s', (template) => expect(fixedWords(template).filter((phrase) => !book.has(phrase) && !phrase.startsWith('–'))).toEqual([]));
  it.each<[string, object]>([
    ['maps', mapsWords], ['places beside places like them', benchmarksWords], ['funds', fundingWords], ['money of places', placeMoneyWords], ['changes beside funds', fundChangesWords], ['ambition', ambitionWords], ['forecasts', forecastsWords],
  ])('is there for each heading and head of a table of %s', (_, words) => expect(headsOf(words).filter((phrase) => !book.has(phrase))).toEqual([]));
  it('keeps every placeholder of its English', () => {
    const names = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();
    expect(Object.entries(WELSH).filter(([english, welsh]) => !/_\w+$/.test(english) && names(english).join() !== names(welsh).join())).toEqual([]);
  });
});
