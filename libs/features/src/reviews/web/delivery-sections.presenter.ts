import { type DeliveredContent, promisesOf } from '#domain/reviews/delivery-facts.js';
import { SECTION_CHANGES, type SectionChange, whatChanged } from '#domain/reviews/what-changed.js';
import { type TextChange, textDifference } from '#domain/submissions/text-difference.js';
import { type DeliveredVersion, type EarlierDelivery } from '../deliveries.queries.js';
import { reviewsWords } from '../reviews.words.js';

interface SectionShown {
  title: string;
  /** Undefined for a first version, where there is nothing to compare with. */
  tag: { text: string; classes: string } | undefined;
  text: string;
  /** Where it differs: the two texts, each run of words that stayed, went or came. */
  beside: { beforeTitle: string; before: TextChange[]; nowTitle: string; now: TextChange[] } | undefined;
}

export interface DeliverySections {
  intro: string;
  sections: SectionShown[];
}

const TAG_OF_CHANGE: Record<SectionChange, string> = {
  same: 'govuk-tag--grey',
  changed: 'govuk-tag--yellow',
  new: 'govuk-tag--blue',
  'left-out': 'govuk-tag--red',
};

/** Section by section what was delivered, beside the version before it where there is one. */
export function deliverySections(version: DeliveredVersion, before: EarlierDelivery | null): DeliverySections {
  const words = reviewsWords.show;
  if (!before) {
    return { intro: words.firstIntro, sections: version.sections.map(({ title, text }) => ({ title, tag: undefined, text, beside: undefined })) };
  }
  const sections = whatChanged(before.sections, version.sections).map((section) => {
    const differs = section.change !== 'same';
    const changes = differs ? textDifference(section.before, section.after) : [];
    return {
      title: section.title,
      tag: { text: SECTION_CHANGES[section.change], classes: TAG_OF_CHANGE[section.change] },
      text: section.after,
      beside: differs
        ? {
            beforeTitle: words.beforeTitle(before.number),
            before: changes.filter(({ kind }) => kind !== 'added'),
            nowTitle: words.nowTitle(version.number),
            now: changes.filter(({ kind }) => kind !== 'removed'),
          }
        : undefined,
    };
  });
  return { intro: words.changedIntro(before.number), sections };
}

export interface PromisesBeside {
  thenTitle: string;
  reference: string;
  pairs: { title: string; then: string; now: string }[];
}

/** What was promised for the period before, beside what is said now; undefined where nothing was delivered for it. */
export function promisesBeside(delivered: DeliveredContent, lastPeriod: EarlierDelivery | null): PromisesBeside | undefined {
  if (!lastPeriod) return undefined;
  const now = new Map(promisesOf(delivered).map(({ title, text }) => [title, text]));
  const then = lastPeriod.promises.map(({ title, text }) => ({ title, then: text, now: now.get(title) ?? '' }));
  return { thenTitle: reviewsWords.show.promisesThen(lastPeriod.label), reference: lastPeriod.reference, pairs: then };
}
