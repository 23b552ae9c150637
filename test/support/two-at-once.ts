/** How each of two that were sent at once ended: `done`, or the kind of its refusal. A fault that is no refusal says what it was. */
export async function endsOf(moves: readonly Promise<unknown>[]): Promise<string[]> {
  const ends = await Promise.allSettled(moves);
  return ends.map((end) => (end.status === 'fulfilled' ? 'done' : ((end.reason as { kind?: string }).kind ?? String(end.reason)))).sort();
}

/** One is done, the other is told that it came too late. */
export const ONE_OF_TWO = ['conflict', 'done'];
