import { owedBy } from '#domain/alerts/alert-deadlines.js';
import { noResponse } from '#domain/alerts/response-due.js';
import { clockDay } from '#features/frameworks/clock-day.js';
import { type Alert } from './alert.entity.js';

/** Has the day passed by which an answer, or another one, was due? @param today ISO date in London */
export function isUnanswered(alert: Pick<Alert, 'status' | 'responseDueOn' | 'answerAgainDueOn' | 'answeredAt' | 'framework'>, today: string): boolean {
  return noResponse({ status: alert.status, responseDueOn: owedBy(alert), answered: alert.answeredAt !== null && alert.answerAgainDueOn === null }, clockDay(alert.framework, today));
}
