/** Days that the file says it holds for: well within the year that RFC 9116 advises. */
const HOLDS_DAYS = 180;

/** What `security.txt` says. */
export interface SecurityFacts {
  /** `mailto:`, `https:` or `tel:`. */
  contact: string;
  /** Of the site, without a slash at the end. */
  baseUrl: string;
  path: string;
  now: Date;
}

/** The file by RFC 9116. It expires at a midnight, so that it stays the same for a day. */
export function securityText({ contact, baseUrl, path, now }: SecurityFacts): string {
  const expires = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + HOLDS_DAYS));
  const lines = [`Contact: ${contact}`, `Expires: ${expires.toISOString().replace('.000', '')}`, 'Preferred-Languages: en, cy', `Canonical: ${baseUrl}${path}`];
  return lines.map((line) => `${line}\r\n`).join('');
}

/** Whom to write to where nobody has set a contact: the address that mail comes from. @param from "Waymark <waymark@example.org>" */
export function contactOf(set: string | undefined, from: string): string {
  return set ?? `mailto:${/<([^>]+)>/.exec(from)?.[1] ?? from.trim()}`;
}
