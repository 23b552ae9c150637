import { describe, expect, it } from '@jest/globals';
import { type CsvwColumn, csvwMetadata, csvwPath, type CsvwTable } from './csvw.js';

const COLUMNS: CsvwColumn[] = [
  { name: 'area_code', description: 'Code of the area', datatype: 'string', required: true, propertyUrl: 'http://purl.org/linked-data/sdmx/2009/dimension#refArea' },
  { name: 'value', description: 'The figure', datatype: 'number' },
];
const TABLE: CsvwTable = {
  url: '/figures/pay/observations.csv', title: 'Pay', description: 'Figures of pay', licence: 'Open Government Licence v3.0', publisher: 'Office for National Statistics',
  modified: '2025-10-23', columns: COLUMNS, primaryKey: ['area_code'],
};

describe('csvwMetadata', () => {
  it('is what the standard’s example of one table looks like', () => {
    expect(csvwMetadata(TABLE)).toEqual({
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
      '@type': 'Table',
      url: 'observations.csv',
      'dc:title': 'Pay',
      'dc:description': 'Figures of pay',
      'dc:license': { '@id': 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/' },
      'dc:publisher': 'Office for National Statistics',
      'dc:rights': 'Source: Office for National Statistics, licensed under the Open Government Licence v3.0.',
      'dc:modified': { '@value': '2025-10-23', '@type': 'xsd:date' },
      dialect: { encoding: 'utf-8', delimiter: ',', quoteChar: '"', doubleQuote: true, header: true, headerRowCount: 1, lineTerminators: ['\r\n', '\n'] },
      tableSchema: {
        '@type': 'Schema',
        columns: [
          { '@type': 'Column', name: 'area_code', titles: 'area_code', 'dc:description': 'Code of the area', datatype: 'string', required: true, null: '', propertyUrl: 'http://purl.org/linked-data/sdmx/2009/dimension#refArea' },
          { '@type': 'Column', name: 'value', titles: 'value', 'dc:description': 'The figure', datatype: 'number', required: false, null: '' },
        ],
        primaryKey: ['area_code'],
      },
    });
  });

  it('says an instant as one, and nothing where nothing was published', () => {
    expect(csvwMetadata({ ...TABLE, modified: '2025-10-23T09:30:00Z' })['dc:modified']).toEqual({ '@value': '2025-10-23T09:30:00Z', '@type': 'xsd:dateTime' });
    expect(csvwMetadata({ ...TABLE, modified: undefined })).not.toHaveProperty('dc:modified');
  });

  it.each([
    ['https://creativecommons.org/licenses/by/4.0/', { '@id': 'https://creativecommons.org/licenses/by/4.0/' }],
    ['Crown copyright', 'Crown copyright'],
  ])('takes the licence %s as it is', (licence, said) => expect(csvwMetadata({ ...TABLE, licence })['dc:license']).toEqual(said));

  it.each<[string, Partial<CsvwTable>]>([
    ['a name with a space', { columns: [{ name: 'area code', description: '', datatype: 'string' }] }],
    // reserved by the standard
    ['a name that begins with _', { columns: [{ name: '_row', description: '', datatype: 'string' }] }],
    ['a name twice', { columns: [...COLUMNS, ...COLUMNS] }],
    ['a key of no column', { primaryKey: ['period'] }],
  ])('refuses %s', (_, over) => expect(() => csvwMetadata({ ...TABLE, ...over })).toThrow(RangeError));
});

describe('csvwPath', () => {
  it('is the file’s own with the ending that the standard looks for', () => expect(csvwPath('/a/b.csv')).toBe('/a/b.csv-metadata.json'));
});
