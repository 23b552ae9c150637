import { describe, expect, it } from '@jest/globals';
import { changeSince } from './change-since.js';

describe('changeSince', () => {
  it.each([
    ['off-track', undefined, false, 'new'],
    ['off-track', 'on-track', false, 'new'],
    ['off-track', undefined, true, 'not-judged-then'],
    ['off-track', 'no-data', true, 'not-judged-then'],
    [undefined, 'off-track', true, 'not-judged-now'],
    ['no-data', 'off-track', true, 'not-judged-now'],
    ['on-track', 'off-track', true, 'better'],
    ['missed', 'deteriorating', true, 'worse'],
    ['slipping', 'cannot-tell-yet', true, 'same'],
    ['achieved', 'achieved', true, 'same'],
  ] as const)('%s after %s, there then: %s, is %s', (now, then, wasThere, change) => expect(changeSince(now, then, wasThere)).toBe(change));
});
