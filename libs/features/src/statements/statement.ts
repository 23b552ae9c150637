/** A part of a statement page, finished for the template. */
export interface StatementSection {
  heading: string;
  /** Its anchor, where other pages link to it. */
  id?: string;
  paragraphs?: string[];
  list?: string[];
  table?: { caption: string; head: string[]; rows: string[][] };
}

export interface StatementPage {
  title: string;
  lead: string;
  sections: StatementSection[];
}
