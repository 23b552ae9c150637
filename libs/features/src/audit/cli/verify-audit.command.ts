import { createHmac } from 'node:crypto';
import { Command, CommandRunner, SubCommand } from 'nest-commander';
import { DataSource } from 'typeorm';
import { Settings } from '#platform/config/settings.js';
import { verifyChain } from '#platform/audit/verify-chain.js';

@SubCommand({ name: 'verify', description: 'Recompute every hash of the audit chain; ends 1 at the first fault' })
export class VerifyAuditCommand extends CommandRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {
    super();
  }

  async run(): Promise<void> {
    const finding = await verifyChain(this.dataSource);
    if (finding.whole) {
      process.stdout.write(`The chain is whole: ${finding.lines} lines, head ${finding.head}\n`);
      const key = this.settings.AUDIT_SIGNING_KEY;
      // With the key, two people can compare heads without trusting the database's word for it.
      if (key) process.stdout.write(`Signed head (HMAC-SHA256) ${createHmac('sha256', key).update(`${finding.lines} ${finding.head}`).digest('hex')}\n`);
    } else {
      process.stdout.write(`The chain is broken at line ${finding.position}: ${finding.fault}\n`);
      process.exitCode = 1;
    }
  }
}

@Command({ name: 'audit', description: 'The audit chain', subCommands: [VerifyAuditCommand] })
export class AuditCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}
