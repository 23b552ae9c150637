import { expect } from '@jest/globals';
import { load } from 'cheerio';
import { type Agent, type Page, type TestApplication } from './application.js';
import { addressesBelow, PageLook } from './page-look.js';

/** Something that nobody's form has any more: what was opened before the last change. */
export const STALE = { rowVersion: '9999' };

/**
 * One page in one state: what is special about it, who is there, where, and what they post first. `refused …` must come back with its
 * errors and its words, `conflict …` answers 409; anything else must be there. `{name}` in an address is what `keep` found.
 */
export type PageState = [state: string, person: string, address: string, post?: Record<string, unknown>, keep?: [name: string, link: RegExp]];

/** People at the pages of one application, and what they have found on the way. */
export class PageStates {
  readonly kept: Record<string, string> = {};
  private readonly agents = new Map<string, Agent>();

  private constructor(
    readonly waymark: TestApplication,
    readonly look: PageLook,
    private readonly emails: Record<string, string>,
  ) {}

  /** @param emails of the people, by the names that the states have for them */
  static async start(waymark: TestApplication, emails: Record<string, string>): Promise<PageStates> {
    return new PageStates(waymark, await PageLook.start(waymark), emails);
  }

  async close(): Promise<void> {
    await this.look.close();
    await this.waymark.close();
  }

  async as(person: string): Promise<Agent> {
    const email = this.emails[person];
    const agent = this.agents.get(person) ?? (email ? await this.waymark.signIn(email) : this.waymark.visitor());
    this.agents.set(person, agent);
    return agent;
  }

  /** Everybody signs in again: a session ends after half a day. */
  later(instant: string): void {
    this.waymark.clock.set(instant);
    this.agents.clear();
  }

  async show([state, person, address, post, keep]: PageState): Promise<void> {
    const agent = await this.as(person);
    const at = this.filled(address);
    const shown = post ? await this.posted(agent, at, post) : await this.followed(agent, at);
    const { page } = shown;
    const expected = state.startsWith('conflict') || state.startsWith('moved on') ? 409 : 200;
    expect([state, shown.at, page.status, page.$('h1').text().trim()]).toEqual([state, shown.at, expected, expect.any(String)]);
    expect([state, page.$('.govuk-error-summary').length > 0]).toEqual([state, state.startsWith('refused')]);
    await this.look.at(shown.at, page);
    if (keep) this.keep(keep, shown.at, page);
  }

  /** Every page below an address that this person comes to, by its routes and by the links on the way; those that say no are looked at too. */
  async sweep(person: string, prefix: string, id: string): Promise<void> {
    const agent = await this.as(person);
    const root = prefix.replace(':id', id);
    const waiting = addressesBelow(prefix, id);
    const seen = new Set<string>();
    while (waiting.length > 0) {
      const at = waiting.shift() ?? root;
      if (seen.has(at)) continue;
      seen.add(at);
      const page = await this.waymark.open(agent, at);
      const isPage = String(page.response.headers['content-type']).startsWith('text/html') && page.status !== 303;
      if (!isPage) continue;
      expect([at, [200, 403, 404, 409].includes(page.status)]).toEqual([at, true]);
      await this.look.at(at, page);
      const links = page.$('main a[href^="/"]').toArray().map((link) => (page.$(link).attr('href') ?? '').replace(/#.*/, ''));
      waiting.push(...links.filter((href) => href.startsWith(root) && !href.endsWith('.xlsx')));
    }
    expect(seen.size).toBeGreaterThan(0);
  }

  /** Posts a page's own form and goes where the answer sends. */
  private async posted(agent: Agent, at: string, fields: Record<string, unknown>): Promise<{ at: string; page: Page }> {
    const [page, action] = at.split(' ') as [string, string?];
    const filled = Object.fromEntries(Object.entries(fields).map(([name, value]) => [this.filled(name), typeof value === 'string' ? this.filled(value) : value]));
    // A page that has no form any more still has people who opened it when it had.
    const token = (await this.waymark.open(agent, '/sign-out')).$('input[name="_csrf"]').attr('value') ?? '';
    const answer = await this.waymark.submit(agent, page, { ...(token === '' ? {} : { _csrf: token }), ...filled }, action ?? page);
    if (answer.status === 303) return this.followed(agent, String(answer.headers['location']));
    return { at: page, page: { status: answer.status, $: load(answer.text), response: answer } };
  }

  private async followed(agent: Agent, at: string): Promise<{ at: string; page: Page }> {
    const page = await this.waymark.open(agent, at);
    return page.status === 303 ? this.followed(agent, String(page.response.headers['location'])) : { at, page };
  }

  private keep([name, link]: [string, RegExp], at: string, { $ }: Page): void {
    const places = [at, ...$('main a[href]').toArray().map((element) => $(element).attr('href') ?? '')];
    const found = places.map((place) => link.exec(place)?.[0]).find((place) => place !== undefined);
    expect([name, found]).toEqual([name, expect.any(String)]);
    this.kept[name] = found ?? '';
  }

  private filled(text: string): string {
    return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => this.kept[name] ?? whole);
  }
}
