import { metricsPaths } from '#features/metrics/metrics.paths.js';
import { releasesPaths } from '#features/releases/releases.paths.js';
import { csvwPath } from '#platform/csv/csvw.js';
import { longDate } from '#platform/pages/dates.js';
import { sizeInWords } from '#platform/pages/file-size.js';
import { dataPaths } from '../data.paths.js';
import { dataWords as words } from '../data.words.js';
import { type MetricDownload, type ReleaseDownload } from '../downloads.queries.js';
import { API_ROOT, type OpenList } from '../open-list.js';
import { csvAddress } from '../open-table.js';

interface DownloadLine {
  name: { text: string; href?: string };
  /** Cells between the name and the links. */
  cells: string[];
  links: { text: string; href: string; of: string; size?: string }[];
}

export interface DataPage {
  title: string;
  words: typeof words;
  verdicts: DownloadLine;
  metrics: DownloadLine[];
  releases: DownloadLine[];
  lists: DownloadLine[];
}

export interface Downloads {
  verdicts: { rows: number; updated: Date | null };
  metrics: readonly MetricDownload[];
  releases: readonly ReleaseDownload[];
  lists: readonly OpenList[];
}

/** @param sizeOf bytes of the file at an address; undefined where nobody has counted them yet */
export function dataPage({ verdicts, metrics, releases, lists }: Downloads, sizeOf: (address: string) => number | undefined): DataPage {
  const fileLinks = (address: string, of: string): DownloadLine['links'] => [csvLink(address, of, sizeOf(address)), { text: words.metadata, href: csvwPath(address), of }];
  return {
    title: words.title,
    words,
    verdicts: {
      name: { text: words.verdicts.heading },
      cells: [count(verdicts.rows), verdicts.updated ? dayOf(verdicts.updated) : '', words.open],
      links: fileLinks(dataPaths.verdicts, words.verdicts.heading),
    },
    metrics: metrics.map(({ slug, name, publisher, licence, rows, releases: many, updated }) => ({
      name: { text: name, href: metricsPaths.metric(slug) },
      cells: [publisher, count(many), count(rows), dayOf(updated), licence],
      links: fileLinks(metricsPaths.observationsCsv(slug), name),
    })),
    releases: releases.map(({ id, fileName, publisher, checksum, rows, licences, knownAt }) => ({
      name: { text: words.release(id, fileName), href: releasesPaths.show(id) },
      cells: [publisher, dayOf(knownAt), count(rows), licences.join('; '), checksum],
      links: fileLinks(dataPaths.release(id), words.release(id, fileName)),
    })),
    lists: lists
      .filter(({ path }) => !path.includes(':'))
      .map((list) => ({
        name: { text: list.title },
        cells: [list.description, list.attribution?.licence ?? words.open],
        links: [...fileLinks(csvAddress(list, {}), list.title), { text: words.json, href: `/${API_ROOT}/${list.path}`, of: list.title }],
      }))
      .sort((a, b) => a.name.text.localeCompare(b.name.text, 'en-GB')),
  };
}

function csvLink(href: string, of: string, bytes: number | undefined): DownloadLine['links'][number] {
  return { text: words.csv, href, of, ...(bytes === undefined ? {} : { size: sizeInWords(bytes) }) };
}

function count(number: number): string {
  return number.toLocaleString('en-GB');
}

function dayOf(instant: Date): string {
  return longDate(instant.toISOString().slice(0, 10));
}
