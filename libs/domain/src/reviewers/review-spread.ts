/** A review that needs another holder. */
export interface ReviewToSpread {
  id: string;
  /** ISO date; the earliest is given away first. */
  dueOn: string;
}

/** Somebody who might take it. */
export interface SpreadCandidate {
  id: string;
  name: string;
  /** Reviews that they hold already. */
  load: number;
  /** Away on these days, both ends counted. ISO dates. */
  away: readonly { from: string; to: string }[];
  /** Ids of the reviews that they may not do. */
  barredFrom: ReadonlySet<string>;
}

/** Who is proposed for a review; null where nobody may or is there, so that it goes back to the queue. */
export interface SpreadProposal {
  reviewId: string;
  candidateId: string | null;
}

/**
 * Gives each review to whoever holds the fewest by then, may do it, and is there on its due date (today for what is overdue) and today.
 * The same load goes by name, then by id, so that two looks at the same facts agree.
 * @param today ISO date.
 */
export function proposeSpread(reviews: readonly ReviewToSpread[], candidates: readonly SpreadCandidate[], today: string): SpreadProposal[] {
  const load = new Map(candidates.map((candidate) => [candidate.id, candidate.load]));
  const byDue = [...reviews].sort((left, right) => (left.dueOn === right.dueOn ? (left.id < right.id ? -1 : 1) : left.dueOn < right.dueOn ? -1 : 1));
  return byDue.map(({ id: reviewId, dueOn }) => {
    const days = [today, dueOn < today ? today : dueOn];
    const fit = candidates
      .filter(({ away, barredFrom }) => !barredFrom.has(reviewId) && !away.some(({ from, to }) => days.some((day) => from <= day && day <= to)))
      .sort((left, right) => (load.get(left.id) ?? 0) - (load.get(right.id) ?? 0) || compareTexts(left.name, right.name) || compareTexts(left.id, right.id));
    const [taker] = fit;
    if (taker) load.set(taker.id, (load.get(taker.id) ?? 0) + 1);
    return { reviewId, candidateId: taker?.id ?? null };
  });
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
