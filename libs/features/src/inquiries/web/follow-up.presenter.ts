import { type RecommendationEvent } from '#features/recommendations/recommendation-event.entity.js';
import { recommendationTags } from '#features/recommendations/recommendation-rows.js';
import { type Recommendation } from '#features/recommendations/recommendation.entity.js';
import { recommendationsPaths } from '#features/recommendations/recommendations.paths.js';
import { recommendationsWords } from '#features/recommendations/recommendations.words.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { inquiriesPaths } from '../inquiries.paths.js';
import { inquiriesWords } from '../inquiries.words.js';
import { type Inquiry } from '../inquiry.entity.js';

const words = inquiriesWords.followUp;

export interface FollowUpPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  nothing: string | undefined;
  recommendations: { reference: string; href: string; text: string; tags: { text: string; classes: string }[]; facts: { key: string; text: string }[] }[];
}

/** Every recommendation of an inquiry with its answer, what was promised and the last report, until each has ended. @param today ISO date */
export function followUpPage({ reference, title }: Inquiry, recommendations: readonly Recommendation[], events: readonly RecommendationEvent[], today: string): FollowUpPage {
  const { facts, answer, promise, shown } = recommendationsWords.show;
  return {
    title: words.title(title),
    caption: reference,
    backLink: { text: words.back, href: inquiriesPaths.show(reference) },
    nothing: recommendations.length === 0 ? words.nothing : undefined,
    recommendations: recommendations.map((row) => {
      const report = events.findLast(({ action, recommendationId }) => action === 'progress' && recommendationId === row.id);
      return {
        reference: row.reference, href: recommendationsPaths.show(row.reference), text: row.text, tags: recommendationTags(row, today),
        facts: [
          { key: facts.to, text: row.addressee.name },
          { key: facts.due, text: longDate(row.answerDueOn) },
          ...(row.answer === null ? [] : [{ key: answer, text: row.answer }]),
          ...(row.promise === null ? [] : [{ key: promise, text: row.promise }]),
          ...(row.promisedOn === null ? [] : [{ key: facts.promised, text: longDate(row.promisedOn) }]),
          ...(report === undefined ? [] : [{ key: words.progress, text: `${report.text} (${longDateTime(report.at)})` }]),
          ...(row.shown === null ? [] : [{ key: shown, text: row.shown }]),
        ],
      };
    }),
  };
}
