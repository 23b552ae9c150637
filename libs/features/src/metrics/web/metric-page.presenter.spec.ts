import { describe, expect, it } from '@jest/globals';
import { parsePeriod, type Period } from '#domain/observations/period.js';
import { type Metric } from '../metric.entity.js';
import { type AreaLine } from './metric-charts.presenter.js';
import { metricHead, type MetricHeadParts } from './metric-page.presenter.js';
import { type AreaWithFigures } from '../metric-standing.queries.js';

const METRIC = {
  slug: 'pay', name: 'Pay', unit: '£', decimals: 1, direction: 'higher-is-better', basis: 'nominal', place: 'residence', caveat: null, proxyFor: null, proxyNote: null,
  measure: 'Median', partOf: null, exploratory: false, yearKind: 'calendar', snapshotMonth: null, combines: null, placeControl: null, placeControlNote: null, method: null, accreditation: null,
  seriesBreaks: [], source: { publisher: 'ONS', title: 'ASHE', licence: 'OGL v3.0' },
} as unknown as Metric;

function period(key: string): Period {
  const found = parsePeriod(key);
  if (!found) throw new Error(`${key} is no period`);
  return found;
}

const area = (code: string, name: string, level: string, latest: string): AreaWithFigures => ({ code, name, level, latest: period(latest) });
const UK: AreaLine = {
  code: 'K02000001', name: 'United Kingdom',
  cells: [{ area: { code: 'K02000001', name: 'United Kingdom', level: 'country' }, period: period('2024'), value: 700, lower: null, upper: null, status: 'p', note: null, releaseId: 1, revisedFrom: null }],
};
const PARTS: MetricHeadParts = {
  metric: METRIC, related: { deflator: false }, breaks: [], widest: UK, today: '2026-11-23',
  areas: [area('K02000001', 'United Kingdom', 'country', '2024'), area('E06000001', 'Hartlepool', 'unitary', '2024')],
};

describe('metricHead', () => {
  it('says how old the latest figure is, that it is provisional, and where newer ones are', () => {
    const { latest } = metricHead({ ...PARTS, areas: [...PARTS.areas, area('E12000001', 'North East', 'region', '2025')] });
    // 31 December 2024 to 23 November 2026: 22 whole months; 31 December 2025: 10
    expect(latest).toEqual({
      figure: 'United Kingdom: £700.0',
      lines: ['The latest figure is for 2024; it ended 22 months ago.', 'It is provisional and may still change.', 'Other areas have newer figures, the newest for 2025; it ended 10 months ago.'],
    });
  });

  it('tells of figures of smaller areas alone, and of none', () => {
    const small = metricHead({ ...PARTS, widest: undefined });
    expect([small.latest, small.noFigures]).toEqual([{ figure: undefined, lines: ['The latest figure is for 2024; it ended 22 months ago.'] }, 'No figures for the United Kingdom or its nations have been loaded.']);
    const none = metricHead({ ...PARTS, widest: undefined, areas: [] });
    expect([none.latest, none.areaForm]).toEqual([undefined, undefined]);
  });

  it.each<[Partial<Metric>, Partial<MetricHeadParts['related']>, string[]]>([
    [{}, {}, ['Figures are in money of the day. No price index is loaded, so nothing here says how they moved in real terms.']],
    [{}, { deflator: true }, ['Figures are in money of the day. A price index is loaded; where a target asks for real terms, its verdict says so.']],
    [{ basis: 'real' }, {}, []],
    [{ basis: 'not-money', proxyNote: 'It counts people.' }, { proxyFor: 'Jobs' }, ['This is a proxy. It stands for another metric, “Jobs”, which has no figures. It counts people.']],
    [{ basis: 'not-money', exploratory: true }, { partOf: 'Wellbeing' }, ['Part of “Wellbeing”.', 'Exploratory: what to measure is still being explored.']],
  ])('warns before any figure: %j %j', (metric, related, remarks) => {
    expect(metricHead({ ...PARTS, metric: { ...METRIC, ...metric }, related: { deflator: false, ...related } }).remarks).toEqual(remarks);
  });

  it('leaves out what does not apply, and says what nobody has recorded', () => {
    const { about } = metricHead({ ...PARTS, metric: { ...METRIC, basis: 'not-money', place: 'not-applicable' } });
    expect(about.map(({ key, text }) => `${key}: ${text}`)).toEqual([
      'What is measured: Pay (median)', 'Unit: £', 'Direction: Higher is better', 'A year means: Calendar year', 'Accreditation: Not recorded in the catalogue', 'Method that decides: Interim path', 'Source: ONS, ASHE', 'Licence: OGL v3.0',
    ]);
  });

  it('says what the catalogue says', () => {
    const metric: Metric = { ...METRIC, yearKind: 'snapshot', snapshotMonth: 1, combines: 'average', placeControl: 'shared', placeControlNote: 'Schools decide most.', method: 'cagr', accreditation: 'official-statistics-in-development' };
    const { about } = metricHead({ ...PARTS, metric, breaks: [{ periodKey: '2018-09-01/P1Y', what: 'A new test.' }] });
    const textOf = (name: string): string | undefined => about.find(({ key }) => key === name)?.text;
    expect([textOf('A year means'), textOf('Larger areas'), textOf('Control')]).toEqual([
      'Each figure is of one day; a bare year means January', 'A larger area’s figure is an average of its parts’', 'A place’s own council shares control of it with others. Schools decide most.',
    ]);
    expect([textOf('Method that decides'), textOf('Accreditation'), textOf('Breaks in the series')]).toEqual([
      'Ratio of growth rates', 'Official statistics in development', 'From school year 2018/19 on, figures are not comparable with those before: A new test.',
    ]);
  });

  it('groups areas by level, and tells two of one name apart by their codes', () => {
    const areas = [area('E06000001', 'Hartlepool', 'unitary', '2024'), area('K02000001', 'United Kingdom', 'country', '2024'), area('E07000001', 'Hartlepool', 'lower-tier', '2024')];
    const form = metricHead({ ...PARTS, areas }).areaForm;
    expect(form?.action).toBe('/figures/pay/areas');
    expect(form?.groups.map(({ label, options }) => [label, options.map(({ value, text }) => `${value} ${text}`)])).toEqual([
      ['The United Kingdom and groups of nations', ['K02000001 United Kingdom']],
      ['Single-tier authorities', ['E06000001 Hartlepool (E06000001)']],
      ['Districts', ['E07000001 Hartlepool (E07000001)']],
    ]);
  });
});
