/** Regions and nations under the codes by which the figures of value added go. `TLB` is that file’s own: no published level has it. */
const TERRITORIAL_LEVELS: Readonly<Record<string, string>> = {
  E92000001: 'TLB',
  E12000001: 'TLC',
  E12000002: 'TLD',
  E12000003: 'TLE',
  E12000004: 'TLF',
  E12000005: 'TLG',
  E12000006: 'TLH',
  E12000007: 'TLI',
  E12000008: 'TLJ',
  E12000009: 'TLK',
  W92000004: 'TLL',
  S92000003: 'TLM',
  N92000002: 'TLN',
};

/** The codes of one and the same territory, its own first: producers choose between two codes for regions and nations. */
export function territoryCodes(code: string): string[] {
  const other = TERRITORIAL_LEVELS[code];
  return other === undefined ? [code] : [code, other];
}
