import { describe, expect, it } from '@jest/globals';
import { type Actor, systemActor, VISITOR } from '#domain/access/permissions.js';
import type { Role } from '#domain/access/roles.js';
import { alertMovesFor, positionsTowards } from './alert-position.js';
import type { AlertFacts, AlertPosition } from './alert-workflow.js';
import type { AlertStatus } from './alert-status.js';

const person = (roles: Role[], organisationId: string, homeOrganisationId: string | null = null): Actor => ({
  kind: 'user',
  id: 'u1',
  name: 'Somebody',
  roles,
  organisationId,
  homeOrganisationId,
});

const OFFICIAL = person(['official'], 'dfe');
const SRO = person(['sro'], 'dfe');
const CHAIR = person(['council-chair'], 'council');

const FACTS: AlertFacts = {
  responseDueOn: '2026-04-30',
  today: '2026-04-01',
  ownerName: null,
  ownerJob: null,
  plan: null,
  answered: false,
  reason: '',
};

describe('where somebody stands towards an alert of the Department for Education', () => {
  it.each<[string, Actor, AlertPosition[]]>([
    ['its official', OFFICIAL, ['department']],
    ['its SRO', SRO, ['department']],
    ['the SRO of another', person(['sro'], 'dhsc'), []],
    ['the council’s chair', CHAIR, ['council']],
    ['a reviewer, who does not decide', person(['reviewer'], 'council'), []],
    ['a council member on loan from it', person(['council-member'], 'council', 'dfe'), []],
    ['a council member on loan from another', person(['council-member'], 'council', 'dhsc'), ['council']],
    ['an administrator', person(['administrator'], 'service'), []],
    ['a statistician who sits in it', person(['statistician'], 'dfe'), []],
    ['a visitor', VISITOR, []],
    ['a job', systemActor('job', 'clear-alert'), ['system']],
    ['a command', systemActor('command', 'judge'), []],
  ])('%s', (_, actor, positions) => {
    expect(positionsTowards(actor, 'dfe')).toEqual(positions);
  });

  it('is nobody’s department in a vacancy', () => {
    expect(positionsTowards(OFFICIAL, null)).toEqual([]);
    expect(positionsTowards(CHAIR, null)).toEqual(['council']);
  });
});

describe('what somebody is offered', () => {
  it.each<[AlertStatus, Actor, Partial<AlertFacts>, string[]]>([
    ['raised', OFFICIAL, {}, ['acknowledge', 'query', 'ask-time']],
    ['raised', CHAIR, {}, ['reply']],
    ['raised', CHAIR, { today: '2026-05-01' }, ['escalate', 'reply']],
    ['acknowledged', OFFICIAL, { ownerName: 'H', ownerJob: 'D' }, ['acknowledge', 'query', 'ask-time']],
    ['acknowledged', SRO, { ownerName: 'H', ownerJob: 'D' }, ['answer', 'acknowledge', 'query', 'ask-time']],
    ['escalated', SRO, {}, ['acknowledge', 'query', 'ask-time']],
    ['escalated', SRO, { ownerName: 'H', ownerJob: 'D' }, ['acknowledge', 'answer', 'query', 'ask-time']],
    ['answered', CHAIR, { plan: { summary: '', actions: [] } }, ['not-accept', 'escalate']],
    ['closed', CHAIR, {}, []],
  ])('%s', (status, actor, over, actions) => {
    const moves = alertMovesFor(actor, { status, organisationId: 'dfe' }, { ...FACTS, ...over });
    expect(moves.map(({ action }) => action)).toEqual(actions);
  });
});
