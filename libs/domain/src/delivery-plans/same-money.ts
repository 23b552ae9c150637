import { isSameAmount } from './plan-sums.js';

/** Money that a plan counts on. Dates are ISO dates. */
export interface MoneyClaim {
  /** Reference of the plan. */
  plan: string;
  department: string;
  coversFrom: string;
  coversTo: string;
  /** Slug of the mission; null for money that is for no single one. */
  mission: string | null;
  title: string;
  /** The fund or budget that it comes from; '' where none is named. */
  source: string;
  moneyMillions: number;
}

/** Claims that look like the same money. */
export interface SameMoney {
  /** The name that they share, as the first of them writes it. */
  name: string;
  moneyMillions: number;
  claims: MoneyClaim[];
}

/** Budgets that everything comes from: sharing one of these says nothing. */
const EVERYBODYS = /^(departmental |core |existing |baseline )*(budget|budgets|baseline|funding|settlement|allocation|treasury|hm treasury|hmt)$|^spending review( \d{4})?( settlement)?$|^(not known|unknown|none|tbc|to be confirmed)$/;

/** Words that one department adds to a name and another leaves out. */
const FILLERS = /\b(the|a|our|new|programme|programmes|program|scheme)\b/g;

/** A name without capitals, accents, signs and filling words: "The Family Hubs Programme" and "family hubs" are one. */
export function plainName(name: string): string {
  const letters = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('&', ' and ').replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const short = letters.replaceAll(FILLERS, ' ').replaceAll(/\s+/g, ' ').trim();
  return short === '' ? letters : short;
}

/**
 * Money that is claimed twice, largest first: the same amount to the thousandth under the same title or from the same fund, in
 * two plans or for two missions, in years that overlap. It is a question for a person, not a finding.
 */
export function claimedTwice(claims: readonly MoneyClaim[]): SameMoney[] {
  const groups = new Map<string, { name: string; claims: Set<MoneyClaim> }>();
  for (const claim of claims.filter(({ moneyMillions }) => moneyMillions > 0)) {
    for (const name of namesOf(claim)) {
      const key = `${Math.round(claim.moneyMillions * 1000)} ${plainName(name)}`;
      const group = groups.get(key) ?? { name, claims: new Set() };
      group.claims.add(claim);
      groups.set(key, group);
    }
  }
  const found: SameMoney[] = [];
  for (const group of groups.values()) {
    const alike = [...group.claims];
    const doubled = alike.filter((claim) => alike.some((other) => isDouble(claim, other)));
    const [first] = doubled;
    if (first && !found.some((known) => doubled.every((claim) => known.claims.includes(claim)))) found.push({ name: group.name, moneyMillions: first.moneyMillions, claims: doubled });
  }
  return found.sort((left, right) => right.moneyMillions - left.moneyMillions || (left.name < right.name ? -1 : 1));
}

function namesOf({ title, source }: MoneyClaim): string[] {
  return [title, source].filter((name) => plainName(name) !== '' && !EVERYBODYS.test(plainName(name)));
}

function isDouble(one: MoneyClaim, other: MoneyClaim): boolean {
  if (one === other || !isSameAmount(one.moneyMillions, other.moneyMillions)) return false;
  const elsewhere = one.plan !== other.plan || one.mission !== other.mission;
  return elsewhere && one.coversFrom <= other.coversTo && other.coversFrom <= one.coversTo;
}
