import { describe, expect, it } from '@jest/globals';
import { networkOf, subjectOf, subjectText } from './subscription-subject.js';

describe('what somebody subscribes to', () => {
  it.each([
    ['all', { kind: 'all' }],
    ['mission:levelling-up-2022/health', { kind: 'mission', key: 'levelling-up-2022/health' }],
    ['department:dfe', { kind: 'department', key: 'dfe' }],
    ['place:E08000003', { kind: 'place', key: 'E08000003' }],
    ['place:TLC1', { kind: 'place', key: 'TLC1' }],
  ])('%s', (text, subject) => {
    const found = subjectOf(text);
    expect(found).toEqual(subject);
    expect(found && subjectText(found)).toBe(text);
  });

  it.each(['', 'everything', 'mission:', 'mission:health', 'mission:a/b/c', 'mission:a/b:c', 'department:DfE', 'department:../x', 'place:e08000003', 'place:<b>', 'all:x', `department:${'a'.repeat(300)}`])('%j is nothing', (text) => {
    expect(subjectOf(text)).toBeNull();
  });
});

describe('whose network it is', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('%s: %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});
