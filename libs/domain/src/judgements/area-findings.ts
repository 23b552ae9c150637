/** The numbers behind a rule over a gap or a group of areas. Plain JSON; in the unit of the metric unless said. */
export interface AreaFindings {
  readonly measure?: string;
}
