import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Actor } from '#domain/access/permissions.js';
import { Access, CurrentActor } from '#features/access/route-access.decorator.js';
import { ClearanceService } from '../clearance.service.js';
import { submissionsPaths } from '../submissions.paths.js';
import { submissionsWords } from '../submissions.words.js';
import { ClearanceSettingForm } from './clearance.form.js';
import { clearanceSettingPage, type ClearanceSettingPage } from './clearance.presenter.js';

/** The SRO says whether the department wants its minister's clearance. */
@Controller()
export class SetClearanceController {
  constructor(private readonly clearances: ClearanceService) {}

  @Get(submissionsPaths.clearanceSetting)
  @Access('delegation.manage', 'none')
  @Render('submissions/web/views/clearance-setting.njk')
  async ask(@CurrentActor() actor: Actor, @Req() request: Request): Promise<ClearanceSettingPage> {
    return clearanceSettingPage(request, await this.clearances.isWanted(actor));
  }

  @Post(submissionsPaths.clearanceSetting)
  @Access('delegation.manage', 'CLEARANCE_SETTING_CHANGED')
  async save(@CurrentActor() actor: Actor, @Body() { wanted }: ClearanceSettingForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.clearances.want(actor, wanted === 'yes');
    request.session.notice = { title: 'Success', text: submissionsWords.clearance.setting.done };
    response.redirect(303, submissionsPaths.clearanceSetting);
  }
}
