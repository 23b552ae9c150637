import { describe, expect, it } from '@jest/globals';
import { type ImportRequest, publicationOf } from './import-request.js';

function published(request: Omit<ImportRequest, 'path'>): [string | null, string | undefined] {
  const { publishedOn, publishedAt } = publicationOf({ path: 'x', ...request }, { name: request.fileName ?? 'x.csv', today: '2026-11-23' });
  return [publishedOn, publishedAt?.toISOString()];
}

describe('publicationOf', () => {
  it.each<[Omit<ImportRequest, 'path'>, [string | null, string | undefined]]>([
    [{}, [null, undefined]],
    // half past nine in London: summer time in June, none in January
    [{ publishedAt: '2026-06-26' }, ['2026-06-26', '2026-06-26T08:30:00.000Z']],
    [{ publishedOn: '2026-01-26' }, ['2026-01-26', '2026-01-26T09:30:00.000Z']],
    [{ publishedAt: '2026-06-26T00:30' }, ['2026-06-26', '2026-06-25T23:30:00.000Z']],
    // a vintage in the name, the request before it, and names that say nothing
    [{ fileName: 'pay_2024-12.csv' }, ['2024-12-01', '2024-12-01T09:30:00.000Z']],
    [{ fileName: 'hle_2024-06_periods_2011-12.csv' }, ['2024-06-01', '2024-06-01T08:30:00.000Z']],
    [{ fileName: 'pay_2025-11-19_corrected.csv' }, ['2025-11-19', '2025-11-19T09:30:00.000Z']],
    [{ fileName: 'pay_2024-12.csv', publishedAt: '2024-12-10' }, ['2024-12-10', '2024-12-10T09:30:00.000Z']],
    [{ fileName: 'pay_2027-01.csv' }, [null, undefined]],
    [{ fileName: 'pay_2025-02-30.csv' }, [null, undefined]],
    [{ fileName: '4g_2022_raw.csv' }, [null, undefined]],
    [{ fileName: 'pay-2024-12.csv' }, [null, undefined]],
    [{ publishedOn: '2020-01-01', publishedAt: '2026-01-26T07:00' }, ['2026-01-26', '2026-01-26T07:00:00.000Z']],
  ])('of %j', (request, expected) => expect(published(request)).toEqual(expected));

  it.each<Omit<ImportRequest, 'path'>>([
    { publishedAt: '2026-02-30' },
    { publishedAt: '2026-06-26T24:00' },
    { publishedAt: '2026-06-26T09:30Z' },
    { publishedAt: '' },
    { publishedOn: '26 June 2026' },
    { confirm: { unit: '' } },
    { confirm: { direction: ' ' } },
  ])('refuses %j', (request) => expect(() => published(request)).toThrow());
});
