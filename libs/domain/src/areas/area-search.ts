/** What a search looks through. */
export interface NamedArea {
  readonly code: string;
  readonly name: string;
}

/** A name as it is compared: without capitals, accents, punctuation and blanks too many. */
export function foldedName(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * Areas that a text may mean, each by its own code: by the code itself, else by name, whole names first. Several areas bear
 * one name ("North East" is a region and has been three combined authorities), so a name gives a list and never one area.
 */
export function areasNamed<Area extends NamedArea>(areas: readonly Area[], text: string): Area[] {
  const code = text.trim().toUpperCase();
  const byCode = areas.filter((area) => area.code === code);
  if (byCode.length > 0) return byCode;
  const words = foldedName(text);
  if (words === '') return [];
  return areas
    .map((area) => ({ area, name: foldedName(area.name) }))
    .map(({ area, name }) => ({ area, name, closeness: closenessOf(name, words) }))
    .filter(({ closeness }) => closeness > 0)
    .sort((a, b) => b.closeness - a.closeness || a.name.localeCompare(b.name, 'en-GB') || (a.area.code < b.area.code ? -1 : 1))
    .map(({ area }) => area);
}

/** 3 the whole name, 2 its beginning, 1 every word begins one of its words, 0 none of these. */
function closenessOf(name: string, asked: string): number {
  if (name === asked) return 3;
  if (name.startsWith(asked)) return 2;
  const words = name.split(' ');
  return asked.split(' ').every((part) => words.some((word) => word.startsWith(part))) ? 1 : 0;
}
