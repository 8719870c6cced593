import { median } from '@kardashev/kernels/numeric/statistics.ts';
import { eclipseFreeDawnDusk_m } from '../../sky/eclipse.ts';
import { formatNumber, formatQuantity } from '../../units/format.ts';
import type { Reading } from '../reading.ts';
import type { Claim } from './claim.ts';

/** Mean over the last twelve months of a port's orbit rows, weighted by what flies, or by what is planned. */
function fleetMean(reading: Reading, port: 'sunlitShare' | 'panelYield_s'): number {
  const from = Math.max(0, reading.months.length - 12);
  const inService = reading.rows('inService');
  let sum = 0;
  let weights = 0;
  reading.rows(port).forEach((column, index) => {
    const host = reading.hosts[index];
    if (host?.kind !== 'orbit') return;
    const flying = inService[index]?.values[reading.months.length - 1] ?? 0;
    const weight = flying > 0 ? flying : host.target * 1e-9;
    for (let month = from; month < reading.months.length; month++) {
      sum += weight * (column.values[month] as number);
      weights += weight;
    }
  });
  return sum / weights;
}

const hasOrbit = (reading: Reading): boolean => reading.hosts.some((host) => host.kind === 'orbit');

/** Full-load seconds of a mean month of the last twelve, by ground site. */
function groundYields(reading: Reading): number[] {
  const from = Math.max(0, reading.months.length - 12);
  return reading
    .rows('panelYield_s')
    .filter((_, index) => reading.hosts[index]?.kind === 'ground')
    .map((column) => {
      const months = column.values.subarray(from);
      return months.reduce((sum, value) => sum + value, 0) / months.length;
    });
}

export const energyClaims: readonly Claim[] = [
  {
    id: 'power-100gw-a-year',
    said: '100 GW of compute added a year',
    quantity: 'power to compute added in the best year',
    unit: 'W',
    claimed: 100e9,
    holds: 'at least',
    find: (reading) => {
      if (!hasOrbit(reading)) return { undecided: 'The plan has no satellites.' };
      const best = reading.bestYear(reading.product('placed', 'powerPerNewUnit_W', 'orbit'));
      return {
        computed: best.sum,
        instead: `${formatQuantity(best.sum, 'W')} in ${best.year}; replacement counts as added.`,
      };
    },
  },
  {
    id: 'sun-always',
    said: '24 hours of sun',
    quantity: 'sunlit share of the year, fleet mean',
    unit: '1',
    claimed: 0.99,
    holds: 'at least',
    find: (reading) => {
      const sunlit = fleetMean(reading, 'sunlitShare');
      return {
        computed: sunlit,
        instead: `${formatNumber(100 * sunlit)} % as a mean over the shells; only dawn-dusk planes above ${formatNumber(eclipseFreeDawnDusk_m() / 1e3)} km never see eclipse.`,
      };
    },
  },
  {
    id: 'sun-five-times',
    said: "About five times the ground's yield (report: several times)",
    quantity: "orbit's full-load hours of a panel over the ground sites' median",
    unit: '1',
    claimed: 5,
    holds: 'at least',
    find: (reading) => {
      const yields = groundYields(reading);
      if (yields.length === 0) return { undecided: 'The plan names no site on the ground.' };
      const ratio = fleetMean(reading, 'panelYield_s') / median(yields);
      const best = fleetMean(reading, 'panelYield_s') / Math.max(...yields);
      return {
        computed: ratio,
        instead: `${ratio >= 3 ? 'Several times holds (3 or more).' : 'Even several times (3) fails.'} Over the sunniest site it is ${formatNumber(best)}.`,
      };
    },
  },
  {
    id: 'heat-by-radiation',
    said: 'Radiators suffice, no water',
    quantity: 'share of shells whose design stays below its junction limit on the worst day, end of life',
    unit: '1',
    claimed: 1,
    holds: 'at least',
    find: (reading) => {
      const closings = closingsOf(reading);
      if (closings.length === 0) return { undecided: 'The plan has no satellites.' };
      const closed = closings.filter((closing) => closing.worst_K <= closing.limit_K);
      const hottest = closings.reduce((left, right) =>
        right.worst_K - right.limit_K > left.worst_K - left.limit_K ? right : left,
      );
      return {
        computed: closed.length / closings.length,
        instead: `The hottest is ${hottest.name}: ${formatNumber(hottest.worst_K - 273.15)} °C against ${formatNumber(hottest.limit_K - 273.15)} °C allowed.`,
      };
    },
  },
];

interface Closing {
  readonly name: string;
  readonly worst_K: number;
  readonly limit_K: number;
}

/** Worst day and limit of every shell's design at the end of its life. */
function closingsOf(reading: Reading): Closing[] {
  const limits = reading.rows('junctionLimit_K');
  return reading.rows('junctionEndOfLife_K').flatMap((column, index) => {
    if (reading.hosts[index]?.kind !== 'orbit') return [];
    const limit_K = reading.end(limits[index]?.values ?? new Float64Array());
    return [{ name: column.row, worst_K: reading.end(column.values), limit_K }];
  });
}
