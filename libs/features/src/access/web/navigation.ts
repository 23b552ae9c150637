import { type Actor, may, type Permission } from '#domain/access/permissions.js';
import { accessPaths } from '../access.paths.js';

interface Place {
  text: string;
  href: string;
  permission: Permission;
}

/** The service navigation in its order; each entry shows to those who may open it. */
const PLACES: Place[] = [
  { text: 'Missions', href: '/', permission: 'public.read' },
  { text: 'Metrics', href: '/figures', permission: 'public.read' },
  { text: 'Places', href: '/places', permission: 'public.read' },
  { text: 'Alerts', href: '/alerts', permission: 'public.read' },
  { text: 'Calendar', href: '/calendar', permission: 'public.read' },
  { text: 'Consultations', href: '/consultations', permission: 'public.read' },
  { text: 'Reports', href: '/reports', permission: 'public.read' },
  { text: 'Inquiries', href: '/inquiries', permission: 'public.read' },
  { text: 'My department’s work', href: '/work', permission: 'submission.list' },
  { text: 'Review queue', href: '/reviews', permission: 'review.list' },
  { text: 'Council’s judgements', href: '/council/judgements', permission: 'judgement.write-council' },
  { text: 'Council’s decisions', href: '/council/decisions/work', permission: 'council.decide' },
  { text: 'Quality reviews', href: '/council/quality-reviews', permission: 'quality-review.write' },
  { text: 'Fact-checks', href: '/fact-checks', permission: 'report.check' },
  { text: 'Contributions', href: '/contributions', permission: 'contribution.answer' },
  { text: 'Questions of inquiries', href: '/inquiries/asked', permission: 'inquiry.answer' },
  { text: 'Briefings', href: '/briefings', permission: 'briefing.read' },
  { text: 'My place', href: '/my-place', permission: 'place.reply' },
  { text: 'Statistics', href: '/statistics', permission: 'import.read' },
  { text: 'Inbox', href: '/inbox', permission: 'inbox.read' },
  { text: 'Keep the calendar', href: '/calendar/manage', permission: 'calendar.manage' },
  { text: 'People', href: '/people', permission: 'user.manage' },
  { text: 'Roles in the council', href: '/council/grants/waiting', permission: 'council-role.propose' },
  { text: 'Virus checks', href: '/virus-checks', permission: 'queue.read' },
  { text: 'Mail', href: '/mailbox', permission: 'mailbox.read' },
];

/** Items in the shape of GOV.UK Frontend's service navigation, the current one marked. */
export function navigationFor(actor: Actor, path: string): { text: string; href: string; active: boolean }[] {
  const places = PLACES.filter(({ permission }) => may(actor, permission));
  const account =
    actor.kind === 'visitor' ? { text: 'Sign in', href: accessPaths.signIn } : { text: `Sign out (${actor.name})`, href: accessPaths.signOut };
  const entries = [...places, account];
  const [current] = entries.map(({ href }) => href).filter((href) => isAt(href, path)).sort((left, right) => right.length - left.length);
  return entries.map(({ text, href }) => ({ text, href, active: href === current }));
}

/** Several may be: the one that says most is marked. */
function isAt(href: string, path: string): boolean {
  return href === '/' ? path === '/' || path.startsWith('/frameworks') : path === href || path.startsWith(`${href}/`);
}

/** Where somebody lands after signing in: on the work that waits for them. */
export function landingFor(actor: Actor): string {
  if (may(actor, 'submission.list')) return '/work';
  if (may(actor, 'review.decide')) return '/reviews';
  if (may(actor, 'place.reply')) return '/my-place';
  if (may(actor, 'briefing.read')) return '/briefings';
  return may(actor, 'import.read') ? '/statistics' : '/';
}

export const FOOTER_LINKS = [
  { href: '/changes', text: 'What changed this month' },
  { href: '/method', text: 'How verdicts are reached' },
  { href: '/data-gaps', text: 'Data gaps' },
  { href: '/interim-reviews', text: 'Interim reviews' },
  { href: '/funding', text: 'Funding' },
  { href: '/proposals', text: 'Local proposals' },
  { href: '/directors', text: 'Levelling up directors' },
  { href: '/council', text: 'The council' },
  { href: '/departments', text: 'Departments' },
  { href: '/corrections', text: 'Corrections' },
  { href: '/calibration', text: 'What became of departments’ ratings' },
  { href: '/recommendations', text: 'Recommendations of the council' },
  { href: '/letters', text: 'Letters' },
  { href: '/council/interests', text: 'Interests of the council' },
  { href: '/pre-release-access', text: 'Pre-release access' },
  { href: '/accessibility', text: 'Accessibility' },
  { href: '/cookies', text: 'Cookies' },
  { href: '/privacy', text: 'Privacy' },
  { href: '/data', text: 'Open data and API' },
];
