import { describe, expect, it } from '@jest/globals';
import { clearsOnFigures, CONCERNS_STATISTICIANS, HOW_IT_CLEARS, MOVES_WITH_LEAD } from './alert-clearing.js';
import { ALERT_KINDS, ALERT_STATUS, type AlertKind, type AlertStatus } from './alert-status.js';

describe('what clears an alert', () => {
  it('is said for every kind', () => {
    const kinds = Object.keys(ALERT_KINDS).sort();
    expect(Object.keys(HOW_IT_CLEARS).sort()).toEqual(kinds);
    expect(Object.keys(MOVES_WITH_LEAD).sort()).toEqual(kinds);
    expect(kinds).toEqual(expect.arrayContaining([...CONCERNS_STATISTICIANS]));
  });

  it.each<[string, AlertStatus[]]>([
    // new figures: nobody has answered yet. A plan is held to its own release, an escalation is the council's to end
    ['new-period', ['raised', 'acknowledged']],
    ['revision', (Object.keys(ALERT_STATUS) as AlertStatus[]).filter((status) => status !== 'closed')],
  ])('%s: %j', (cause, statuses) => {
    expect((Object.keys(ALERT_STATUS) as AlertStatus[]).filter((status) => clearsOnFigures(status, cause))).toEqual(statuses);
  });

  it('leaves where it is what the lead does not owe', () => {
    const staying = (Object.keys(MOVES_WITH_LEAD) as AlertKind[]).filter((kind) => !MOVES_WITH_LEAD[kind]);
    expect(staying).toEqual(['no-lead', 'report-late']);
  });
});
