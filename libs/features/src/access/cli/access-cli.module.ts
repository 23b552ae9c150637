import { Module } from '@nestjs/common';
import { AccessModule } from '../access.module.js';
import { AddUserCommand, UserCommand } from './add-user.command.js';

@Module({ imports: [AccessModule], providers: [UserCommand, AddUserCommand] })
export class AccessCliModule {}
