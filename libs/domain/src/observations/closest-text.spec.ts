import { describe, expect, it } from '@jest/globals';
import { closestText } from './closest-text.js';

describe('closestText', () => {
  const known = ['Employment rate', 'Economically inactive', '4G coverage', '5G coverage'];
  it.each([
    ['Employment Rate', 'Employment rate'],
    ['Employment rates', 'Employment rate'],
    ['4g  coverage', '4G coverage'],
    ['Homicide Offences', undefined],
    ['Enployment rat', 'Employment rate'],
    ['coverage of 4G', undefined],
    ['', undefined],
  ])('%s', (text, closest) => expect(closestText(text, known)).toBe(closest));
});
