import { parsePeriod, type Period } from '#domain/observations/period.js';
import { interimReviewsWords } from '../interim-reviews.words.js';

/** An item of a list to choose from. */
export interface Choice {
  value: string;
  text: string;
  selected: boolean;
}

const { stays } = interimReviewsWords.reset;

/** @param now the key that holds now, which is named as such; undefined where none does */
export function periodOptions(periods: readonly Period[], chosen: string, now?: string): Choice[] {
  const listed = now === undefined || periods.some(({ key }) => key === now) ? periods : [...[parsePeriod(now)].flatMap((period) => period ?? []), ...periods];
  return withBlank(listed.map(({ key, label }) => ({ value: key, text: key === now ? stays(label) : label, selected: key === chosen })), now);
}

export function metricOptions(metrics: readonly { slug: string; name: string }[], chosen: string, now?: string): Choice[] {
  return withBlank(metrics.map(({ slug, name }) => ({ value: slug, text: slug === now ? stays(name) : name, selected: slug === chosen })), now);
}

export function labelOf(key: string | undefined): string {
  return key === undefined ? 'no period' : (parsePeriod(key)?.label ?? key);
}

/** Where nothing holds now, nothing is chosen at first. */
function withBlank(choices: Choice[], now: string | undefined): Choice[] {
  return now === undefined ? [{ value: '', text: interimReviewsWords.replace.choose, selected: !choices.some(({ selected }) => selected) }, ...choices] : choices;
}
