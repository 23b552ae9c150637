import { type QualityFinding, valueOf } from './quality-section.js';

export type IncentiveStanding = 'found' | 'overdue' | 'due';

/** Where the look at a perverse incentive stands: its day has passed and nobody has written what was found. @param today ISO date */
export function incentiveStanding(finding: QualityFinding, today: string): IncentiveStanding {
  if (valueOf(finding, 'finding').trim() !== '') return 'found';
  return today > valueOf(finding, 'reviewOn') ? 'overdue' : 'due';
}
