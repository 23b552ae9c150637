import { describe, expect, it } from '@jest/globals';
import { type DeliveryRating } from '#domain/judgements/delivery-rating.js';
import { type Verdict } from '#domain/judgements/verdict.js';
import { isBetterThanFigures, type RiskFacts, riskOf } from './review-risk.js';

const facts = (given: Partial<RiskFacts>): RiskFacts => ({
  offTrack: false, rating: null, verdict: undefined, deliveredLate: false, roundsSentBack: 0, newLead: false, ...given,
});

describe('the risk of a delivery', () => {
  it.each<[string, Partial<RiskFacts>, string, string[]]>([
    ['nothing', {}, 'usual', []],
    ['off track', { offTrack: true }, 'high', ['Figures off track or worse']],
    ['a rating better than the figures', { rating: 'green', verdict: 'slipping' }, 'high', ['Rated better than the figures']],
    ['a rating that agrees', { rating: 'amber', verdict: 'slipping' }, 'usual', []],
    ['a rating without a verdict', { rating: 'green' }, 'usual', []],
    ['late', { deliveredLate: true }, 'some', ['Delivered late']],
    ['sent back once', { roundsSentBack: 1 }, 'some', ['Sent back once before']],
    ['sent back twice', { roundsSentBack: 2 }, 'some', ['Sent back 2 times before']],
    ['a new lead', { newLead: true }, 'some', ['First return of a new lead']],
    [
      'all of it, the grave reasons first',
      { offTrack: true, rating: 'green', verdict: 'missed', deliveredLate: true, roundsSentBack: 1, newLead: true },
      'high',
      ['Figures off track or worse', 'Rated better than the figures', 'Delivered late', 'Sent back once before', 'First return of a new lead'],
    ],
    ['the small ones together are no high risk', { deliveredLate: true, roundsSentBack: 2, newLead: true }, 'some', ['Delivered late', 'Sent back 2 times before', 'First return of a new lead']],
  ])('%s', (_, given, level, reasons) => {
    expect(riskOf(facts(given))).toEqual({ level, reasons });
  });

  it.each<[DeliveryRating, Verdict, boolean]>([
    ['green', 'on-track', false], ['green', 'achieved', false], ['green', 'slipping', true], ['green', 'cannot-tell-yet', true],
    ['green', 'off-track', true], ['green', 'no-data', true], ['green', 'no-detectable-change', true], ['amber-green', 'on-track', false],
    ['amber-green', 'slipping', true], ['amber-green', 'no-data', false], ['amber', 'slipping', false], ['amber', 'off-track', true],
    ['amber', 'on-track', false], ['amber-red', 'off-track', false], ['amber-red', 'deteriorating', true], ['amber-red', 'missed', true],
    ['red', 'missed', false], ['red', 'on-track', false],
  ])('%s against %s: better is %s', (rating, verdict, better) => {
    expect(isBetterThanFigures(rating, verdict)).toBe(better);
  });
});
