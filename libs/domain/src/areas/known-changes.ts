/** A change in the map that the published lists leave out or shorten, with where it is written. */
export interface KnownChange {
  readonly from: string;
  readonly to: readonly string[];
  /** First day of what came after. */
  readonly since: string;
  readonly source: string;
}

const CODE_HISTORY = 'ONS Code History Database; the notes of the ONS Explore Local Statistics files say the same year';

/**
 * What the ONS lists do not say: former counties are in no list of successors, a district of 2009 points straight at the
 * council of today, combined authorities end with an order and not with a financial year. It counts wherever its codes are known.
 */
export const KNOWN_CHANGES: readonly KnownChange[] = [
  { from: 'E07000100', to: ['E07000240'], since: '2012-04-01', source: CODE_HISTORY },
  { from: 'E07000104', to: ['E07000241'], since: '2012-04-01', source: CODE_HISTORY },
  { from: 'E07000097', to: ['E07000242'], since: '2013-04-01', source: CODE_HISTORY },
  { from: 'E07000101', to: ['E07000243'], since: '2013-04-01', source: CODE_HISTORY },
  { from: 'E06000048', to: ['E06000057'], since: '2013-04-01', source: CODE_HISTORY },
  { from: 'E08000020', to: ['E08000037'], since: '2013-04-01', source: CODE_HISTORY },
  { from: 'E11000004', to: ['E11000007'], since: '2013-04-01', source: CODE_HISTORY },
  {
    from: 'E47000005',
    to: ['E47000010', 'E47000011'],
    since: '2018-11-02',
    source: 'Newcastle Upon Tyne, North Tyneside and Northumberland Combined Authority (Establishment and Functions) Order 2018',
  },
  { from: 'E07000190', to: ['E07000246'], since: '2019-04-01', source: 'Somerset West and Taunton (Local Government Changes) Order 2018' },
  { from: 'E07000191', to: ['E07000246'], since: '2019-04-01', source: 'Somerset West and Taunton (Local Government Changes) Order 2018' },
  // Christchurch, a district of the county, went to Bournemouth, Christchurch and Poole
  { from: 'E10000009', to: ['E06000058', 'E06000059'], since: '2019-04-01', source: 'Bournemouth, Dorset and Poole (Structural Changes) Order 2018' },
  { from: 'E10000002', to: ['E06000060'], since: '2020-04-01', source: 'Buckinghamshire (Structural Changes) Order 2019' },
  { from: 'E10000021', to: ['E06000061', 'E06000062'], since: '2021-04-01', source: 'Northamptonshire (Structural Changes) Order 2020' },
  { from: 'E10000006', to: ['E06000063', 'E06000064'], since: '2023-04-01', source: 'Cumbria (Structural Changes) Order 2022' },
  { from: 'E10000023', to: ['E06000065'], since: '2023-04-01', source: 'North Yorkshire (Structural Changes) Order 2022' },
  { from: 'E10000027', to: ['E06000066'], since: '2023-04-01', source: 'Somerset (Structural Changes) Order 2022' },
  { from: 'E47000010', to: ['E47000014'], since: '2024-05-07', source: 'North East Mayoral Combined Authority (Establishment and Functions) Order 2024' },
  { from: 'E47000011', to: ['E47000014'], since: '2024-05-07', source: 'North East Mayoral Combined Authority (Establishment and Functions) Order 2024' },
];
