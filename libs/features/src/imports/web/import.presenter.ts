import { type Actor, may } from '#domain/access/permissions.js';
import { type ImportState, STATES_AT_WORK } from '#domain/imports/import-state.js';
import { IMPORT_WORKFLOW } from '#domain/imports/import-workflow.js';
import { nextActions } from '#domain/workflow/transition-table.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { longDateTime } from '#platform/pages/dates.js';
import { type FormState } from '#platform/pages/form-state.js';
import { sizeInWords } from '#platform/pages/file-size.js';
import { type ImportRun } from '../import-run.entity.js';
import { importsPaths } from '../imports.paths.js';
import { importsWords } from '../imports.words.js';
import { type FindingsSection, presentFindings } from './import-findings.presenter.js';
import { progressInWords, publicationInstant, publicationInWords, stateTag, type Tag } from './import-words.js';
import { type LoadSection, type LoadValues, presentLoad } from './load-import.presenter.js';

interface Fact {
  key: { text: string };
  value: { text: string };
}

/** How far a worker is, and how the page keeps up with it. */
export interface WorkSection {
  title: string;
  value: number;
  max: number;
  text: string;
  again: string | null;
  watched: boolean;
  refreshHref: string;
  stopHref: string;
}

export interface ImportPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof importsWords.show;
  tag: Tag;
  facts: Fact[];
  work: WorkSection | null;
  /** What went wrong, or that all is done. */
  ending: { title: string; text: string | null; reasons: string[]; release: { text: string; href: string } | null } | null;
  findings: FindingsSection | null;
  load: LoadSection | null;
  buttons: { text: string; action: string; classes: string }[];
  form: FormState<LoadValues>;
}

export interface ImportView {
  actor: Actor;
  form: FormState<LoadValues>;
  /** The catalogue, for names and units. */
  metrics: readonly Metric[];
  /** Whether the page is to keep up by itself. */
  watched: boolean;
  now: Date;
}

export function presentImport(run: ImportRun, { actor, form, metrics, watched, now }: ImportView): ImportPage {
  const words = importsWords.show;
  const actions = may(actor, 'observation.import') ? nextActions(IMPORT_WORKFLOW, run.state, ['statistician']).map(({ action }) => action) : [];
  const checkAgain = run.state === 'failed' ? words.checkAgain.again : words.checkAgain.button;
  return {
    title: words.title(run.reference),
    backLink: { text: words.back, href: importsPaths.hub },
    words,
    tag: stateTag(run.state),
    facts: factsOf(run, now),
    work: STATES_AT_WORK.includes(run.state) ? presentWork(run, watched) : null,
    ending: endingOf(run),
    findings: run.report ? presentFindings(run, run.report, metrics) : null,
    load: actions.includes('load') ? presentLoad(run) : null,
    buttons: [
      ...(actions.includes('check-again') ? [{ text: checkAgain, action: importsPaths.checkAgain(run.id), classes: 'govuk-button--secondary' }] : []),
      ...(actions.includes('discard') ? [{ text: words.discard.button, action: importsPaths.discard(run.id), classes: 'govuk-button--warning' }] : []),
    ],
    form,
  };
}

function factsOf({ fileName, bytes, checksum, requestedAt, requestedByUser, options, finishedAt }: ImportRun, now: Date): Fact[] {
  const { facts, unknownDate, embargo, yes } = importsWords.show;
  const { publishedAt, metric, layout, period, provisional, wholeSeries } = options;
  const published = publishedAt === undefined ? unknownDate : publicationInWords(publishedAt);
  const isEmbargoed = publishedAt !== undefined && publicationInstant(publishedAt) > now;
  const lines: [string, string | undefined][] = [
    [facts.file, fileName],
    [facts.size, sizeInWords(bytes)],
    [facts.checksum, checksum],
    [facts.uploaded, `${longDateTime(requestedAt)}, ${requestedByUser.name}`],
    [facts.published, isEmbargoed ? embargo(published) : published],
    [facts.metric, metric],
    [facts.layout, layout],
    [facts.period, period],
    [facts.provisional, provisional?.join(', ')],
    [facts.wholeSeries, wholeSeries ? yes : undefined],
    [facts.finished, finishedAt ? longDateTime(finishedAt) : undefined],
  ];
  return lines.flatMap(([key, value]) => (value === undefined ? [] : [{ key: { text: key }, value: { text: value } }]));
}

function presentWork({ id, state, bytes, progressBytes, progressRows, attempts }: ImportRun, watched: boolean): WorkSection {
  const { work } = importsWords.show;
  const titles: Partial<Record<ImportState, string>> = work.title;
  return {
    title: titles[state] ?? '',
    value: progressBytes,
    max: bytes,
    text: progressInWords({ bytes: progressBytes, of: bytes, rows: progressRows }),
    again: attempts > 1 ? work.again(attempts) : null,
    watched,
    refreshHref: watched ? importsPaths.show(id) : `${importsPaths.show(id)}?watch=off`,
    stopHref: `${importsPaths.show(id)}?watch=off`,
  };
}

function endingOf({ state, refusal, report, releaseId, attempts }: ImportRun): ImportPage['ending'] {
  const words = importsWords.show;
  const release = releaseId === null ? null : { text: words.toRelease(releaseId), href: importsPaths.release(releaseId) };
  if (state === 'failed') return { title: words.failed, text: words.failedText(attempts), reasons: refusal ? [refusal.message] : [], release };
  if (state === 'refused') return { title: words.refused, text: refusal?.message ?? null, reasons: refusal?.reasons ?? [], release };
  if (state === 'discarded') return { title: words.discarded, text: null, reasons: [], release };
  if (report?.alreadyLoaded) return { title: words.loadedBefore, text: null, reasons: [], release };
  return state === 'loaded' ? { title: words.loaded, text: null, reasons: [], release } : null;
}
