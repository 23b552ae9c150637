import { Module } from '@nestjs/common';
import { DelegationsModule } from '../delegations.module.js';
import { DelegateSigningController } from './delegate-signing.controller.js';
import { EndDelegationController } from './end-delegation.controller.js';
import { ListDelegationsController } from './list-delegations.controller.js';

@Module({ imports: [DelegationsModule], controllers: [ListDelegationsController, DelegateSigningController, EndDelegationController] })
export class DelegationsWebModule {}
