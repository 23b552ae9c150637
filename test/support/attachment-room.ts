import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { Attachment } from '#features/attachments/attachment.entity.js';
import { AttachmentsWebModule } from '#features/attachments/web/attachments-web.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type Agent, startTestApplication, type TestApplication } from './application.js';
import { AttachmentDesk } from './attachment-desk.js';

/** The rooms where files are attached, with their people. */
export interface AttachmentRoom {
  waymark: TestApplication;
  education: EducationMission;
  make: SubmissionFactory;
  desk: AttachmentDesk;
  official: Agent;
}

export async function openAttachmentRoom(environment: Record<string, string> = {}): Promise<AttachmentRoom> {
  const waymark = await startTestApplication({ environment, modules: [AccessWebModule, AttachmentsWebModule, DeliveryPlansModule, JobsModule] });
  const education = await saveEducationMission(waymark.dataSource);
  return { waymark, education, make: new SubmissionFactory(waymark, education), desk: new AttachmentDesk(waymark), official: await waymark.signIn(education.people.official.email) };
}

export const filesOf = ({ waymark }: AttachmentRoom, submissionId: string): Promise<Attachment[]> =>
  waymark.dataSource.getRepository(Attachment).find({ where: { submissionId }, order: { addedAt: 'ASC', id: 'ASC' } });
