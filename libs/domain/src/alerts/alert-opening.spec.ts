import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '#domain/judgements/verdict.js';
import { type AlertEffect, alertEffectOf, type StandingBefore } from './alert-opening.js';

const ON: StandingBefore = { verdict: 'on-track', alertWithheld: false };
const OFF: StandingBefore = { verdict: 'off-track', alertWithheld: false };
const WITHHELD: StandingBefore = { verdict: 'off-track', alertWithheld: true };

describe('what a judgement does to alerts', () => {
  it.each<[string, StandingBefore | undefined, Verdict, string, AlertEffect]>([
    ['the first judgement of all', undefined, 'off-track', 'first', 'raise'],
    ['a first judgement on track', undefined, 'on-track', 'first', 'none'],
    ['figures for a new period', ON, 'deteriorating', 'new-period', 'raise'],
    ['a date that passed', ON, 'missed', 'passed-date', 'raise'],
    ['off track before already', OFF, 'deteriorating', 'new-period', 'none'],
    ['a revision', ON, 'off-track', 'revision', 'withhold'],
    ['a new method', ON, 'off-track', 'method', 'withhold'],
    ['withheld, and borne out by new figures', WITHHELD, 'off-track', 'new-period', 'raise'],
    ['withheld, and revised again', WITHHELD, 'off-track', 'revision', 'withhold'],
    ['cleared by revision', OFF, 'slipping', 'revision', 'clear'],
    ['recovered by new figures', OFF, 'on-track', 'new-period', 'recover'],
    ['less off by new figures', OFF, 'slipping', 'new-period', 'recover'],
    ['a word that judges nothing ends nothing', OFF, 'no-data', 'new-period', 'none'],
    ['a changed target ends nothing', OFF, 'on-track', 'target', 'none'],
    ['a date that passes ends nothing', OFF, 'awaiting-figures', 'passed-date', 'none'],
    ['nothing wrong before or after', ON, 'slipping', 'revision', 'none'],
  ])('%s', (_, before, verdict, cause, effect) => {
    expect(alertEffectOf(before, verdict, cause)).toBe(effect);
  });
});
