import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import NodeClam from 'clamscan';
import { Settings } from '#platform/config/settings.js';

/** What the scanner says of a file. */
export type VirusAnswer = { clean: true } | { clean: false; virus: string };

const MOST_MS = 120_000;
const PORT = 3310;

/** Asks ClamAV, where it is configured. */
@Injectable()
export class VirusScanner {
  constructor(private readonly settings: Settings) {}

  get isConfigured(): boolean {
    return this.settings.CLAMAV_URL !== undefined;
  }

  /** @throws Error where ClamAV is not configured, cannot be reached, or gives no answer */
  async scan(path: string): Promise<VirusAnswer> {
    const { CLAMAV_URL: address } = this.settings;
    if (address === undefined) throw new Error('No virus scanner is configured');
    const { hostname, port } = new URL(address);
    const clamAv = await new NodeClam().init({
      clamscan: { active: false },
      clamdscan: { host: hostname, port: Number(port) || PORT, timeout: MOST_MS, localFallback: false, active: true, bypassTest: true },
      preference: 'clamdscan',
    });
    const { isInfected, viruses } = await clamAv.scanStream(createReadStream(path));
    if (isInfected === null) throw new Error('The virus scanner gave no answer');
    return isInfected ? { clean: false, virus: viruses[0] ?? 'a virus' } : { clean: true };
  }
}
