import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Injectable, Module } from '@nestjs/common';
import { Settings } from '#platform/config/settings.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const LONGEST_MS = 90_000;

/** Without the flags on networking the browser looks for its makers' hosts at every start. */
const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
  '--export-tagged-pdf', '--generate-pdf-document-outline', '--no-pdf-header-footer',
];

/** Makes tagged PDFs of HTML with the Chromium that is configured or found on the PATH. */
@Injectable()
export class PdfPrinter {
  constructor(private readonly settings: Settings) {}

  /** The browser's program; null where there is none. */
  async browser(): Promise<string | null> {
    const { WAYMARK_CHROMIUM: configured, PATH: folders = '' } = this.settings;
    const candidates = configured === undefined ? folders.split(path.delimiter).filter(Boolean).flatMap((folder) => NAMES.map((name) => path.join(folder, name))) : [configured];
    for (const candidate of candidates) {
      const runs = await access(candidate, constants.X_OK).then(() => true, () => false);
      if (runs) return candidate;
    }
    return null;
  }

  /** @param html a whole document that needs no other file @throws Error where the browser fails or takes too long */
  async print(browser: string, html: string): Promise<Buffer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'waymark-pdf-'));
    try {
      const [page, file] = [path.join(folder, 'page.html'), path.join(folder, 'page.pdf')];
      await writeFile(page, html);
      await run(browser, [...FLAGS, `--user-data-dir=${path.join(folder, 'profile')}`, `--print-to-pdf=${file}`, pathToFileURL(page).href], folder);
      return await readFile(file);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
}

/** In a process group of its own, so that its helpers end with it. */
function run(browser: string, flags: readonly string[], home: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(browser, flags, { detached: true, stdio: 'ignore', env: { HOME: home, TMPDIR: home, LANG: 'en_GB.UTF-8' } });
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, LONGEST_MS);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(`The browser ended with ${signal ?? code ?? 'nothing'}`));
    });
  });
}

@Module({ providers: [PdfPrinter], exports: [PdfPrinter] })
export class PdfModule {}
