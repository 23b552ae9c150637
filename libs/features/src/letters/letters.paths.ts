export const lettersPaths = {
  list: '/letters',
  listCsv: '/letters.csv',
  write: '/letters/new',
  receive: '/letters/received',
  show: (reference: string) => `/letters/${reference}`,
  edit: (reference: string) => `/letters/${reference}/edit`,
  versions: (reference: string) => `/letters/${reference}/versions`,
  publish: (reference: string) => `/letters/${reference}/publish`,
  drop: (reference: string) => `/letters/${reference}/drop`,
  attachment: (reference: string) => `/letters/${reference}/attachment`,
};
