import { Module } from '@nestjs/common';
import { SubmissionsModule } from '../submissions.module.js';
import { answerDeclineControllers } from './answer-decline.controllers.js';
import { declineControllers } from './decline-submission.controllers.js';
import { ListWorkController } from './list-work.controller.js';
import { clearanceControllers } from './record-clearance.controllers.js';
import { SetClearanceController } from './set-clearance.controller.js';
import { versionControllers } from './show-submission-version.controllers.js';
import { signControllers } from './sign-submission.controllers.js';
import { takeUpControllers } from './take-up-submission.controllers.js';
import { withdrawControllers } from './withdraw-submission.controllers.js';

/** The pages that returns and plans have alike. Each kind's web module adds its own parts to them. */
@Module({
  imports: [SubmissionsModule],
  controllers: [
    ListWorkController,
    SetClearanceController,
    ...signControllers,
    ...declineControllers,
    ...answerDeclineControllers,
    ...clearanceControllers,
    ...withdrawControllers,
    ...takeUpControllers,
    ...versionControllers,
  ],
})
export class SubmissionsWebModule {}
