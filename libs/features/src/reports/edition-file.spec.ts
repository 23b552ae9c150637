import { describe, expect, it } from '@jest/globals';
import { editionNamedIn, verifyEdition } from './edition-file.js';

const BODY = '{"edition":1,"schema":"waymark-report-edition/1"}';
/** By `sha256sum`. */
const CHECKSUM = 'e6ab1ecc8d028507567ae299a3362e41b56eadc32e2dfb711854f5a7c380288f';
const CHANGED = 'The file is not in canonical form: it was changed since it was published';
const NEITHER = 'The file is no edition of a report, and no last edition of a framework';

describe('the file of an edition', () => {
  it.each<[string, string[]]>([
    [BODY, []],
    ['{"schema":"waymark-last-edition/1"}', []],
    ['{"schema":"waymark-report-edition/1","edition":1}', [CHANGED]],
    [`${BODY}\n`, [CHANGED]],
    ['{"edition":1}', [NEITHER]],
    ['[]', [NEITHER]],
    ['{', ['The file is no JSON']],
  ])('%s', (text, faults) => {
    const { lines, whole } = verifyEdition(Buffer.from(text), '');
    expect([lines.slice(1, -1), whole]).toEqual([faults, faults.length === 0]);
  });

  it.each([
    ['', true, 'No checksum to compare with: give --checksum, or put FILE.sha256 beside the file'],
    [CHECKSUM, true, 'The checksum is the published one'],
    [`${CHECKSUM.toUpperCase()}  report.json\n`, true, 'The checksum is the published one'],
    ['0'.repeat(64), false, `The checksum is another: ${'0'.repeat(64)}`],
  ])('against the checksum “%s”', (published, whole, line) => {
    expect(verifyEdition(Buffer.from(BODY), published)).toEqual({ lines: [`SHA-256 ${CHECKSUM}`, line], whole });
  });

  it.each([
    ['{"edition":2,"reference":"AR-2026-7K3D","schema":"waymark-report-edition/1"}', { report: 'AR-2026-7K3D', edition: 2 }],
    ['{"framework":{"slug":"levelling-up-2022"},"schema":"waymark-last-edition/1"}', { framework: 'levelling-up-2022' }],
    ['{"edition":"2","reference":"AR-2026-7K3D"}', null],
    ['{"edition":1e300,"reference":"AR-2026-7K3D"}', null],
    ['{"framework":null}', null],
    ['null', null],
    ['{', null],
  ])('%s says which it is', (text, named) => {
    expect(editionNamedIn(text)).toEqual(named);
  });
});
