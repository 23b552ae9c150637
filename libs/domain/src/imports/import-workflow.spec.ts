import { describe, expect, it } from '@jest/globals';
import { faultsOf, nextActions } from '#domain/workflow/transition-table.js';
import { IMPORT_STATES, type ImportState, STATES_AT_WORK } from './import-state.js';
import { IMPORT_WORKFLOW, type ImportAction, type ImportFacts, type ImportPosition, loadBlockers } from './import-workflow.js';

describe('the workflow of an upload', () => {
  it('reaches every state and has no trap', () => {
    expect(faultsOf(IMPORT_WORKFLOW)).toEqual([]);
    expect(IMPORT_WORKFLOW.states).toEqual(Object.keys(IMPORT_STATES));
  });

  it.each<[ImportState, ImportPosition, ImportAction[]]>([
    ['uploaded', 'statistician', []],
    ['uploaded', 'system', ['begin-check', 'begin-load', 'fail']],
    ['checking', 'statistician', []],
    ['checking', 'system', ['finish-check', 'refuse', 'fail']],
    ['checked', 'statistician', ['load', 'check-again', 'discard']],
    ['checked', 'system', ['discard']],
    ['loading', 'statistician', []],
    ['loading', 'system', ['finish-load', 'refuse', 'fail']],
    ['loaded', 'statistician', []],
    ['loaded', 'system', []],
    ['refused', 'statistician', ['check-again', 'discard']],
    ['failed', 'statistician', ['check-again', 'discard']],
    ['failed', 'system', ['discard']],
    ['discarded', 'statistician', []],
  ])('%s: the %s may %j', (from, who, actions) => {
    expect(nextActions(IMPORT_WORKFLOW, from, [who]).map(({ action }) => action)).toEqual(actions);
  });

  it('leaves a file in the system’s hands exactly while work is on its way', () => {
    const inSystemHands = IMPORT_WORKFLOW.states.filter(
      (state) => nextActions(IMPORT_WORKFLOW, state, ['statistician']).length === 0 && !IMPORT_WORKFLOW.final.includes(state),
    );
    expect(inSystemHands).toEqual(STATES_AT_WORK);
  });
});

describe('what stands against loading', () => {
  const facts = (over: Partial<ImportFacts> = {}): ImportFacts => ({
    alreadyLoaded: false, rowsToLoad: 9, rowsAtFault: 0, acceptRejects: false, toConfirm: [], confirm: {}, ...over,
  });

  it.each<[string, Partial<ImportFacts>, string[]]>([
    ['nothing, for a clean file', {}, []],
    ['that it is loaded already, and nothing else', { alreadyLoaded: true, rowsAtFault: 2 }, ['already-loaded']],
    ['that no row is left', { rowsToLoad: 0, rowsAtFault: 2, acceptRejects: true }, ['nothing-to-load']],
    ['rows at fault', { rowsAtFault: 2 }, ['rejects-not-accepted']],
    ['nothing, where the rest is to be loaded without them', { rowsAtFault: 2, acceptRejects: true }, []],
    ['another unit without a reason', { toConfirm: ['unit'], confirm: { unit: '  ' } }, ['unit-reason-missing']],
    ['nothing, where the reason is given', { toConfirm: ['unit'], confirm: { unit: 'The publisher changed the base.' } }, []],
    ['a reason for something else', { toConfirm: ['direction'], confirm: { unit: 'The publisher changed the base.' } }, ['direction-reason-missing']],
    ['all at once', { rowsAtFault: 1, toConfirm: ['unit', 'direction'] }, ['rejects-not-accepted', 'unit-reason-missing', 'direction-reason-missing']],
  ])('%s', (_, over, codes) => {
    expect(loadBlockers(facts(over)).map(({ code }) => code)).toEqual(codes);
  });

  it('counts the rows in words', () => {
    expect(loadBlockers(facts({ rowsAtFault: 1 }))[0]?.message).toContain('without the row that is at fault');
    expect(loadBlockers(facts({ rowsAtFault: 1234 }))[0]?.message).toContain('without the 1,234 rows that are at fault');
  });
});
