import { CommandRunner, Option, SubCommand } from 'nest-commander';
import { systemActor } from '#domain/access/permissions.js';
import { type GrantKind } from '#domain/access/council-grants.js';
import { COUNCIL_ROLES, type Role } from '#domain/access/roles.js';
import { UsersService } from '../users.service.js';

interface CouncilRoleOptions {
  email: string;
  role: Role;
  reason: string;
}

/** What both commands ask for. */
abstract class CouncilRoleCommand extends CommandRunner {
  protected abstract readonly kind: GrantKind;

  constructor(private readonly users: UsersService) {
    super();
  }

  async run(_: string[], { email, role, reason }: CouncilRoleOptions): Promise<void> {
    const user = await this.users.changeCouncilRole(systemActor('command', `user ${this.kind}`), email, { kind: this.kind, role, reason });
    process.stdout.write(`${user.email} is now ${user.roles.join(', ') || 'without a role'}; the public register at /council/grants says so\n`);
  }

  @Option({ flags: '--email <address>', description: 'whose role', required: true })
  parseEmail(email: string): string {
    return email;
  }

  @Option({ flags: '--role <role>', description: `one of ${COUNCIL_ROLES.join(', ')}`, required: true })
  parseRole(role: string): Role {
    const known = COUNCIL_ROLES.find((name) => name === role);
    if (!known) throw new Error(`--role: ${role} is none of ${COUNCIL_ROLES.join(', ')}`);
    return known;
  }

  @Option({ flags: '--reason <text>', description: 'why; it is published', required: true })
  parseReason(reason: string): string {
    if (reason.trim() === '') throw new Error('--reason: enter why');
    return reason.trim();
  }
}

@SubCommand({ name: 'give-council-role', description: 'Give somebody a role in the council, for when no chair can confirm it; the public register says so' })
export class GiveCouncilRoleCommand extends CouncilRoleCommand {
  protected readonly kind = 'grant';

  // written out: the container reads what to give from the class itself
  constructor(users: UsersService) {
    super(users);
  }
}

@SubCommand({ name: 'take-council-role', description: 'Take a role in the council from somebody, for when no chair can confirm it; the public register says so' })
export class TakeCouncilRoleCommand extends CouncilRoleCommand {
  protected readonly kind = 'removal';

  constructor(users: UsersService) {
    super(users);
  }
}
