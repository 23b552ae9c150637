import { ALERT_KINDS, type AlertKind } from '#domain/alerts/alert-status.js';
import { REPORT_KINDS, type ReportKind } from '#domain/reports/report-status.js';
import { alertsPaths } from '#features/alerts/alerts.paths.js';
import { contributionsPaths } from '#features/contributions/contributions.paths.js';
import { dataGapsPaths } from '#features/data-gaps/data-gaps.paths.js';
import { departmentHref } from '#features/departments/departments.paths.js';
import { inquiriesPaths } from '#features/inquiries/inquiries.paths.js';
import { lettersPaths } from '#features/letters/letters.paths.js';
import { metricsPaths } from '#features/metrics/metrics.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { recommendationsPaths } from '#features/recommendations/recommendations.paths.js';
import { reportsPaths } from '#features/reports/reports.paths.js';
import { longDate } from '#platform/pages/dates.js';
import { piecesOf } from './public-words.js';
import { type Hit, isSearchKind } from './search-kind.js';
import { type FoundRow } from './search.queries.js';

interface Place {
  title: string;
  href: string;
}

type Where = (at: string[], title: string) => Place;

/** By kind: what the parts of `at` are, and what the hit is called. */
const WHERE: Record<string, Where> = {
  missions: ([framework = '', mission = ''], title) => ({ title, href: missionsPaths.mission(framework, mission) }),
  targets: ([framework = '', mission = '', target = ''], title) => ({ title, href: missionsPaths.target(framework, mission, target) }),
  metrics: ([slug = ''], title) => ({ title, href: metricsPaths.metric(slug) }),
  organisations: ([kind = '', slug = ''], title) => ({ title, href: departmentHref({ kind, slug }) ?? contributionsPaths.body(slug) }),
  alerts: ([reference = '', kind = '']) => ({ title: `${ALERT_KINDS[kind as AlertKind]}: alert ${reference}`, href: alertsPaths.show(reference) }),
  inquiries: ([reference = ''], title) => ({ title: `${title} (${reference})`, href: inquiriesPaths.show(reference) }),
  recommendations: ([reference = '']) => ({ title: `Recommendation ${reference}`, href: recommendationsPaths.show(reference) }),
  reports: ([reference = '', kind = '', from = '', to = '', edition = ''], framework) => ({
    title: `${REPORT_KINDS[kind as ReportKind]}: ${framework}, ${longDate(from)} to ${longDate(to)}, edition ${edition}`, href: reportsPaths.edition(reference, edition),
  }),
  letters: ([reference = ''], title) => ({ title: `${title} (${reference})`, href: lettersPaths.show(reference) }),
  'data-gaps': ([reference = '']) => ({ title: `Data gap ${reference}`, href: dataGapsPaths.show(reference) }),
  returns: ([, href = ''], title) => ({ title, href }),
  pages: ([, href = ''], title) => ({ title, href }),
};

/** @throws Error for a kind that nobody knows: a fault of the statement */
export function hitOf({ kind, title, at, snippet }: FoundRow): Hit {
  const where = WHERE[kind];
  if (!isSearchKind(kind) || !where) throw new Error(`Nobody knows what a hit of the kind “${kind}” is`);
  return { kind, ...where(at, title), snippet: piecesOf(snippet) };
}
