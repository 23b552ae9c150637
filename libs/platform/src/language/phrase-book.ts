import { createInstance, type i18n } from 'i18next';

/** A stretch of a phrase, and whether it is in the language of the book or still in English. */
export interface Stretch {
  text: string;
  isTranslated: boolean;
}

interface Pattern {
  key: string;
  names: string[];
  shape: RegExp;
}

/** Phrases remembered with what became of them; pages repeat themselves. */
const MOST_REMEMBERED = 20_000;

/** What ends a sentence, then what ends a part of one. */
const ENDS = [/(?<=[.?!])\s+(?=\S)/, /(?<=[;:])\s+(?=\S)/];
const PLURAL = /_(zero|one|two|few|many|other)$/;
const PLACEHOLDER = /\{\{(\w+)\}\}/g;
/** Any words of one sentence: a full stop ends it, save in "St. Helens". */
const WORDS = String.raw`(?:(?!(?<!\bSt)[.?!] \p{Lu}).)+?`;
/** What may stand for a placeholder of this name; any words for another. */
const SHAPES: Record<string, string> = {
  count: String.raw`\d[\d,]*`,
  number: String.raw`[\d,.]*\d%?`,
  year: String.raw`\d{4}`,
  day: String.raw`\d{1,2}`,
  clock: String.raw`\d{1,2}:\d{2}`,
  date: String.raw`\d{1,2} [A-Z][a-z]+ \d{4}`,
  time: String.raw`\d{1,2}:\d{2}[ap]m`,
  reference: String.raw`[A-Z0-9][A-Z0-9-]*\d[A-Z0-9-]*`,
};

/**
 * The fixed phrases of pages in another language, by their English. A phrase with data in it is a whole sentence with
 * placeholders (`Due {{date}}`), and by the language's own plurals where one is called `count` (`_one`, `_two`, `_few` …).
 */
export class PhraseBook {
  private readonly book: i18n;
  private readonly plain: ReadonlySet<string>;
  /** By their first word, '' where that is a placeholder. */
  private readonly patterns = new Map<string, Pattern[]>();
  private readonly remembered = new Map<string, readonly Stretch[] | undefined>();

  /** @param language BCP 47 @param phrases translation by English phrase */
  constructor(readonly language: string, phrases: Readonly<Record<string, string>>) {
    this.book = createInstance();
    void this.book.init({
      lng: language, initAsync: false, keySeparator: false, nsSeparator: false, interpolation: { escapeValue: false },
      resources: { [language]: { translation: phrases } }, showSupportNotice: false,
    });
    const keys = new Set(Object.keys(phrases).map((key) => key.replace(PLURAL, '')));
    this.plain = new Set([...keys].filter((key) => !key.includes('{{')));
    for (const key of keys) if (key.includes('{{')) this.add(key);
    for (const list of this.patterns.values()) list.sort((a, b) => literal(b.key) - literal(a.key));
  }

  has(phrase: string): boolean {
    return this.translate(phrase)?.every(({ isTranslated }) => isTranslated) ?? false;
  }

  /** The phrase, or each of its sentences, in stretches; undefined where nothing of it is in the book. */
  translate(phrase: string): readonly Stretch[] | undefined {
    if (this.remembered.has(phrase)) return this.remembered.get(phrase);
    const found = this.whole(phrase) ?? this.inParts(phrase, ENDS);
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(phrase, found);
    return found;
  }

  private whole(phrase: string): readonly Stretch[] | undefined {
    if (this.plain.has(phrase)) return [{ text: this.book.t(phrase), isTranslated: true }];
    const first = /^[^\s{]+/.exec(phrase)?.[0] ?? '';
    for (const pattern of [...(this.patterns.get(first) ?? []), ...(this.patterns.get('') ?? [])]) {
      const match = pattern.shape.exec(phrase);
      if (match) return this.filled(pattern, match.slice(1));
    }
    return undefined;
  }

  private filled({ key, names }: Pattern, values: string[]): Stretch[] {
    const count = names.includes('count') ? Number(values[names.indexOf('count')]?.replaceAll(',', '')) : undefined;
    // i18next chooses the plural; the values keep their own writing ("1,200") and their own language
    const text = this.book.t(key, { skipInterpolation: true, ...(count === undefined ? {} : { count }) });
    return text.split(PLACEHOLDER).flatMap((part, index): Stretch[] => {
      if (index % 2 === 0) return part === '' ? [] : [{ text: part, isTranslated: true }];
      const value = values[names.indexOf(part)] ?? '';
      return [...(this.translate(value) ?? [{ text: value, isTranslated: !isWords(value) }])];
    });
  }

  /** Sentence by sentence; one that is not in the book clause by clause. */
  private inParts(phrase: string, [end, ...finer]: readonly RegExp[]): readonly Stretch[] | undefined {
    if (!end) return undefined;
    const sentences = phrase.split(end);
    if (sentences.length < 2) return this.inParts(phrase, finer);
    const parts = sentences.map((sentence) => this.whole(sentence) ?? this.inParts(sentence, finer));
    if (parts.every((part) => part === undefined)) return undefined;
    return parts.flatMap((part, index) => [...(index > 0 ? [{ text: ' ', isTranslated: true }] : []), ...(part ?? [{ text: sentences[index] ?? '', isTranslated: !isWords(sentences[index] ?? '') }])]);
  }

  private add(key: string): void {
    const names = [...key.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
    const source = key.split(PLACEHOLDER).map((part, index) => (index % 2 === 0 ? part.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`) : `(${SHAPES[part.replace(/\d+$/, '')] ?? WORDS})`)).join('');
    const first = /^[^\s{]+(?=\s)/.exec(key)?.[0] ?? '';
    this.patterns.set(first, [...(this.patterns.get(first) ?? []), { key, names, shape: new RegExp(`^${source}$`, 'su') }]);
  }
}

/** Whether a text holds words of a language: numbers, signs and codes are the same in each. */
export function isWords(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

/** How much of a pattern is words of its own: the closest fits first. */
function literal(key: string): number {
  return key.replace(PLACEHOLDER, '').length;
}
