import { describe, expect, it } from '@jest/globals';
import { registeredName } from './common-name.js';

describe('registeredName', () => {
  it.each([
    ['Ynys Môn', 'isle of anglesey'],
    ['  YNYS MON ', 'isle of anglesey'],
    ['Pen-y-bont ar Ogwr', 'bridgend'],
    ['Western Isles', 'na h eileanan siar'],
    ['Cardiff', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('%j is %s', (name, registered) => expect(registeredName(name)).toBe(registered));
});
