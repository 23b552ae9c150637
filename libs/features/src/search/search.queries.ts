import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { publicNumber } from '#features/submissions/public-returns.queries.js';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { type ListedArea } from '#features/places/places.queries.js';
import { ASKED, FIND, SNIPPET_OPTIONS } from './public-words.js';
import { type Slice } from './search-kind.js';

/** A row of the one statement; `at` says where it stands, by its kind. */
export interface FoundRow {
  kind: string;
  title: string;
  at: string[];
  total: number;
  snippet: string;
}

/** Words that are in no table of their own: of a page, of a return. */
export interface GivenDocument {
  kind: string;
  title: string;
  href: string;
  body: string;
}

/** A public return or plan that may have what is asked for. */
export interface ReturnCandidate {
  reference: string;
  kind: SubmissionKind;
  covers: string;
  department: { slug: string; name: string };
  framework: string;
  mission: string | null;
  missionName: string | null;
  content: object;
}

/** More returns than anybody would look through; the newest of them. */
const MOST_RETURNS = 300;
/** More places than anybody would look through. */
const MOST_PLACES = 1000;

/** The tables whose rows have a reference and a public page, with the condition of that page, and what comes after the reference in its address. */
const REFERENCES: readonly { table: string; path: string; after?: string; where?: string }[] = [
  { table: 'alerts', path: '/alerts/' },
  { table: 'letters', path: '/letters/', where: `status = 'published' AND published_at <= $2` },
  { table: 'inquiries', path: '/inquiries/' },
  { table: 'recommendations', path: '/recommendations/' },
  { table: 'reports', path: '/reports/', after: `'/editions/' || editions`, where: `editions > 0` },
  { table: 'data_gaps', path: '/data-gaps/' },
  { table: 'interim_reviews', path: '/interim-reviews/' },
  { table: 'consultations', path: '/consultations/' },
  { table: 'local_proposals', path: '/proposals/' },
];

/** Looks through what is public at an instant. */
@Injectable()
export class SearchQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The address of the one thing that bears a code; null where nothing public does. */
  async addressOf({ kind, code }: { kind: 'area' | 'reference'; code: string }, now: Date): Promise<string | null> {
    const sql = kind === 'area'
      ? `SELECT '/places/' || code AS address FROM areas WHERE code = $1 AND NOT is_embargoed_area(code, confirmed, $2)`
      : REFERENCES.map(({ table, path, after = `''`, where = '$2::timestamptz IS NOT NULL' }) => `SELECT '${path}' || reference || ${after} AS address FROM ${table} WHERE reference = $1 AND ${where}`).join(' UNION ALL ');
    const [row]: { address: string }[] = await this.dataSource.query(`${sql} LIMIT 1`, [code, now]);
    return row?.address ?? null;
  }

  /** Has a question words to look for? Articles alone and exclusions alone have none. */
  async isUsable(question: string): Promise<boolean> {
    const [row]: { usable: boolean }[] = await this.dataSource.query(`SELECT numnode(${ASKED}) > 0 AND querytree(${ASKED}) NOT IN ('', 'T') AS usable`, [question]);
    return row?.usable ?? false;
  }

  /** Returns and plans whose delivered content has the words; whether the public part has them is to be looked at. @param today ISO date */
  async returns(question: string, today: string): Promise<ReturnCandidate[]> {
    return this.dataSource.query(
      `SELECT s.reference, s.kind, s.covers_label AS covers, jsonb_build_object('slug', o.slug, 'name', o.name) AS department, f.slug AS framework, m.slug AS mission, m.focus_area AS "missionName", v.content
         FROM submission_versions v
         JOIN submissions s ON s.id = v.submission_id AND v.number = ${publicNumber('$2')}
         JOIN organisations o ON o.id = s.organisation_id
         JOIN frameworks f ON f.id = s.framework_id
         LEFT JOIN missions m ON m.id = s.mission_id
        WHERE text_words('', document_text(v.content::text)) @@ ${ASKED}
        ORDER BY v.submitted_at DESC LIMIT ${MOST_RETURNS}`,
      [question, today],
    );
  }

  /** The best of each kind, or a part of one. */
  async find(question: string, now: Date, given: readonly GivenDocument[], { kind, skip, most }: Slice): Promise<FoundRow[]> {
    const column = (name: keyof GivenDocument): string[] => given.map((document) => document[name]);
    return this.dataSource.query(FIND, [question, now, column('kind'), column('title'), column('href'), column('body'), kind ?? null, skip, most, SNIPPET_OPTIONS]);
  }

  /** Places with a word for every word asked, each at least begun. @param words letters and digits alone, see `foldedName` */
  async places(words: readonly string[], now: Date): Promise<ListedArea[]> {
    if (words.length === 0) return [];
    return this.dataSource.query(
      `SELECT a.code, a.name, a.level, a.country, a.parent_code AS "parentCode", a.valid_to::text AS "validTo", a.successors FROM areas a
        WHERE place_words(a.name) @@ to_tsquery('simple', $1) AND NOT is_embargoed_area(a.code, a.confirmed, $2)
        ORDER BY length(a.name), a.code LIMIT ${MOST_PLACES}`,
      [words.map((word) => `${word}:*`).join(' & '), now],
    );
  }
}
