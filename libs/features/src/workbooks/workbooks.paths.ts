import { submissionsPaths } from '#features/submissions/submissions.paths.js';

const of = (id: string): string => `${submissionsPaths.show('evidence-return', id)}/workbook`;

export const workbooksPaths = {
  /** Where it is downloaded and comes back. */
  show: of,
  file: (id: string) => `${of(id)}.xlsx`,
  /** What a workbook that came back would change. */
  compare: (id: string, upload: string) => `${of(id)}/${upload}`,
};
