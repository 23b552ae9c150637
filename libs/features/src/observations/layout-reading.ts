import { YamlFile, type PlacedFault } from '#platform/located-yaml/yaml-file.js';
import { LayoutFile } from './layout-file.js';

/** @throws ApplicationError naming every fault of the layout with its line */
export function readLayout(text: string): LayoutFile {
  const file = YamlFile.read(LayoutFile, text);
  const faults = faultsOf(file.value);
  if (faults.length > 0) throw file.refuse(faults);
  return file.value;
}

/** What the fields of a layout say against each other. */
function faultsOf({ refuse, area, indicator, period, figures, preamble, ignore, otherColumns }: LayoutFile): PlacedFault[] {
  if (refuse !== undefined) return [];
  const faults: PlacedFault[] = [];
  const fault = (path: PlacedFault['path'], message: string): void => void faults.push({ code: 'layout', path, message });
  if (area.code === undefined && area.name === undefined) fault(['area'], 'area must say in which column its code or its name stands');
  if (figures.length === 0) fault(['figures'], 'figures must say in which column the values stand');
  figures.forEach(({ metric }, at) => {
    if (metric === undefined && (indicator === undefined || figures.length > 1)) fault(['figures', at], 'metric must say by its slug what this column is about');
    if (metric !== undefined && indicator !== undefined) fault(['figures', at, 'metric'], 'the layout has an indicator already: say what the figures are about in one place');
  });
  if (indicator && count(indicator.column, indicator.preamble) !== 1) fault(['indicator'], 'indicator must be a column or a line of the preamble');
  if (indicator?.contains && indicator.column === undefined) fault(['indicator', 'contains'], 'contains looks into a column: say which');
  if (count(period.column, period.preamble, period.fixed) > 1) fault(['period'], 'period must be a column, a line of the preamble or fixed');
  if (!preamble) {
    for (const [field, named] of [['indicator', indicator?.preamble], ['period', period.preamble]] as const) {
      if (named !== undefined) fault([field, 'preamble'], 'the layout has no preamble: say preamble: true');
    }
  }
  if (otherColumns === 'ignore' && ignore.length > 0) fault(['ignore'], 'all other columns are ignored already');
  return faults;
}

function count(...values: unknown[]): number {
  return values.filter((value) => value !== undefined).length;
}
