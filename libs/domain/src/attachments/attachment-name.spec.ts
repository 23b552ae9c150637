import { describe, expect, it } from '@jest/globals';
import { attachmentKindOf } from './attachment-kinds.js';
import { attachmentNameFault } from './attachment-name.js';

describe('the name of a file', () => {
  it.each([
    'survey.csv', 'Survey of heads, autumn 2026.PDF', 'v1.2 final.xlsx', 'Ôffre & prix (2).ods', 'table.2026.csv', '調査.pdf', 'a.b.c.pdf', `${'a'.repeat(146)}.pdf`,
  ])('%j is taken', (name) => {
    expect(attachmentNameFault(name)).toBeUndefined();
  });

  it.each([
    ['', 'name-missing'],
    ['  ', 'name-missing'],
    ['a\u0000.pdf', 'name-control-characters'],
    ['a\n.pdf', 'name-control-characters'],
    ['a\u2028.pdf', 'name-control-characters'],
    ['invoice\u202Efdp.csv', 'name-hidden-characters'],
    ['in\u200Bvoice.csv', 'name-hidden-characters'],
    ['a\u2066b.csv', 'name-hidden-characters'],
    ['../a.csv', 'name-with-folders'],
    ['C:\\a.csv', 'name-with-folders'],
    ['/etc/a.csv', 'name-with-folders'],
    ['C:a.csv', 'name-with-folders'],
    ['a.csv:b.pdf', 'name-characters'],
    ['.pdf', 'name-characters'],
    ['.htaccess', 'name-characters'],
    ['a.pdf.', 'name-characters'],
    ['a.pdf ', 'name-characters'],
    ['con.csv', 'name-characters'],
    ['a', 'file-type'],
    ['pdf', 'file-type'],
    ['a.exe', 'file-type'],
    ['a.xlsm', 'file-type'],
    ['a.svg', 'file-type'],
    ['a.toString', 'file-type'],
    ['a.exe.pdf', 'name-two-endings'],
    ['a.HTML.csv', 'name-two-endings'],
    ['a.xlsm .xlsx', 'name-two-endings'],
    [`${'a'.repeat(147)}.pdf`, 'name-too-long'],
  ])('%j is refused: %s', (name, code) => {
    expect(attachmentNameFault(name)?.code).toBe(code);
  });

  it.each([['a.CSV', 'csv'], ['a.b.Xlsx', 'xlsx'], ['csv', undefined], ['a.constructor', undefined]])('%s is of the kind %s', (name, kind) => {
    expect(attachmentKindOf(name)).toBe(kind);
  });
});
