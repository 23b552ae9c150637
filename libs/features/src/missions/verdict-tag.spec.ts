import { describe, expect, it } from '@jest/globals';
import { isOffTrackOrWorse, isOnTrackOrBetter, VERDICT_SLUGS } from '#domain/judgements/verdict.js';
import { verdictTag } from './verdict-tag.js';

describe('verdictTag', () => {
  it.each(VERDICT_SLUGS)('says %s in words; only what is on track is green and only what is off track red', (verdict) => {
    const { text, classes } = verdictTag(verdict);
    expect(text).toMatch(/^[A-Z][a-z ]+$/);
    expect(classes === 'govuk-tag--green').toBe(isOnTrackOrBetter(verdict));
    expect(classes === 'govuk-tag--red').toBe(isOffTrackOrWorse(verdict));
  });
});
