import { expect } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { axeFindings } from './axe.js';

/** Chromium as Debian ships it. Without the flags it looks for its makers' hosts at every start. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['WAYMARK_TEST_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** A person at a browser, with or without JavaScript. Every page that is opened has one h1 and nothing that axe finds. */
export class Person {
  private readonly lookedAt = new Set<string>();

  private constructor(
    readonly page: Page,
    private readonly address: string,
    private readonly scripts: boolean,
  ) {}

  static async at(browser: Browser, address: string, options: { javaScript: boolean; width?: number }): Promise<Person> {
    const context = await browser.newContext({
      javaScriptEnabled: options.javaScript,
      viewport: { width: options.width ?? 1280, height: 900 },
    });
    context.setDefaultTimeout(15_000);
    return new Person(await context.newPage(), address, options.javaScript);
  }

  /** The page to sign in at is the same for all: it is not looked at again for each. */
  async signIn(name: string): Promise<void> {
    await this.page.goto(new URL('/sign-in', this.address).toString());
    await this.go(`Sign in as ${name}`);
  }

  async open(path: string): Promise<void> {
    await this.openAnswering(path, 200);
  }

  async openAnswering(path: string, status: number): Promise<void> {
    const response = await this.page.goto(new URL(path, this.address).toString());
    expect([path, response?.status()]).toEqual([path, status]);
    await this.look();
  }

  /** Follows the link or presses the button of that name, and waits for the page that comes. */
  async go(name: string | RegExp): Promise<void> {
    const { page } = this;
    const way = page.getByRole('link', { name }).or(page.getByRole('button', { name })).first();
    await Promise.all([page.waitForNavigation(), way.click()]);
    await this.look();
  }

  async fill(label: string | RegExp, text: string): Promise<void> {
    await this.page.getByLabel(label).first().fill(text);
  }

  async choose(name: string | RegExp): Promise<void> {
    const { page } = this;
    await page.getByRole('radio', { name }).or(page.getByRole('checkbox', { name })).first().check();
  }

  async heading(): Promise<string> {
    return (await this.page.locator('h1').innerText()).trim();
  }

  async text(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** What holds on every page. axe needs scripts, so without them the page's own shape is looked at alone. */
  private async look(): Promise<void> {
    expect([this.page.url(), await this.page.locator('h1').count()]).toEqual([this.page.url(), 1]);
    if (!this.scripts) return;
    const { scrolls, inner } = (await this.page.evaluate('({ scrolls: document.documentElement.scrollWidth, inner: window.innerWidth })')) as {
      scrolls: number;
      inner: number;
    };
    expect([this.page.url(), scrolls <= inner]).toEqual([this.page.url(), true]);
    if (!this.firstOfItsKind(await this.page.title())) return;
    expect([this.page.url(), await axeFindings(this.page)]).toEqual([this.page.url(), []]);
  }

  /** axe takes seconds a page: it looks once at each title, error states being titles of their own. */
  private firstOfItsKind(title: string): boolean {
    const isFirst = !this.lookedAt.has(title);
    this.lookedAt.add(title);
    return isFirst;
  }
}
