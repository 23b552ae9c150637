import { describe, expect, it } from '@jest/globals';
import { type Actor, VISITOR } from '#domain/access/permissions.js';
import { type Role } from '#domain/access/roles.js';
import { type AlertStatus } from '#domain/alerts/alert-status.js';
import { type AlertEvent } from '../alert-event.entity.js';
import { alertIn } from '../../../../../test/factories/alert.factory.js';
import { presentAlert } from './alert.presenter.js';

const person = (role: Role, organisationId: string): Actor => ({ kind: 'user', id: 'u', name: 'U', roles: [role], organisationId, homeOrganisationId: null });
const CHAIR = person('council-chair', 'council');
const SRO = person('sro', 'dfe');

describe('the page of an alert', () => {
  it.each<[AlertStatus, string, Actor, string, string[]]>([
    ['raised', 'a visitor', VISITOR, '2026-06-10', []],
    ['raised', 'the official', person('official', 'dfe'), '2026-06-10', ['/alerts/AL-2026-7K3D/acknowledge']],
    ['raised', 'the official of another department', person('official', 'dhsc'), '2026-06-10', []],
    ['raised', 'the chair in time', CHAIR, '2026-06-29', []],
    ['raised', 'the chair after the due date', CHAIR, '2026-06-30', ['/alerts/AL-2026-7K3D/decide']],
    ['acknowledged', 'the SRO', SRO, '2026-06-10', ['/alerts/AL-2026-7K3D/answer']],
    ['acknowledged', 'the official, who may not answer', person('official', 'dfe'), '2026-06-10', []],
    ['answered', 'the chair', CHAIR, '2026-06-21', ['/alerts/AL-2026-7K3D/decide']],
    ['answered', 'a reviewer', person('reviewer', 'council'), '2026-06-21', []],
    ['closed', 'the chair', CHAIR, '2026-06-21', []],
  ])('%s: offers %s what the table allows', (status, _, actor, today, hrefs) => {
    expect(presentAlert(alertIn(status), [], { actor, today }).buttons.map(({ href }) => href)).toEqual(hrefs);
  });

  it('shows the named owner, the plan with its five parts, and the history', () => {
    const event: Partial<AlertEvent> = { action: 'answer', actorOffice: 'Department for Education', text: 'Catch up by summer.', at: new Date('2026-06-20T08:00:00Z') };
    const page = presentAlert(alertIn('answered'), [event as AlertEvent], { actor: VISITOR, today: '2026-12-01' });
    const facts = Object.fromEntries(page.facts.map(({ key, value }) => [key.text, value.text]));
    expect(facts).toMatchObject({ 'Owner of the answer': 'Helen Marsh, Director', Answered: '20 June 2026', 'Answer due': '29 June 2026' });
    expect(page.plan?.actions[0]?.facts.map(({ value }) => value.text)).toEqual([
      'Open 20 catch-up hubs',
      'Director of schools',
      '30 September 2026',
      '2 points more',
      'Key stage 2 attainment, July 2027',
    ]);
    expect(page.timeline).toEqual([
      { title: 'Answered with a recovery plan', when: '20 June 2026 at 9:00am', office: 'Department for Education', text: 'Catch up by summer.' },
    ]);
    expect(page.noResponse).toBeUndefined();
  });

  it('says "No response" with the day it was due', () => {
    expect(presentAlert(alertIn('acknowledged'), [], { actor: VISITOR, today: '2026-06-30' }).noResponse).toBe(
      'No response. An answer was due by 29 June 2026.',
    );
  });
});
