import { describe, expect, it } from '@jest/globals';
import { directorBlockers, type DirectorDraft, isInOffice, placeCodes } from './director-blockers.js';

const DRAFT: DirectorDraft = { name: 'Dee', places: ['E08000003'], contact: 'dee@example.org', appointedBy: 'Secretary of State', since: '2026-01-05', until: '' };

describe('an entry of the directory', () => {
  it.each<[Partial<DirectorDraft>, string[], string[]]>([
    [{}, [], []],
    [{ name: ' ', contact: '', appointedBy: '' }, [], ['name', 'contact', 'appointedBy']],
    [{ places: [] }, [], ['places']],
    [{ places: ['E99'] }, ['E99'], ['places']],
    [{ since: '' }, [], ['since']],
    [{ since: '2026-02-30' }, [], ['since']],
    [{ since: '', until: '2027-02-31' }, [], ['since', 'until']],
    [{ until: '2026-01-04' }, [], ['until']],
    [{ until: '2027-02-31' }, [], ['until']],
    [{ until: '2026-01-05' }, [], []],
  ])('%j (unknown %j) is refused in %j', (over, unknown, fields) => {
    expect(directorBlockers({ ...DRAFT, ...over }, unknown).map(({ field }) => field)).toEqual(fields);
  });

  it.each([
    ['e08000003, E08000035\nE08000003;  E06000014', ['E08000003', 'E08000035', 'E06000014']],
    [' ', []],
  ])('reads the codes of “%s”', (typed, codes) => {
    expect(placeCodes(typed)).toEqual(codes);
  });

  it.each([
    ['2026-01-04', false],
    ['2026-01-05', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('lasts on %s: %s', (today, lasts) => {
    expect(isInOffice({ since: '2026-01-05', until: '2026-06-30' }, today)).toBe(lasts);
  });
});
