import { describe, expect, it } from '@jest/globals';
import { fieldsToKeep, lockForm, unlockForm } from './kept-fields.js';

describe('what of a form is kept', () => {
  it.each<[string, unknown, unknown]>([
    ['what was typed, nested too', { narrative: 'a', steps: [{ what: 'b' }], rowVersion: '3' }, { narrative: 'a', steps: [{ what: 'b' }], rowVersion: '3' }],
    ['nothing secret', { narrative: 'a', _csrf: 'x', password: 'y', about: { apiToken: 'z', name: 'b' } }, { narrative: 'a', about: { name: 'b' } }],
    ['nothing where nobody typed', { rowVersion: '3', then: 'later', _csrf: 'x', narrative: ' ' }, undefined],
    ['nothing that is no form', 'text', undefined],
    ['nothing without a body', undefined, undefined],
    ['a whole screen of long texts', Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`t${index}`, 'ä'.repeat(5000)])), expect.objectContaining({ t8: 'ä'.repeat(5000) })],
    ['nothing above 256 kilobytes', { narrative: 'x'.repeat(256 * 1024) }, undefined],
  ])('%s', (_, body, expected) => {
    expect(fieldsToKeep(body)).toEqual(expected);
  });

  it('opens with its token alone', () => {
    const sealed = lockForm({ fields: { narrative: 'Hubs' } }, 'one');
    expect(unlockForm(sealed, 'one')).toEqual({ fields: { narrative: 'Hubs' } });
    expect(() => unlockForm(sealed, 'two')).toThrow();
    expect(sealed.includes(Buffer.from('Hubs'))).toBe(false);
  });
});
