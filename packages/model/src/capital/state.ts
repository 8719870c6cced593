import type { Readings, Writings } from '../flows/ports.ts';
import { capitalPorts } from '../flows/ports.ts';
import type { CapitalParams } from './params.ts';

/** What capital reads of the interval that the other rooms have just stepped. */
export const capitalReads = [
  'launches',
  'launchCost_USD2026perkg',
  'launchMean_USD2026perkg',
  'begun',
  'wanted',
  'placed',
  'inService',
  'leaving',
  'wait_s',
  'generated_J',
  'powerPerNewUnit_W',
  'newWork_FLOPperJ',
  'deliverableShare',
  'stationsBuilt',
  'work_FLOPperS',
  'deliverable_FLOPperS',
] as const;

export type CapitalRead = (typeof capitalReads)[number];
export type Now = Readings<CapitalRead>;
export type CapitalOut = keyof typeof capitalPorts;
export type Out = Writings<CapitalOut>;
export const capitalWrites = Object.keys(capitalPorts) as CapitalOut[];

/** What the books carry from month to month. Columns of one value unless said otherwise. */
export type CapitalState = {
  readonly cash: Float64Array;
  readonly debt: Float64Array;
  readonly lossCarried: Float64Array;
  readonly injected: Float64Array;
  readonly insolvent: Float64Array;
  /** Trailing earnings before interest, tax and depreciation, per second. */
  readonly earnings: Float64Array;
  readonly subscribers: Float64Array;
  readonly stations: Float64Array;
  /** What the last interval allowed to be spent on units in this one, real. */
  readonly budget: Float64Array;
  /** Power built so far by satellite design. */
  readonly built_W: Float64Array;
  /** By site: buildings that stand or are built, halls begun and not yet in service, begun in old buildings now. */
  readonly standing: Float64Array;
  readonly onTheWay: Float64Array;
  readonly refits: Float64Array;
  /** Buildings begun, by host and month: row = host · months + month. */
  readonly erected: Float64Array;
  /** Capital spending of the modelled months by segment and month, and its charge by segment. */
  readonly spent: Float64Array;
  readonly charge: Float64Array;
  /** Net plant by segment: now, and where the model begins. */
  readonly plant: Float64Array;
  readonly plantAtModel: Float64Array;
  /** AI's own cash, debt and trailing earnings where the companies are apart. */
  readonly purse: Float64Array;
  readonly purseDebt: Float64Array;
  readonly purseEarnings: Float64Array;
  readonly [column: string]: Float64Array;
};

export function emptyState(params: CapitalParams): CapitalState {
  const one = (value = 0): Float64Array => Float64Array.of(value);
  const { section } = params;
  return {
    cash: one(section.openingCash_USD),
    debt: one(section.openingDebt_USD),
    lossCarried: one(section.openingLossCarried_USD),
    injected: one(),
    insolvent: one(),
    earnings: one(section.openingEarnings_USDperS),
    subscribers: one(section.filedSubscribers[0]),
    stations: one(),
    standing: new Float64Array(params.hosts.length),
    onTheWay: new Float64Array(params.hosts.length),
    refits: new Float64Array(params.hosts.length),
    erected: new Float64Array(params.hosts.length * params.months),
    budget: one(Number.POSITIVE_INFINITY),
    built_W: new Float64Array(params.designs.length),
    purse: one(section.openingCash_USD * section.apartShareAi),
    purseDebt: one(section.openingDebt_USD * section.apartShareAi),
    purseEarnings: one(),
    spent: new Float64Array(3 * params.months),
    charge: new Float64Array(3),
    plant: Float64Array.from(params.openingAssets),
    plantAtModel: Float64Array.from(params.openingAssets),
  };
}
