import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationsModule } from '#features/organisations/organisations.module.js';
import { ActorsService } from './actors.service.js';
import { SignInLink } from './sign-in-link.entity.js';
import { SignInService } from './sign-in.service.js';
import { User } from './user.entity.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([User, SignInLink]), OrganisationsModule],
  providers: [ActorsService, SignInService, UsersService],
  exports: [ActorsService, SignInService, UsersService],
})
export class AccessModule {}
