import { describe, expect, it } from '@jest/globals';
import { RejectedRows } from './rejected-rows.js';

describe('rows at fault as they are kept', () => {
  it('keep their cells up to two million characters together, and are listed without them beyond', () => {
    const rejects = new RejectedRows();
    // 3 rows of 1,000,000 characters: two are 2,000,000 together
    for (const row of [2, 3, 4]) rejects.reject(['a'.repeat(999_999), 'b'], { row, column: 'x', value: 'b', reason: 'is wrong' });
    expect([rejects.count, rejects.listed.map(({ row, cells }) => [row, cells?.length])]).toEqual([3, [[2, 2], [3, 2], [4, undefined]]]);
  });
});
