import { longDateTime } from '#platform/pages/dates.js';

/** One notice in a digest. */
export interface DigestLine {
  subject: string;
  path: string | null;
  writtenAt: Date;
}

/** One letter for many notices, oldest first: when, what, and where to go on. */
export function digestLetter(name: string, lines: readonly DigestLine[], { baseUrl, preferences }: { baseUrl: string; preferences: string }): { subject: string; body: string } {
  const items = [...lines]
    .sort((left, right) => left.writtenAt.getTime() - right.writtenAt.getTime())
    .map(({ subject, path, writtenAt }) => [`${longDateTime(writtenAt)}: ${subject}`, ...(path === null ? [] : [`${baseUrl}${path}`])].join('\n'));
  const count = lines.length === 1 ? '1 notice' : `${lines.length} notices`;
  const paragraphs = [`Dear ${name},`, `There ${lines.length === 1 ? 'is' : 'are'} ${count} for you on Waymark.`, ...items, `Choose how often you are told:\n${baseUrl}${preferences}`];
  return { subject: `${count} from Waymark`, body: `${paragraphs.join('\n\n')}\n` };
}
