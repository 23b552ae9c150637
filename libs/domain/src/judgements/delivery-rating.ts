import type { Verdict } from './verdict.js';

/**
 * A department's own rating of the likelihood that its target is met. Five points, after the delivery confidence scale
 * of the Infrastructure and Projects Authority and the Treasury Gateway, worded for a target instead of a project.
 */
export const DELIVERY_RATINGS = {
  green: {
    words: 'Green',
    definition: 'It is highly likely that the target will be met. No major outstanding issue appears to threaten it.',
  },
  'amber-green': {
    words: 'Amber-green',
    definition:
      'It is probable that the target will be met. Constant attention is needed so that risks do not become major issues.',
  },
  amber: {
    words: 'Amber',
    definition:
      'It is feasible that the target will be met, but significant issues need management attention. They appear resolvable now and, if addressed without delay, should not stop the target from being met.',
  },
  'amber-red': {
    words: 'Amber-red',
    definition:
      'It is in doubt that the target will be met, with major risks or issues in a number of key areas. Prompt action is needed to address them and to establish whether they can be resolved.',
  },
  red: {
    words: 'Red',
    definition:
      'It appears that the target will not be met. There are major issues that do not appear manageable or resolvable at present. The approach to the target may need to be reassessed.',
  },
} as const satisfies Record<string, { words: string; definition: string }>;

export type DeliveryRating = keyof typeof DELIVERY_RATINGS;

export const DELIVERY_RATING_SLUGS = Object.keys(DELIVERY_RATINGS) as readonly DeliveryRating[];

const STEP_OF_RATING: Record<DeliveryRating, number> = { green: 0, 'amber-green': 0, amber: 1, 'amber-red': 2, red: 3 };

const STEP_OF_VERDICT: Partial<Record<Verdict, number>> = {
  achieved: 0,
  'at-target': 0,
  'on-track': 0,
  slipping: 1,
  'cannot-tell-yet': 1,
  'off-track': 2,
  deteriorating: 3,
  missed: 3,
};

/** @returns steps between the two on the one ladder (0 to 3), or undefined where the verdict has no step. */
export function stepsApart(verdict: Verdict, rating: DeliveryRating): number | undefined {
  const step = STEP_OF_VERDICT[verdict];
  return step === undefined ? undefined : Math.abs(step - STEP_OF_RATING[rating]);
}

/**
 * Two steps apart, either way, is a conflict. A verdict without a step conflicts with *green* alone: "highly likely"
 * may not be claimed where the figures say nothing.
 */
export function isConflict(verdict: Verdict, rating: DeliveryRating): boolean {
  const steps = stepsApart(verdict, rating);
  return steps === undefined ? rating === 'green' : steps >= 2;
}

/** The same between the figures' word and the council's; a word without a step is none of the two's to be held against. */
export function areInConflict(one: Verdict, other: Verdict): boolean {
  const [a, b] = [STEP_OF_VERDICT[one], STEP_OF_VERDICT[other]];
  return a !== undefined && b !== undefined && Math.abs(a - b) >= 2;
}

/** Is the rating better than the figures by two steps or more? Never where the verdict has no step. */
export function isAheadOf(rating: DeliveryRating, verdict: Verdict): boolean {
  const step = STEP_OF_VERDICT[verdict];
  return step !== undefined && step - STEP_OF_RATING[rating] >= 2;
}

export function isDeliveryRating(text: string): text is DeliveryRating {
  return Object.hasOwn(DELIVERY_RATINGS, text);
}
