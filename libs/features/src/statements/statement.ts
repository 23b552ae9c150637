/** A part of a statement page, finished for the template. */
export interface StatementSection {
  heading: string;
  paragraphs?: string[];
  list?: string[];
  table?: { caption: string; head: string[]; rows: string[][] };
}

export interface StatementPage {
  title: string;
  lead: string;
  sections: StatementSection[];
}
