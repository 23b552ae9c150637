import { type Agent, type TestApplication } from './application.js';

/** The page that takes a release. */
export const NEW_IMPORT = '/statistics/imports/new';

export interface UploadedRelease { status: number; to: string }

/** Sends a release as a browser does. @param token of the form; the page's own, unless given */
export async function uploadRelease(waymark: TestApplication, agent: Agent, file: { content: Buffer; name?: string } | undefined, fields: Record<string, string> = {}, token?: string): Promise<UploadedRelease> {
  const csrf = token ?? (await waymark.open(agent, NEW_IMPORT)).$('input[name="_csrf"]').first().attr('value') ?? '';
  let post = agent.post(NEW_IMPORT).redirects(0).set('Host', new URL(waymark.address).host).set('Referer', `${waymark.address}${NEW_IMPORT}`).field('_csrf', csrf);
  for (const [name, value] of Object.entries({ day: '', month: '', year: '', time: '', metric: '', layout: '', period: '', ...fields })) post = post.field(name, value);
  const { status, headers } = await (file ? post.attach('file', file.content, file.name ?? 'pay.csv') : post.attach('file', Buffer.alloc(0), ''));
  return { status, to: headers['location'] ?? '' };
}
