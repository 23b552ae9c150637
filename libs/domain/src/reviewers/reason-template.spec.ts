import { describe, expect, it } from '@jest/globals';
import { reasonTemplateFaults, withTemplate } from './reason-template.js';

describe('a template of a reason', () => {
  it.each<[string, { title?: string; section?: string | null; text?: string }, string[]]>([
    ['whole', {}, []],
    ['for a section', { section: 'narrative' }, []],
    ['for none that there is', { section: 'poetry' }, ['section-unknown']],
    ['without words', { title: ' ', text: ' ' }, ['title-missing', 'text-missing']],
    ['too long', { title: 'x'.repeat(121), text: 'x'.repeat(5001) }, ['title-too-long', 'text-too-long']],
    ['as long as it may be', { title: 'x'.repeat(120), text: 'x'.repeat(5000) }, []],
  ])('%s', (_, given, codes) => {
    expect(reasonTemplateFaults({ title: 'Cause', section: null, text: 'Name the cause.', ...given }, ['narrative', 'rating']).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['', 'Name the cause.', 'Name the cause.'],
    ['By when?\n', 'Name the cause.', 'By when?\n\nName the cause.'],
    ['Name the cause. And its size.', 'Name the cause.', 'Name the cause. And its size.'],
  ])('put into %j', (typed, template, expected) => {
    expect(withTemplate(typed, template)).toBe(expected);
    expect(withTemplate(withTemplate(typed, template), template)).toBe(expected);
  });
});
