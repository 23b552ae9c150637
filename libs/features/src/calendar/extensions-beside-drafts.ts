import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, may } from '#domain/access/permissions.js';
import { isExtendable } from '#domain/calendar/extension-blockers.js';
import { type CompanionLink, type SignOffPanel, type SubmissionCompanion, SubmissionCompanions } from '#features/submissions/submission-companions.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { calendarPaths } from './calendar.paths.js';
import { calendarWords as words } from './calendar.words.js';

/** Leads from what has not been delivered to the page where more time is asked for. */
@Injectable()
export class ExtensionsBesideDrafts implements SubmissionCompanion, OnModuleInit {
  constructor(private readonly companions: SubmissionCompanions) {}

  onModuleInit(): void {
    this.companions.register(this);
  }

  async linksFor(actor: Actor, submission: Submission): Promise<CompanionLink[]> {
    if (!may(actor, 'extension.ask') || submission.framework.closedAt || !isExtendable(submission)) return [];
    return [{ text: words.extension.title, href: calendarPaths.askExtension(submission.id) }];
  }

  async panelFor(): Promise<SignOffPanel | undefined> {
    return undefined;
  }
}
