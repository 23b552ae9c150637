/** One section of a delivery as a person reads it. */
export interface SectionText {
  key: string;
  title: string;
  text: string;
}

export type SectionChange = 'same' | 'changed' | 'new' | 'left-out';

/** The words for each, in a tag. */
export const SECTION_CHANGES: Record<SectionChange, string> = {
  same: 'Not changed',
  changed: 'Changed',
  new: 'New',
  'left-out': 'Left out',
};

export interface ComparedSection {
  key: string;
  title: string;
  before: string;
  after: string;
  change: SectionChange;
}

/** Two deliveries section by section, in the order of the new one; what only the old one had comes last. */
export function whatChanged(before: readonly SectionText[], after: readonly SectionText[]): ComparedSection[] {
  const old = new Map(before.map((section) => [section.key, section]));
  const compared = after.map(({ key, title, text }) => {
    const earlier = old.get(key)?.text ?? '';
    return { key, title, before: earlier, after: text, change: changeOf(earlier, text) };
  });
  const kept = new Set(after.map(({ key }) => key));
  const leftOut = before
    .filter(({ key }) => !kept.has(key))
    .map(({ key, title, text }) => ({ key, title, before: text, after: '', change: changeOf(text, '') }));
  return [...compared, ...leftOut];
}

function changeOf(before: string, after: string): SectionChange {
  const [was, is] = [before.trim(), after.trim()];
  if (was === is) return 'same';
  if (was === '') return 'new';
  return is === '' ? 'left-out' : 'changed';
}

/** Did a section that the council named change? A plan's section `contributions` is several rows, `contributions.<mission>`. */
export function isSectionChanged(section: string, compared: readonly ComparedSection[]): boolean {
  return compared.some(({ key, change }) => (key === section || key.startsWith(`${section}.`)) && change !== 'same');
}
