import { Module } from '@nestjs/common';
import { AccessModule } from '../access.module.js';
import { AddUserCommand, UserCommand } from './add-user.command.js';
import { GiveCouncilRoleCommand, TakeCouncilRoleCommand } from './council-role.commands.js';
import { AddTokenCommand, ListTokensCommand, RevokeTokenCommand, TokenCommand } from './token.commands.js';

@Module({ imports: [AccessModule], providers: [UserCommand, AddUserCommand, GiveCouncilRoleCommand, TakeCouncilRoleCommand, TokenCommand, AddTokenCommand, ListTokensCommand, RevokeTokenCommand] })
export class AccessCliModule {}
