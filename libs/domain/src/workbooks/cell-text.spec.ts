import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cellText, textOfCell, typedText, writtenOut } from './cell-text.js';

describe('a text in a cell', () => {
  it.each([
    ['Hubs opened.', 'Hubs opened.'],
    ['=SUM(A1)', `'=SUM(A1)`],
    ['+3', `'+3`],
    ['-3%', `'-3%`],
    ['@here', `'@here`],
    ['\tx', `'\tx`],
    ['\rx', `'\rx`],
    [`'quoted'`, `''quoted'`],
    ['a = b', 'a = b'],
    ['', ''],
  ])('%j is written %j', (text, cell) => {
    expect(cellText(text)).toBe(cell);
    expect(textOfCell(cell)).toBe(text);
  });

  it('comes back as it was, whatever it is', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: fc.constantFrom('_', 'x', '0', 'D', "'", '=', '\r', '\n', '\t', 'a', '\ud800'), maxLength: 20 }));
    fc.assert(fc.property(text, (any) => {
      const cell = cellText(any);
      expect(textOfCell(cell)).toBe(any);
      expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }), { numRuns: 1000 });
  });

  it.each([
    ['a\r\nb', 'a_x000D_\nb'],
    ['_x000D_', '_x005F_x000D_'],
    ['_x000D_x000A_', '_x005F_x000D_x005F_x000A_'],
    ['a\u0007b', 'a_x0007_b'],
    ['a\tb', 'a\tb'],
    ['_x_', '_x_'],
    ['valueOf', '_x0076_alueOf'],
    ['__proto__', '_x005F__proto__'],
  ])('%j is held as %j', (text, held) => {
    expect(writtenOut(text)).toBe(held);
  });

  it('that an official typed is taken as the form takes it', () => {
    expect(typedText(' One\r\ntwo\rthree \n')).toBe('One\ntwo\nthree');
  });
});
