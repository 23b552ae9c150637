import { describe, expect, it } from '@jest/globals';
import { attachingFaults, type AttachedSoFar, titleFaults } from './attachment-limits.js';

const MB = 1024 * 1024;
const attached = (...megabytes: number[]): AttachedSoFar[] => megabytes.map((size, index) => ({ name: `${index}.pdf`, bytes: size * MB, checksum: `c${index}` }));

describe('one file more', () => {
  it.each<[string, number, string, AttachedSoFar[], string[]]>([
    ['the first', 1, 'x', [], []],
    ['an empty one', 0, 'x', [], ['file-empty']],
    ['one of exactly 20 MB', 20 * MB, 'x', [], []],
    ['one byte more', 20 * MB + 1, 'x', [], ['file-too-large']],
    ['the tenth', 1, 'x', attached(1, 1, 1, 1, 1, 1, 1, 1, 1), []],
    ['the eleventh', 1, 'x', attached(1, 1, 1, 1, 1, 1, 1, 1, 1, 1), ['too-many-files']],
    ['up to 100 MB', 20 * MB, 'x', attached(20, 20, 20, 20), []],
    ['beyond 100 MB', 20 * MB, 'x', attached(20, 20, 20, 20, 1), ['too-large-together']],
    ['the very same', 1, 'c1', attached(1, 1), ['attached-already']],
  ])('%s', (_, bytes, checksum, already, codes) => {
    expect(attachingFaults({ bytes, checksum }, already).map(({ code }) => code)).toEqual(codes);
  });
});

describe('a title', () => {
  it.each([['Survey', []], [' ', ['title-missing']], ['a'.repeat(200), []], ['a'.repeat(201), ['title-too-long']]])('%.10j', (title, codes) => {
    expect(titleFaults(title).map(({ code }) => code)).toEqual(codes);
  });
});
