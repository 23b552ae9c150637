/** What somebody can subscribe to: everything, or what concerns one mission, department or place. */
export type SubscriptionSubject = { kind: 'all' } | { kind: 'mission' | 'department' | 'place'; key: string };

const PATTERNS: Record<Exclude<SubscriptionSubject['kind'], 'all'>, RegExp> = {
  // `<framework>/<mission>`, by their slugs
  mission: /^[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/,
  department: /^[a-z0-9][a-z0-9-]*$/,
  place: /^[A-Z][A-Z0-9]{2,14}$/,
};

/** @param text `all`, `mission:levelling-up-2022/health`, `department:dfe`, `place:E08000003` @returns null for anything else */
export function subjectOf(text: string): SubscriptionSubject | null {
  if (text === 'all') return { kind: 'all' };
  const [kind = '', key = ''] = text.split(':', 2);
  if (kind !== 'mission' && kind !== 'department' && kind !== 'place') return null;
  return text.length <= 200 && PATTERNS[kind].test(key) && text === `${kind}:${key}` ? { kind, key } : null;
}

/** As it is kept and stands in addresses. */
export function subjectText(subject: SubscriptionSubject): string {
  return subject.kind === 'all' ? 'all' : `${subject.kind}:${subject.key}`;
}

/** How often somebody is mailed. */
export const RHYTHMS = { 'at-once': 'At once, when something changes', weekly: 'Once a week, on Monday morning' } as const;

export type Rhythm = keyof typeof RHYTHMS;

export const RHYTHM_NAMES = Object.keys(RHYTHMS) as Rhythm[];

/** Days in which an address must be confirmed. */
export const DAYS_TO_CONFIRM = 7;

/** Most requests that are mailed to one address, and most that one network may make, in an hour. */
export const MOST_OF_ADDRESS = 5;
export const MOST_OF_NETWORK = 30;

/** More news than this at one moment comes in one mail. */
export const MOST_SINGLE_MAILS = 5;

/**
 * What counts as one network: an IPv4 address, of IPv6 the first 64 bits, which one household or host has to itself.
 * @param ip as the socket tells it; an IPv4 address may be written as IPv6
 */
export function networkOf(ip: string): string {
  const four = /(?:^|:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(ip)?.[1];
  if (four !== undefined) return four;
  const [head = '', tail] = (ip.toLowerCase().split('%')[0] ?? '').split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const after = (tail ?? '').split(':').filter((group) => group !== '');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  return [...groups, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}
