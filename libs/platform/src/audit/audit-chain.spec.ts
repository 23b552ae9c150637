import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GENESIS, hashOfLine } from './audit-chain.js';
import { canonicalJson } from './canonical-json.js';
import { type ChainLine, faultOf } from './verify-chain.js';

describe('canonical JSON', () => {
  it.each([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ a: undefined, b: { d: 1, c: 2 } }, '{"b":{"c":2,"d":1}}'],
    [new Date('2026-01-02T03:04:05Z'), '"2026-01-02T03:04:05.000Z"'],
    ['ä"\n', '"ä\\"\\n"'],
  ])('writes %j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
      }),
    );
  });
});

const at = new Date('2026-11-23T09:00:00Z');
const line = (position: number, previousHash: string, facts: Record<string, unknown> = { n: position }): ChainLine => {
  const record = { actor: 'user:1', event: 'MOVED', subject: 'submission:1', facts };
  return { ...record, position: String(position), at, previous_hash: previousHash, hash: hashOfLine({ ...record, position, at }, previousHash) };
};

describe('the audit chain', () => {
  it('hashes the previous hash, a line break and the canonical line', () => {
    const text = `${GENESIS}\n{"actor":"user:1","at":"2026-11-23T09:00:00.000Z","event":"MOVED","facts":{"n":1},"position":1,"subject":"submission:1"}`;
    expect(line(1, GENESIS).hash).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('holds when nothing was touched', () => {
    const first = line(1, GENESIS);
    expect(faultOf(first, 1, GENESIS)).toBeUndefined();
    expect(faultOf(line(2, first.hash), 2, first.hash)).toBeUndefined();
  });

  it.each<[string, (whole: ChainLine) => ChainLine, RegExp]>([
    ['a changed fact', (whole) => ({ ...whole, facts: { n: 99 } }), /content was changed/],
    ['another actor', (whole) => ({ ...whole, actor: 'user:2' }), /content was changed/],
    ['another time', (whole) => ({ ...whole, at: new Date(at.getTime() + 1) }), /content was changed/],
    ['a line that was cut out', (whole) => ({ ...whole, position: '3' }), /line 2 is missing/],
    ['a line from elsewhere', (whole) => ({ ...whole, previous_hash: GENESIS }), /does not follow/],
  ])('shows %s', (_, tamper, fault) => {
    const first = line(1, GENESIS);
    expect(faultOf(tamper(line(2, first.hash)), 2, first.hash)).toMatch(fault);
  });
});
