import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { systemActor } from '#domain/access/permissions.js';
import { isTokenScope, SCOPE_NAMES, type TokenScope } from '#domain/access/token-scopes.js';
import { type AccessToken } from '../access-token.entity.js';
import { AccessTokensService } from '../access-tokens.service.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface AddTokenOptions {
  email: string;
  scope: TokenScope[];
  name?: string;
  days?: number;
}

@SubCommand({ name: 'add', description: 'Make a token by which a program uses the API for somebody; it is shown once' })
export class AddTokenCommand extends CommandRunner {
  constructor(private readonly tokens: AccessTokensService) {
    super();
  }

  async run(_: string[], { email, scope, name, days = 90 }: AddTokenOptions): Promise<void> {
    const { secret, token } = await this.tokens.add(systemActor('command', 'token add'), { email, scopes: scope, name: name ?? scope.join(' '), days });
    process.stdout.write(`${secret}\n`);
    process.stderr.write(`Token ${token.id} for ${email} (${scope.join(' ')}), good until ${token.expiresAt.toISOString()}. It is not shown again.\n`);
  }

  @Option({ flags: '--email <address>', description: 'whose rights it carries', required: true })
  parseEmail(email: string): string {
    return email;
  }

  @Option({ flags: '--scope <scope...>', description: `one or more of ${SCOPE_NAMES.join(', ')}`, required: true })
  parseScope(scope: string, before: TokenScope[] = []): TokenScope[] {
    if (!isTokenScope(scope)) throw new Error(`--scope: ${scope} is none of ${SCOPE_NAMES.join(', ')}`);
    return [...before, scope];
  }

  @Option({ flags: '--name <name>', description: 'what it is for' })
  parseName(name: string): string {
    return name;
  }

  @Option({ flags: '--days <days>', description: 'days until it expires, 90 unless given' })
  parseDays(days: string): number {
    if (!/^\d{1,3}$/.test(days)) throw new Error(`--days: ${days} is no number of days`);
    return Number(days);
  }
}

@SubCommand({ name: 'list', description: 'Every token: id, whose, scopes, until when, last used' })
export class ListTokensCommand extends CommandRunner {
  constructor(private readonly tokens: AccessTokensService) {
    super();
  }

  async run(): Promise<void> {
    const tokens = await this.tokens.list(systemActor('command', 'token list'));
    process.stdout.write(tokens.length === 0 ? 'There is no token\n' : tokens.map((token) => `${lineOf(token)}\n`).join(''));
  }
}

@SubCommand({ name: 'revoke', arguments: '<id>', description: 'End a token at once' })
export class RevokeTokenCommand extends CommandRunner {
  constructor(private readonly tokens: AccessTokensService) {
    super();
  }

  async run([id = '']: string[]): Promise<void> {
    if (!UUID.test(id)) throw new Error(`${id} is no id of a token: token list shows them`);
    const token = await this.tokens.revoke(systemActor('command', 'token revoke'), id);
    process.stdout.write(`Revoked ${lineOf(token)}\n`);
  }
}

@Command({ name: 'token', description: 'Tokens for programs that use the API', subCommands: [AddTokenCommand, ListTokensCommand, RevokeTokenCommand] })
export class TokenCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}

function lineOf({ id, name, user, scopes, expiresAt, lastUsedAt, revokedAt }: AccessToken): string {
  const state = revokedAt ? `revoked ${revokedAt.toISOString()}` : `until ${expiresAt.toISOString()}`;
  return `${id}  ${user.email}  ${scopes.join(' ')}  ${state}  last used ${lastUsedAt?.toISOString() ?? 'never'}  ${name}`;
}
