import { type UnansweredThing } from '#domain/framework-closings/unanswered-thing.js';
import { alertsPaths } from '#features/alerts/alerts.paths.js';
import { dataGapsPaths } from '#features/data-gaps/data-gaps.paths.js';
import { inquiriesPaths } from '#features/inquiries/inquiries.paths.js';
import { interimReviewsPaths } from '#features/interim-reviews/interim-reviews.paths.js';
import { lettersPaths } from '#features/letters/letters.paths.js';
import { recommendationsPaths } from '#features/recommendations/recommendations.paths.js';

/** Where a thing's own public page is; undefined for what has none (returns, reports that are not out). */
export function pageOf({ kind, reference }: UnansweredThing): string | undefined {
  switch (kind) {
    case 'alert':
    case 'promise':
      return alertsPaths.show(reference);
    case 'answer':
      return reference.startsWith('AL-') ? alertsPaths.show(reference) : inquiriesPaths.show(reference);
    case 'inquiry':
      return inquiriesPaths.show(reference);
    case 'recommendation':
      return recommendationsPaths.show(reference);
    case 'letter':
      return lettersPaths.show(reference);
    case 'interim-review':
      return interimReviewsPaths.show(reference);
    case 'data-gap':
      return dataGapsPaths.show(reference);
    default:
      return undefined;
  }
}
