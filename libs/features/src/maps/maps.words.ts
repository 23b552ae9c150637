/** The words of the maps. */
export const mapsWords = {
  title: (metric: string) => `Map: ${metric}`,
  intro: (metric: string, period: string) => `${metric}, ${period}: the latest figures, place by place.`,
  better: { 'higher-is-better': 'Darker is higher, and higher is better.', 'lower-is-better': 'Darker is higher, and lower is better.' },
  caution: 'Large places fill the eye and small ones hold most people. Shades hide how uncertain each figure is: see the intervals in the file.',
  picture: (metric: string, period: string, places: number, without: number) => `${metric}, ${period}: ${places} places in shades from lowest to highest${without > 0 ? `, ${without} hatched without a figure` : ''}. The table on this page has the figure of each.`,
  key: 'Key',
  noData: (count: number) => `Hatched: no figure (${places(count)})`,
  range: (shade: string, low: string, high: string, count: number) => `${shade}: ${span(low, high)} (${places(count)})`,
  /** Counted from the lowest figures, which are the lightest. */
  shade: (number: number, of: number) => `Shade ${number} of ${of}${of < 2 ? '' : number === 1 ? ', the lightest' : number === of ? ', the darkest' : ''}`,
  shadeAndRange: (shade: string, low: string, high: string) => `${shade} (${span(low, high)})`,
  hatched: 'Hatched',
  table: 'Figures on the map, by name',
  columns: { place: 'Place', figure: 'Figure', shade: 'Shade on the map' },
  noFigure: 'no figure',
  offMap: (count: number) => `${count === 1 ? '1 place with a figure has' : `${count} places with a figure have`} no outline of its own on this map and ${count === 1 ? 'is' : 'are'} in the metric’s own file.`,
  tiles: 'Each square is one place, near where it lies. Outlines are drawn once an administrator has loaded a file of boundaries.',
  outlines: 'Outlines: Office for National Statistics, Open Government Licence v3.0; contains OS data © Crown copyright and database right.',
  nothing: 'No map: no figures of places that can be drawn have been published for this metric.',
  noMap: 'There is no map of this metric.',
  noBoundaries: 'No map: no boundaries have been loaded. An administrator loads them with “waymark import boundaries FILE”.',
  csv: 'Download the figures of the map (CSV)',
  metadata: 'What the columns mean (CSVW metadata)',
  metric: 'All about this metric',
  crumb: 'Map',
  file: 'The figures of one period, one row a place that is drawn; an empty value is not known and never zero.',
};

function span(low: string, high: string): string {
  return low === high ? low : `${low} to ${high}`;
}

function places(count: number): string {
  return count === 1 ? '1 place' : `${count} places`;
}
