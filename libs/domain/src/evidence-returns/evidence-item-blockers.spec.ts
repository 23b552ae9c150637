import { describe, expect, it } from '@jest/globals';
import { evidenceItemBlockers } from './evidence-item-blockers.js';
import type { EvidenceItem } from './evidence-return-content.js';

const WHOLE: EvidenceItem = {
  id: 'e1', kind: 'evaluation', strength: 'strong', claim: 'Tutoring raised results.', source: 'Evaluation of tutoring, NFER', page: 'page 14', link: '', attachment: null,
};

describe('what stands against an evidence item', () => {
  it.each<[string, Partial<Record<keyof EvidenceItem, string>>, string[]]>([
    ['nothing where it is whole', {}, []],
    ['no kind', { kind: '' }, ['kind: kind-missing']],
    ['a kind that is none', { kind: 'toString' }, ['kind: kind-missing']],
    ['no strength', { strength: '' }, ['strength: strength-missing']],
    ['no claim', { claim: ' \n' }, ['claim: claim-missing']],
    ['a claim of 100 words', { claim: 'word '.repeat(100) }, []],
    ['a claim of 101 words', { claim: 'word '.repeat(101) }, ['claim: too-many-words']],
    ['one word of 5,001 letters', { claim: 'a'.repeat(5001) }, ['claim: too-long']],
    ['no source', { source: '' }, ['source: source-missing']],
    ['a source too long for a line', { source: 'a'.repeat(301) }, ['source: too-long']],
    ['no page', { page: '' }, ['page: page-missing']],
    ['no page of a statistic', { kind: 'official-statistic', page: '' }, ['page: page-missing']],
    ['no page of management information', { kind: 'management-information', page: ' ' }, ['page: page-missing']],
    ['no page of an event', { kind: 'event', page: '' }, []],
    ['no page of an opinion', { kind: 'opinion', page: '' }, []],
    ['a link', { link: 'https://www.gov.uk/report#page=14' }, []],
    ['a link without security', { link: 'http://example.org/a' }, []],
    ['a link that runs', { link: 'javascript:alert(1)' }, ['link: link-wrong']],
    ['a link to data', { link: 'data:text/html,x' }, ['link: link-wrong']],
    ['a link to a file', { link: 'file:///etc/passwd' }, ['link: link-wrong']],
    ['a link without its beginning', { link: 'www.gov.uk' }, ['link: link-wrong']],
    ['a link to no host', { link: 'https://' }, ['link: link-wrong']],
    ['a link with a blank', { link: 'https://gov.uk/a b' }, ['link: link-wrong']],
    ['a link with a password in it', { link: 'https://gov.uk:x@evil.example.org/' }, ['link: link-wrong']],
    ['a link of 2,001 characters', { link: `https://gov.uk/${'a'.repeat(1986)}` }, ['link: too-long']],
  ])('%s', (_, change, expected) => {
    const found = evidenceItemBlockers({ ...WHOLE, ...(change as Partial<EvidenceItem>) });
    expect(found.map(({ code, field }) => `${field}: ${code}`)).toEqual(expected);
  });
});
