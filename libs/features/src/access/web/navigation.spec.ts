import { describe, expect, it } from '@jest/globals';
import { type Actor, VISITOR } from '#domain/access/permissions.js';
import { type Role } from '#domain/access/roles.js';
import { landingFor, navigationFor } from './navigation.js';

const person = (...roles: Role[]): Actor => ({ kind: 'user', id: 'u1', name: 'Asha Rahman', roles, organisationId: 'o1', homeOrganisationId: null });

describe('after signing in', () => {
  it.each<[Role, string]>([
    ['official', '/work'],
    ['sro', '/work'],
    ['reviewer', '/reviews'],
    ['council-member', '/'],
    ['statistician', '/statistics'],
    ['place-official', '/my-place'],
    ['director', '/briefings'],
    ['administrator', '/'],
  ])('%s lands on %s', (role, address) => {
    expect(landingFor(person(role))).toBe(address);
  });
});

describe('the navigation', () => {
  const shown = (actor: Actor, path: string): string[] => navigationFor(actor, path).map(({ text, active }) => (active ? `[${text}]` : text));

  it('shows a visitor the public places, the current one marked', () => {
    expect(shown(VISITOR, '/alerts/AL-2026-ABCD')).toEqual(['Missions', 'Metrics', 'Places', '[Alerts]', 'Calendar', 'Consultations', 'Reports', 'Inquiries', 'Sign in']);
  });

  it('marks one place, the nearest', () => {
    const marked = (path: string): string[] => shown(person('administrator'), path).filter((text) => text.startsWith('['));
    expect([marked('/calendar/manage'), marked('/calendar/days/new'), marked('/calendar')]).toEqual([['[Keep the calendar]'], ['[Calendar]'], ['[Calendar]']]);
  });

  it('marks a mission’s page as one of the missions', () => {
    expect(shown(VISITOR, '/frameworks/levelling-up-2022/missions/health')[0]).toBe('[Missions]');
  });

  it.each<[Role, string[]]>([
    ['official', ['My department’s work', 'Fact-checks', 'Contributions', 'Questions of inquiries']],
    ['reviewer', ['Review queue', 'Quality reviews']],
    ['council-chair', ['Review queue', 'Council’s judgements', 'Council’s decisions', 'Quality reviews']],
    ['statistician', ['Statistics']],
    ['place-official', ['Contributions', 'Questions of inquiries', 'Briefings', 'My place']],
    ['director', ['Contributions', 'Questions of inquiries', 'Briefings']],
    ['administrator', ['Keep the calendar', 'People', 'Roles in the council', 'Virus checks', 'Mail']],
  ])('adds for %s what they may open', (role, places) => {
    const own = role === 'administrator' ? ['Inbox', ...places] : role === 'council-chair' ? [...places, 'Inbox', 'Roles in the council'] : [...places, 'Inbox'];
    expect(shown(person(role), '/')).toEqual(['[Missions]', 'Metrics', 'Places', 'Alerts', 'Calendar', 'Consultations', 'Reports', 'Inquiries', ...own, 'Sign out (Asha Rahman)']);
  });
});
