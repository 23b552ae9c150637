import { describe, expect, it } from '@jest/globals';
import { typedFields } from './kept-typing.interceptor.js';

const LABELS = { narrative: 'Narrative', policies: 'Policies', mission: 'Mission' };

describe('what was typed', () => {
  it.each<[string, unknown, unknown[]]>([
    ['a field', { narrative: 'Hubs' }, [{ id: 'typed-narrative', label: 'Narrative', text: 'Hubs' }]],
    ['no token, no version, nothing empty', { _csrf: 'x', rowVersion: '3', narrative: ' ' }, []],
    ['nested lines', { contributions: [{ policies: 'One' }, { policies: 'Two' }] }, [
      { id: 'typed-contributions-0-policies', label: 'Policies', text: 'One' },
      { id: 'typed-contributions-1-policies', label: 'Policies', text: 'Two' },
    ]],
    ['nothing at all', undefined, []],
  ])('%s', (_, body, expected) => {
    expect(typedFields(body, LABELS)).toEqual(expected);
  });
});
