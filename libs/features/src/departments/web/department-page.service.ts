import { Injectable } from '@nestjs/common';
import { countAlerts } from '#domain/alerts/department-counts.js';
import { PROMISE_STANDINGS, type PromiseStanding } from '#domain/promises/promise-standing.js';
import { alertLifeWords } from '#features/alerts/alert-life.words.js';
import { alertsPaths } from '#features/alerts/alerts.paths.js';
import { DepartmentAlertsQueries } from '#features/alerts/department-alerts.queries.js';
import { calibrationPaths } from '#features/calibration/calibration.paths.js';
import { RatingsGivenQueries } from '#features/calibration/ratings-given.queries.js';
import { dataGapsPaths } from '#features/data-gaps/data-gaps.paths.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { lettersPaths } from '#features/letters/letters.paths.js';
import { followDepartment, type FollowLinks } from '#features/public-changes/follow-links.js';
import { Clock } from '#platform/clock/clock.js';
import { type PublicTable, type ShownTable, shownTable } from '#platform/pages/public-table.js';
import { DepartmentRecordsQueries } from '../department-records.queries.js';
import { DepartmentsQueries } from '../departments.queries.js';
import { departmentsPaths } from '../departments.paths.js';
import { departmentsWords } from '../departments.words.js';
import { alertsTable, dataGapsTable, lettersTable, recommendationsTable } from './answer-tables.presenter.js';
import { missionsTable, planHrefOf, submissionsTable } from './mission-tables.presenter.js';
import { promisesOf, promisesTable, ratingsTable } from './promise-tables.presenter.js';

const words = departmentsWords.show;
const COUNTED = ['raised', 'open', 'acknowledgedLate', 'notAcknowledged', 'answeredLate', 'notAnswered', 'escalated'] as const;

/** Everything about one department, in tables that page and files share. */
export interface DepartmentTables {
  slug: string;
  name: string;
  tables: PublicTable[];
  counts: { key: string; text: string }[];
}

export interface DepartmentPage {
  title: string;
  heading: string;
  caption: string;
  intro: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof words;
  counts: DepartmentTables['counts'];
  download: string;
  tables: ShownTable[];
  links: { text: string; href: string }[];
  follow: FollowLinks;
}

/** Reads what the page of a department shows, in under fifteen statements. */
@Injectable()
export class DepartmentPageService {
  constructor(
    private readonly departments: DepartmentsQueries,
    private readonly records: DepartmentRecordsQueries,
    private readonly alerts: DepartmentAlertsQueries,
    private readonly judgements: JudgementsQueries,
    private readonly ratings: RatingsGivenQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws ApplicationError where no department is called so */
  async tables(slug: string): Promise<DepartmentTables> {
    const { id, name } = await this.departments.bySlug(slug);
    const now = this.clock.now();
    const today = this.clock.today();
    const [parts, standings, submissions, alerts, recommendations, letters, ratings, gaps] = await Promise.all([
      this.departments.missionsOf({ id, slug }, today),
      this.judgements.standingOfAll(),
      this.records.submissions(id, today),
      this.alerts.of(slug),
      this.records.recommendations(id),
      this.records.letters(id, now),
      this.ratings.all(today, slug),
      this.records.dataGaps(id, today),
    ]);
    const promises = promisesOf({ alerts, recommendations, submissions }, today);
    const counts = countAlerts(alerts, today);
    return {
      slug, name,
      counts: [
        ...COUNTED.map((count) => ({ key: `${departmentsWords.alerts.heading}: ${alertLifeWords.departments.columns[count].toLowerCase()}`, text: String(counts[count]) })),
        ...(Object.keys(PROMISE_STANDINGS) as PromiseStanding[]).map((standing) => ({
          key: `${departmentsWords.promises.heading}: ${PROMISE_STANDINGS[standing].toLowerCase()}`,
          text: String(promises.filter((promise) => promise.standing === standing).length),
        })),
      ],
      tables: [
        missionsTable(parts, standings, today),
        submissionsTable('evidence-return', submissions, today),
        submissionsTable('delivery-plan', submissions, today, planHrefOf(parts)),
        alertsTable(alerts, today),
        promisesTable(promises),
        recommendationsTable(recommendations, today),
        lettersTable(letters),
        ratingsTable(ratings, today),
        dataGapsTable(gaps, today),
      ],
    };
  }

  async page(slug: string): Promise<DepartmentPage> {
    const { name, tables, counts } = await this.tables(slug);
    return {
      title: words.title(name),
      heading: name,
      caption: words.caption,
      intro: words.intro(name),
      breadcrumbs: [{ text: departmentsWords.list.title, href: departmentsPaths.list }, { text: name }],
      words, counts,
      download: departmentsWords.download,
      tables: tables.map((table) => shownTable(table, departmentsPaths.tableCsv(slug, table.key))),
      links: [
        { text: words.links.alerts, href: `${alertsPaths.list}?department=${slug}` },
        { text: words.links.calibration, href: calibrationPaths.department(slug) },
        { text: words.links.letters, href: lettersPaths.list },
        { text: words.links.gaps, href: dataGapsPaths.list },
      ],
      follow: followDepartment(slug, name),
    };
  }
}
