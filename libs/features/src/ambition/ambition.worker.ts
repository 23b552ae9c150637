import { ambitionOf } from '#domain/ambition/rule-ambition.js';
import { type AmbitionRequest } from '#domain/ambition/target-ambition.js';
import { answerEach } from '#platform/process/answer-each.js';

answerEach((requests: readonly AmbitionRequest[]) => requests.map(ambitionOf));
