import { ALERT_KINDS, ALERT_STATUS } from '#domain/alerts/alert-status.js';
import { longDate } from '#platform/pages/dates.js';
import { type Letter } from '#platform/mail/post.js';
import { type Alert } from './alert.entity.js';
import { type Recipient } from './alert-recipients.js';
import { alertsPaths } from './alerts.paths.js';

/** What the letters say of an alert; `alert` with its mission, target and organisation. */
export interface LetterAbout {
  alert: Alert;
  baseUrl: string;
}

/** To one of the council or of the lead department, when an alert is raised. */
export function raisedLetter(to: Recipient, side: 'council' | 'department', about: LetterAbout): Letter {
  const { alert } = about;
  const asked =
    side === 'department'
      ? `Your department must answer by ${longDate(alert.responseDueOn)}. Acknowledge the alert and name its owner, then answer with a recovery plan. Without an answer the public page says “no response”.`
      : `${answererOf(alert)} must answer by ${longDate(alert.responseDueOn)}.`;
  const vacancy = 'No department leads this mission (vacancy): nobody but the council has been told.';
  return letter(to, about, `${ALERT_KINDS[alert.kind]}: ${subjectOf(alert)}`, [
    `Alert ${alert.reference} was raised on mission ${alert.mission.number}, ${alert.mission.focusArea}.`,
    ...(alert.target ? [`Target: ${alert.target.title}.`] : []),
    alert.sentence,
    alert.organisationId ? asked : vacancy,
  ]);
}

/**
 * To the other side, when somebody has moved.
 * @param text what the mover said, for the public timeline
 */
export function movedLetter(to: Recipient, about: LetterAbout, move: { office: string; text: string }): Letter {
  const { alert } = about;
  return letter(to, about, `${ALERT_STATUS[alert.status]}: ${subjectOf(alert)}`, [
    `Alert ${alert.reference} on mission ${alert.mission.number}, ${alert.mission.focusArea}, now stands at “${ALERT_STATUS[alert.status]}”.`,
    ...(move.text ? [`${move.office}: ${move.text}`] : []),
    ...(alert.status === 'not-accepted' || alert.status === 'escalated' ? ['The department may answer again.'] : []),
  ]);
}

function letter(to: Recipient, { alert, baseUrl }: LetterAbout, subject: string, paragraphs: string[]): Letter {
  const lines = [
    `Dear ${to.name},`,
    ...paragraphs,
    `Read the alert and its history:\n${baseUrl}${alertsPaths.show(alert.reference)}`,
    'A computed verdict is made by Waymark’s published method from published figures. It is not an official statistic.',
  ];
  return { recipient: to.email, subject: `${subject} (${alert.reference})`, body: `${lines.join('\n\n')}\n`, about: `alert:${alert.id}` };
}

function subjectOf(alert: Alert): string {
  return alert.target ? `${alert.mission.focusArea}, ${alert.target.title}` : alert.mission.focusArea;
}

function answererOf(alert: Alert): string {
  return alert.organisation?.name ?? 'The department';
}
