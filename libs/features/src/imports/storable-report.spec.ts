import { describe, expect, it } from '@jest/globals';
import { storable } from './storable-report.js';

describe('what a table can keep', () => {
  it('has neither zero bytes nor half a character, at any depth, and is the same otherwise', () => {
    const report = { rows: 2, none: null, cells: ['a\0b', 'é 😀', '😀'.slice(0, 1)], deep: { reason: '\0' } };
    expect(storable(report)).toEqual({ rows: 2, none: null, cells: ['a\uFFFDb', 'é 😀', '\uFFFD'], deep: { reason: '\uFFFD' } });
  });
});
