import { ALERT_KINDS, ALERT_STATUS } from '#domain/alerts/alert-status.js';
import { type NoticePlace } from '#features/notifications/notices.service.js';
import { type AlertNews } from '#features/notifications/texts/alerts.texts.js';
import { type Alert } from './alert.entity.js';
import { alertsPaths } from './alerts.paths.js';

/** What people are told of an alert. @param alert with its framework, mission, target and organisation */
export function newsOf(alert: Alert): AlertNews {
  const { kind, status, framework, mission, target, organisation, organisationId, reference, sentence, responseDueOn } = alert;
  const subject = mission?.focusArea ?? framework.title;
  return {
    kind: ALERT_KINDS[kind],
    status: ALERT_STATUS[status],
    subject: target ? `${subject}, ${target.title}` : subject,
    reference,
    about: mission ? `mission ${mission.number}, ${mission.focusArea}` : framework.title,
    target: target?.title ?? null,
    sentence,
    answerer: organisationId ? (organisation?.name ?? 'The department') : null,
    responseDueOn,
  };
}

export function placeOf({ id, reference }: Pick<Alert, 'id' | 'reference'>): NoticePlace {
  return { about: `alert:${id}`, path: alertsPaths.show(reference) };
}
