import { isJudged, severityOf, type Verdict } from './verdict.js';

/** How a mission's word moved since a year ago. */
export type ChangeSince = 'new' | 'better' | 'worse' | 'same' | 'not-judged-then' | 'not-judged-now';

/**
 * Words that judge nothing, such as *no data*, can be neither better nor worse. *Slipping* and *cannot tell yet* are one step.
 * @param wasThere was the mission set a year ago?
 */
export function changeSince(now: Verdict | undefined, then: Verdict | undefined, wasThere: boolean): ChangeSince {
  if (!wasThere) return 'new';
  if (then === undefined || !isJudged(then)) return 'not-judged-then';
  if (now === undefined || !isJudged(now)) return 'not-judged-now';
  const moved = (severityOf(now) ?? 0) - (severityOf(then) ?? 0);
  return moved === 0 ? 'same' : moved < 0 ? 'better' : 'worse';
}
