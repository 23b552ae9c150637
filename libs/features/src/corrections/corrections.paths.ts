import { csvwPath } from '#platform/csv/csvw.js';

export const correctionsPaths = { list: '/corrections', csv: '/corrections.csv', metadata: csvwPath('/corrections.csv') };
