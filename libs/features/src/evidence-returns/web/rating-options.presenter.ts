import { DELIVERY_RATING_SLUGS, DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';

/** An item of GOV.UK Frontend's radios. */
export interface RatingOption {
  value: string;
  text: string;
  hint: { text: string };
  checked: boolean;
}

/** The five points with their definitions, from most to least likely. */
export function ratingOptions(selected: string | null): RatingOption[] {
  return DELIVERY_RATING_SLUGS.map((slug) => ({
    value: slug,
    text: DELIVERY_RATINGS[slug].words,
    hint: { text: DELIVERY_RATINGS[slug].definition },
    checked: slug === selected,
  }));
}
