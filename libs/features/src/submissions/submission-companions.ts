import { Injectable } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { type Submission } from './submission.entity.js';

/** A page of another feature about a submission. */
export interface CompanionLink {
  text: string;
  href: string;
  /** The same for one section of the draft, by its key; absent where the page is about the whole. */
  bySection?: (section: string) => { text: string; href: string };
}

/** One matter that the SRO reads before signing: a heading with its lines. */
export interface SignOffPanel {
  heading: string;
  /** What stands there, one line a fact; `nothing` is said where there are none. */
  lines: readonly { title?: string; text: string }[];
  nothing: string;
  /** Where the reader goes on. */
  link?: { text: string; href: string };
}

/** A feature that keeps something beside submissions: comments, links to show a draft. For people of the department alone. */
export interface SubmissionCompanion {
  /** Links on the overview, for this reader. */
  linksFor(actor: Actor, submission: Submission): Promise<CompanionLink[]>;
  /** What the SRO reads of it before signing; undefined where that is nothing. */
  panelFor(actor: Actor, submission: Submission): Promise<SignOffPanel | undefined>;
}

/** The features beside submissions. Each registers itself, so that submissions know none of them. */
@Injectable()
export class SubmissionCompanions {
  private readonly registered: SubmissionCompanion[] = [];

  register(companion: SubmissionCompanion): void {
    this.registered.push(companion);
  }

  async linksFor(actor: Actor, submission: Submission): Promise<CompanionLink[]> {
    const links: CompanionLink[] = [];
    for (const companion of this.registered) links.push(...(await companion.linksFor(actor, submission)));
    return links;
  }

  async panelsFor(actor: Actor, submission: Submission): Promise<SignOffPanel[]> {
    const panels: SignOffPanel[] = [];
    for (const companion of this.registered) panels.push(...[(await companion.panelFor(actor, submission)) ?? []].flat());
    return panels;
  }
}
