import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { type Alert } from './alert.entity.js';

/** What an alert is about, for a page: its mission, or the framework as a whole. @param alert with mission and framework */
export function subjectOfAlert({ mission, framework }: Pick<Alert, 'mission' | 'framework'>): { text: string; href: string } {
  return mission
    ? { text: mission.focusArea, href: missionsPaths.mission(framework.slug, mission.slug) }
    : { text: framework.title, href: frameworksPaths.framework(framework.slug) };
}
