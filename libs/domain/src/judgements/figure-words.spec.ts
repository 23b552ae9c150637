import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import {
  dateInWords,
  differenceInWords,
  duringPeriod,
  exactShareInWords,
  figureInWords,
  listInWords,
  seriesInWords,
  shareInWords,
  unitInWords,
} from './figure-words.js';

describe('figures in words', () => {
  it.each<[number, string, number, number, string]>([
    [62, '%', 0, 0, '62%'],
    [78.63636, '%', 0, 1, '78.6%'],
    [90, '%', 0, 1, '90%'],
    [85.6667, '%', 1, 1, '85.7%'],
    [613.5, '£', 2, 0, '£613.50'],
    [13447, '£ million', 0, 0, '£13,447 million'],
    [-5.5, '£', 2, 0, '−£5.50'],
    [62.9, 'yrs', 1, 0, '62.9 years'],
    [7.62171557840027, 'mins', 1, 0, '7.6 minutes'],
    [7.45, 'Score out of 10', 2, 0, '7.45 out of 10'],
    [10.839712197423326, 'Rate per 1,000,000 population', 1, 0, '10.8 per 1,000,000 population'],
    [1234.5, '', 1, 0, '1,234.5'],
    [12, 'dwellings', 0, 0, '12 dwellings'],
    [-3, '%', 0, 0, '−3%'],
    [-0.01, '%', 1, 0, '0.0%'], // no minus before nothing
  ])('%d %s with %d decimals', (value, unit, decimals, extra, words) => {
    expect(figureInWords(value, { unit, decimals }, extra)).toBe(words);
  });

  it.each([
    ['%', 'per cent'],
    ['yrs', 'years'],
    ['£ million', '£ million'],
  ])('the unit %s by itself is %s', (unit, words) => {
    expect(unitInWords(unit)).toBe(words);
  });

  it.each<[number, string, number, string]>([
    [-16.636, '%', 0, '16.6 percentage points'],
    [0.25, 'Score out of 10', 2, '0.25 points'],
    [-3.67, 'yrs', 1, '3.7 years'],
    [-4.5, '£', 2, '£4.50'],
  ])('a difference of %d %s', (difference, unit, decimals, words) => {
    expect(differenceInWords(difference, { unit, decimals })).toBe(words);
  });

  it.each([
    ['2024-09-01/P1Y', 'in school year 2024/25'],
    ['2015-11-16/P1Y', 'in the year to 15 November 2016'],
    ['2025-04-30', 'on 30 April 2025'],
    ['2026-01-01', 'in January 2026'],
    ['2017-01-01/P3Y', 'in 2017 to 2019'],
  ])('during %s', (text, words) => {
    const period = parsePeriod(text);
    expect(period && duringPeriod(period)).toBe(words);
  });

  it.each([
    ['Male healthy life expectancy', 'United Kingdom', 'male healthy life expectancy in the United Kingdom'],
    ['GVA per hour worked', 'North East', 'GVA per hour worked in the North East'],
    ['4G coverage', 'England', '4G coverage in England'],
    ['Homicide Offences', 'Yorkshire and The Humber', 'Homicide Offences in Yorkshire and The Humber'],
    ['Employment rate', 'North East Lincolnshire', 'employment rate in North East Lincolnshire'],
  ])('%s, %s', (metricName, areaName, words) => {
    expect(seriesInWords({ metricName, areaName })).toBe(words);
  });

  it('shares, dates and lists', () => {
    expect([0, 0.001, 0.254, 1.09].map(shareInWords)).toEqual(['0%', 'under 1%', '25%', '109%']);
    expect([0, 0.0004, 0.05, 0.2051, 12.5, Infinity].map(exactShareInWords)).toEqual([
      '0%',
      'under 0.1%',
      '5%',
      '20.5%',
      '1250%',
      'many times',
    ]);
    expect(['2030-09-30', 'soon'].map(dateInWords)).toEqual(['30 September 2030', 'soon']);
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listInWords)).toEqual(['', 'a', 'a and b', 'a, b and c']);
  });
});
