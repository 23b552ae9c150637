import { type DeliveredContent, promisesOf } from '#domain/reviews/delivery-facts.js';
import { type FollowedStep, stepsFollowedUp } from '#domain/reviews/step-follow-up.js';
import { SECTION_CHANGES, type SectionChange, whatChanged } from '#domain/reviews/what-changed.js';
import { type TextChange, textDifference } from '#domain/submissions/text-difference.js';
import { longDate } from '#platform/pages/dates.js';
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
  const sections = sectionsBeside(version, { ...before, title: words.beforeTitle(before.number) }, words.nowTitle(version.number));
  return { intro: words.changedIntro(before.number), sections };
}

/** Every section as it is now, and where it differs beside what it was, word by word. */
export function sectionsBeside(version: Pick<DeliveredVersion, 'sections'>, before: { sections: DeliveredVersion['sections']; title: string }, nowTitle: string): SectionShown[] {
  return whatChanged(before.sections, version.sections).map((section) => {
    const differs = section.change !== 'same';
    const changes = differs ? textDifference(section.before, section.after) : [];
    return {
      title: section.title,
      tag: { text: SECTION_CHANGES[section.change], classes: TAG_OF_CHANGE[section.change] },
      text: section.after,
      beside: differs
        ? {
            beforeTitle: before.title,
            before: changes.filter(({ kind }) => kind !== 'added'),
            nowTitle,
            now: changes.filter(({ kind }) => kind !== 'removed'),
          }
        : undefined,
    };
  });
}

export interface PromisesBeside {
  thenTitle: string;
  reference: string;
  pairs: { title: string; then: string; now: string }[];
  /** Dated steps of a return, each with what became of it. */
  steps: { action: string; who: string; outcome: string; tag: string; what: string }[];
}

/** What was promised for the period before, beside what is said now; undefined where nothing was delivered for it. */
export function promisesBeside(delivered: DeliveredContent, lastPeriod: EarlierDelivery | null): PromisesBeside | undefined {
  if (!lastPeriod) return undefined;
  const now = new Map(promisesOf(delivered).map(({ title, text }) => [title, text]));
  const then = lastPeriod.promises.map(({ title, text }) => ({ title, then: text, now: now.get(title) ?? '' }));
  const { promisesThen, step, nothingSaid } = reviewsWords.show;
  const steps = followed(delivered, lastPeriod.delivered).map(({ action, owner, dueOn, outcome, what }) => ({
    action,
    who: step(owner, longDate(dueOn)),
    outcome: outcome ?? nothingSaid,
    tag: outcome === null ? 'govuk-tag--red' : 'govuk-tag--grey',
    what,
  }));
  return { thenTitle: promisesThen(lastPeriod.label), reference: lastPeriod.reference, pairs: then, steps };
}

function followed(now: DeliveredContent, last: DeliveredContent): FollowedStep[] {
  return now.kind === 'evidence-return' && last.kind === 'evidence-return' ? stepsFollowedUp(last.content, now.content) : [];
}
