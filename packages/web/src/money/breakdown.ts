import type { Cost, CostSide } from '@kardashev/contracts/cost.ts';

/** By what a cost is given, real 2026 USD. */
export const bases = ['USDperPFLOPday', 'USDperMtokens', 'USDperMWh', 'USDperW'] as const;
export type Basis = (typeof bases)[number];

/** Parts in the order of their building: what stands in both costs first, so that bars can be laid side by side. */
const order = [
  'chips',
  'satellite',
  'building',
  'launch',
  'insurance',
  'operations',
  'energy',
  'water',
  'waiting',
];

export interface Part {
  readonly name: string;
  /** Of the basis; undefined where the side has no such part. */
  readonly orbit: number | undefined;
  readonly ground: number | undefined;
}

export interface Breakdown {
  /** Null where a unit of the month delivers nothing, or the plan has no such side. */
  readonly orbit: number | null;
  readonly ground: number | null;
  readonly parts: readonly Part[];
}

/** What either side costs in a month, part by part. */
export function breakdownOf({ orbit, ground }: Cost, basis: Basis, month: number): Breakdown {
  const names = new Set([...(orbit?.parts ?? []), ...(ground?.parts ?? [])].map(({ name }) => name));
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return {
    orbit: totalOf(orbit, basis, month),
    ground: totalOf(ground, basis, month),
    parts: [...names]
      .sort((a, b) => rank(a) - rank(b))
      .map((name) => ({
        name,
        orbit: partOf(orbit, basis, month, name),
        ground: partOf(ground, basis, month, name),
      }))
      .filter(({ orbit, ground }) => (orbit ?? 0) > 0 || (ground ?? 0) > 0),
  };
}

const totalOf = (side: CostSide | null, basis: Basis, month: number): number | null =>
  side?.[basis][month] ?? null;

function partOf(side: CostSide | null, basis: Basis, month: number, name: string): number | undefined {
  const share = side?.parts.find((part) => part.name === name)?.share[month] ?? undefined;
  const total = totalOf(side, basis, month);
  return share === undefined || total === null ? undefined : share * total;
}

/** A series of the API as charts want it. */
export const seriesOf = (values: readonly (number | null)[]): Float64Array =>
  Float64Array.from(values, (value) => value ?? Number.NaN);

/** Shells or sites with what they cost in a month, the cheapest first; those that deliver nothing are left out. */
export function placesOf({ each }: Cost, kind: 'orbit' | 'ground', month: number) {
  return each
    .flatMap((one) => {
      const cost = one.USDperPFLOPday[month];
      return one.kind === kind && cost != null ? [{ name: one.name, cost }] : [];
    })
    .sort((a, b) => a.cost - b.cost);
}

/** All months, both sides and their parts, for a file. */
export function costRows(cost: Cost): (string | number | null)[][] {
  const sides = (['orbit', 'ground'] as const).flatMap((name) => {
    const side = cost[name];
    return side ? [{ name, side }] : [];
  });
  const head = sides.flatMap(({ name, side }) => [
    ...bases.map((basis) => `${name}.${basis} (real 2026)`),
    ...side.parts.map((part) => `${name}.share.${part.name}`),
  ]);
  return [
    ['month', ...head],
    ...cost.months.map((label, month) => [
      label,
      ...sides.flatMap(({ side }) => [
        ...bases.map((basis) => side[basis][month] ?? null),
        ...side.parts.map(({ share }) => share[month] ?? null),
      ]),
    ]),
  ];
}
