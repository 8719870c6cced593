import type { ObservationKind } from '@kardashev/model/data/wire/observation.ts';
import { literal } from '../duck.ts';
import { cellsAround } from './cells.ts';
import { cellNumber, hour_s } from './table.ts';

/** What is asked for: kinds, a span of time, a circle. What is left out is not asked. */
export interface ObservationQuery {
  readonly kinds?: readonly ObservationKind[];
  /** Observed from (included) and until (not included), Unix seconds. */
  readonly from_s?: number;
  readonly until_s?: number;
  readonly around?: {
    readonly latitude_deg: number;
    readonly longitude_deg: number;
    readonly radius_m: number;
  };
  /** At most so many, the latest first; all, where it is left out. */
  readonly latest?: number;
}

const earthRadius_m = 6_371_008.8;

/** Conditions on rows. Hours and cells come first: by them whole groups of rows are left out unread. */
export function conditionsOf({ kinds, from_s, until_s, around }: ObservationQuery): string {
  const conditions = ['true'];
  if (from_s !== undefined)
    conditions.push(`hour >= ${Math.floor(from_s / hour_s)}`, `observed_s >= ${from_s}`);
  if (until_s !== undefined)
    conditions.push(`hour <= ${Math.floor(until_s / hour_s)}`, `observed_s < ${until_s}`);
  if (kinds !== undefined) conditions.push(`kind IN (${kinds.map(literal).join(', ') || 'NULL'})`);
  if (around !== undefined) conditions.push(...placeConditions(around));
  return conditions.join(' AND ');
}

type Circle = NonNullable<ObservationQuery['around']>;

/** Mean length of a degree of latitude. */
const degree_m = 111_195;

/** First what can be told from the bounds of a group of rows, then the distance itself. */
function placeConditions({ latitude_deg, longitude_deg, radius_m }: Circle): string[] {
  const cells = cellsAround(latitude_deg, longitude_deg, radius_m)?.map(cellNumber);
  const reach_deg = (1.01 * radius_m) / degree_m;
  const half = (angle: string) => `pow(sin(radians(${angle}) / 2), 2)`;
  const distance = `2 * ${earthRadius_m} * asin(least(1, sqrt(${half(`latitude_deg - (${latitude_deg})`)}
    + cos(radians(latitude_deg)) * cos(radians(${latitude_deg})) * ${half(`longitude_deg - (${longitude_deg})`)})))`;
  return [
    // A list of all cells would cost more than it spares.
    ...(cells === undefined ? [] : [`cell BETWEEN ${least(cells)} AND ${most(cells)}`]),
    `latitude_deg BETWEEN ${latitude_deg - reach_deg} AND ${latitude_deg + reach_deg}`,
    `${distance} <= ${radius_m}`,
  ];
}

const least = (cells: readonly bigint[]): bigint => cells.reduce((a, b) => (a < b ? a : b));
const most = (cells: readonly bigint[]): bigint => cells.reduce((a, b) => (a > b ? a : b));
