import { type Addressee } from '#domain/letters/letter-blockers.js';
import { type Alert } from '#features/alerts/alert.entity.js';
import { subjectOfAlert } from '#features/alerts/alert-subject.js';
import { alertsPaths } from '#features/alerts/alerts.paths.js';
import { clockDay } from '#features/frameworks/clock-day.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { type LetterNews } from '#features/notifications/texts/letters.texts.js';
import { longDate } from '#platform/pages/dates.js';
import { type Letter } from './letter.entity.js';

/** "The Secretary of State, … and the Chair of …" */
export function addresseesInWords(addressees: readonly Addressee[]): string {
  return new Intl.ListFormat('en-GB').format(addressees.map(({ name }) => name));
}

/** Whom a letter went to, or who sent it. */
export function whoOf({ direction, addressees, sender }: Letter): string {
  return direction === 'out' ? addresseesInWords(addressees) : (sender ?? '');
}

export function newsOf(letter: Letter): LetterNews {
  const { reference, subject, answerDueOn } = letter;
  return { reference, subject, who: whoOf(letter), answerDue: answerDueOn && longDate(answerDueOn) };
}

/** The pages that a letter is about. @param letter with its alert (framework, mission) and mission (framework) */
export function aboutLinks({ alert, mission }: Pick<Letter, 'alert' | 'mission'>): { text: string; href: string }[] {
  const about = alert ? [{ text: `Alert ${alert.reference}`, href: alertsPaths.show(alert.reference) }, missionOf(alert)] : [];
  return mission && !alert ? [{ text: mission.focusArea, href: missionsPaths.mission(mission.framework.slug, mission.slug) }] : about;
}

/** The day by which its answer is late: today, or when the framework that it is about was closed. @param today ISO date */
export function letterDay({ alert, mission }: Pick<Letter, 'alert' | 'mission'>, today: string): string {
  const framework = alert?.framework ?? mission?.framework;
  return framework ? clockDay(framework, today) : today;
}

function missionOf(alert: Alert): { text: string; href: string } {
  return subjectOfAlert(alert);
}
