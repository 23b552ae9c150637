/** A state that has begun and not ended. */
export interface Episode<Step> {
  /** The step that it began with. */
  readonly began: Step;
  /** The first step of it that may open an alert; none while only revisions and the like have brought it about. */
  readonly opener: Step | undefined;
}

export interface EpisodeRule<Step> {
  holds(step: Step): boolean;
  /** Where neither holds nor ends is true, what was stands on. */
  ends(step: Step): boolean;
  mayOpen(step: Step): boolean;
}

/**
 * The state that stands after all steps, so that an alert on it is raised once however often anybody looks.
 * @param steps oldest first
 */
export function standingEpisode<Step>(steps: readonly Step[], { holds, ends, mayOpen }: EpisodeRule<Step>): Episode<Step> | undefined {
  let episode: Episode<Step> | undefined;
  for (const step of steps) {
    if (ends(step)) episode = undefined;
    else if (holds(step)) episode = { began: episode?.began ?? step, opener: episode?.opener ?? (mayOpen(step) ? step : undefined) };
  }
  return episode;
}
