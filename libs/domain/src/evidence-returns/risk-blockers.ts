import type { Refusal } from '#domain/workflow/transition-table.js';
import { lineBlockers, MOST_WORDS, textBlockers } from './answer-limits.js';
import { RISK_PROXIMITIES } from './evidence-return-choices.js';
import type { ReturnRisk } from './evidence-return-content.js';
import { RISK_SCORES } from './risk-score.js';

/** What a risk still lacks, each with its field. */
export function riskBlockers({ risk, impact, likelihood, proximity, owner, response }: ReturnRisk): Refusal[] {
  return [
    ...textBlockers(risk, { what: 'what could go wrong', field: 'risk', name: 'Risk', most: MOST_WORDS.risk }),
    ...(RISK_SCORES.includes(impact) ? [] : [{ code: 'impact-missing', message: 'Select the impact, from 1 to 5', field: 'impact' }]),
    ...(RISK_SCORES.includes(likelihood) ? [] : [{ code: 'likelihood-missing', message: 'Select the likelihood, from 1 to 5', field: 'likelihood' }]),
    ...(Object.hasOwn(RISK_PROXIMITIES, proximity) ? [] : [{ code: 'proximity-missing', message: 'Select when it would strike', field: 'proximity' }]),
    ...lineBlockers(owner, 'who owns the risk', 'owner', 'Owner'),
    ...textBlockers(response, { what: 'what is done about it', field: 'response', name: 'Response', most: MOST_WORDS.response }),
  ];
}
