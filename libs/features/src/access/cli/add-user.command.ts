import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { systemActor } from '#domain/access/permissions.js';
import { type Role, ROLE_NAMES } from '#domain/access/roles.js';
import { UsersService } from '../users.service.js';
import { GiveCouncilRoleCommand, TakeCouncilRoleCommand } from './council-role.commands.js';

interface AddUserOptions {
  name: string;
  email: string;
  role: Role[];
  organisation: string;
  home?: string;
}

@SubCommand({ name: 'add', description: 'Add somebody who signs in by a link in e-mail; makes the first administrator' })
export class AddUserCommand extends CommandRunner {
  constructor(private readonly users: UsersService) {
    super();
  }

  async run(_: string[], options: AddUserOptions): Promise<void> {
    const user = await this.users.add(systemActor('command', 'user add'), {
      name: options.name,
      email: options.email,
      roles: options.role,
      organisation: options.organisation,
      ...(options.home ? { homeOrganisation: options.home } : {}),
    });
    process.stdout.write(`Added ${user.email} as ${user.roles.join(', ')}\n`);
  }

  @Option({ flags: '--name <name>', description: 'their name', required: true })
  parseName(name: string): string {
    return name;
  }

  @Option({ flags: '--email <address>', description: 'where their sign-in links go', required: true })
  parseEmail(email: string): string {
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new Error(`--email: ${email} is no e-mail address`);
    return email;
  }

  @Option({ flags: '--role <role...>', description: `one or more of ${ROLE_NAMES.join(', ')}`, required: true })
  parseRole(role: string, before: Role[] = []): Role[] {
    const known = ROLE_NAMES.find((name) => name === role);
    if (!known) throw new Error(`--role: ${role} is none of ${ROLE_NAMES.join(', ')}`);
    return [...before, known];
  }

  @Option({ flags: '--organisation <slug>', description: 'slug of their organisation; administration, council and statistics are made where they are missing', required: true })
  parseOrganisation(slug: string): string {
    return slug;
  }

  @Option({ flags: '--home <slug>', description: 'for a secondee: the department they come from' })
  parseHome(slug: string): string {
    return slug;
  }
}

@Command({ name: 'user', description: 'People', subCommands: [AddUserCommand, GiveCouncilRoleCommand, TakeCouncilRoleCommand] })
export class UserCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}
