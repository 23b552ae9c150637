import { describe, expect, it } from '@jest/globals';
import { isOffTrackOrWorse, isOnTrackOrBetter, VERDICT_SLUGS } from '#domain/judgements/verdict.js';
import { besideTag, verdictTag } from './verdict-tag.js';

describe('verdictTag', () => {
  it.each(VERDICT_SLUGS)('says %s in words; only what is on track is green and only what is off track red', (verdict) => {
    const { text, classes } = verdictTag(verdict);
    expect(text).toMatch(/^[A-Z][a-z ]+$/);
    expect(classes === 'govuk-tag--green').toBe(isOnTrackOrBetter(verdict));
    expect(classes === 'govuk-tag--red').toBe(isOffTrackOrWorse(verdict));
  });
});

describe('besideTag', () => {
  it.each([
    ['off track on 1 of 2', 'on 1 of 2'],
    ['off track, and 1 term is not defined', 'and 1 term is not defined'],
    ['off track', ''],
    ['the one target cannot be judged', 'the one target cannot be judged'],
  ])('of “%s” leaves “%s”', (summary, rest) => {
    expect(besideTag('off-track', summary)).toBe(rest);
  });
});
