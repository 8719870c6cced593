import { starlinkPays } from '../../capital/cross-subsidy.ts';
import { kardashevLevel, powerOfLevel_W } from '../../capital/kardashev-level.ts';
import { listingProceeds_USD, valueByExchange_USD } from '../../capital/merger.ts';
import { monthOf } from '../../time/calendar.ts';
import { formatMoney, formatNumber, formatQuantity } from '../../units/format.ts';
import { alternatives, pflopDay_FLOP } from '../cost.ts';
import { broughtForward } from '../joining.ts';
import { mankindPower_W } from '../kardashev.ts';
import { worstHolder } from '../value/holders.ts';
import { worstStability } from '../value/stability.ts';
import type { Claim } from './claim.ts';

const kardashevYear = 2030;
const burnUntil = 2030;

const cheapest = (id: string, said: string, by: string): Claim => ({
  id,
  said,
  quantity: 'crossover month: the fleet mean at or below the median site, and staying so',
  unit: 'month',
  claimed: monthOf(by) ?? Number.NaN,
  holds: 'at most',
  find: (reading) => {
    const { orbit_USD2026perFLOP, ground_USD2026perFLOP, crossover: month } = alternatives(reading);
    const orbit = orbit_USD2026perFLOP * pflopDay_FLOP;
    const ground = ground_USD2026perFLOP * pflopDay_FLOP;
    if (!Number.isFinite(orbit) || !Number.isFinite(ground)) {
      return { undecided: 'The plan has no orbit or no ground to compare.' };
    }
    return {
      computed: month === undefined ? Infinity : month + reading.plan.from,
      instead: `At the end a PFLOP-day costs ${formatNumber(orbit)} $ in orbit and ${formatNumber(ground)} $ on the ground.`,
    };
  },
});

export const capitalClaims: readonly Claim[] = [
  cheapest('cheapest-2y', 'Space is the cheapest place for AI compute within 1–2 years (report)', '2028-02'),
  cheapest('cheapest-3y', 'The same within 2–3 years (memo of 2026-02-02)', '2029-02'),
  cheapest('cheapest-36m', 'The same within 30–36 months (interview)', '2029-02'),
  {
    id: 'starlink-pays',
    said: "Starlink's cash carries the AI burn",
    quantity: "Connectivity's free cash over AI's cash need, worst year to 2030",
    unit: '1',
    claimed: 1,
    holds: 'at least',
    find: (reading) => {
      const worst = starlinkPays(
        {
          years: reading.months.map((month) => Number(month.slice(0, 4))),
          connectivity_USD: reading.row('freeCash_USD', 'connectivity'),
          ai_USD: reading.row('freeCash_USD', 'ai'),
        },
        burnUntil,
      );
      if (!worst) return { undecided: 'The plan ends before there is a year to judge.' };
      return {
        computed: worst.ratio,
        instead: `In ${worst.year} it covers ${formatNumber(100 * worst.ratio)} % of what AI takes.`,
      };
    },
  },
  {
    id: 'value-1500',
    said: 'Up to 1.5 T$ together',
    quantity: 'value by the exchange terms',
    unit: 'USD',
    claimed: 1.5e12,
    holds: 'at least',
    find: (reading) => {
      const value = valueByExchange_USD(
        reading.assumption('capital.acquiredValue'),
        reading.assumption('capital.acquirerValue'),
      );
      return { computed: value, instead: `The terms of the exchange say ${formatMoney(value)}.` };
    },
  },
  {
    id: 'listing-50',
    said: 'A listing in June 2026 raises 50 B$',
    quantity: 'proceeds without the greenshoe',
    unit: 'USD',
    claimed: 50e9,
    holds: 'at least',
    find: (reading) => {
      const proceeds = listingProceeds_USD(
        reading.assumption('capital.listingShares'),
        reading.assumption('capital.listingPrice'),
        0,
      );
      return { computed: proceeds, instead: `${formatMoney(proceeds)} were raised.` };
    },
  },
  {
    id: 'kardashev-2030',
    said: 'Kardashev level II by 2030 at the earliest',
    quantity: "mankind's level in 2030",
    unit: '1',
    claimed: 2,
    holds: 'at least',
    find: (reading) => {
      const index = reading.months.findLastIndex((month) => month.startsWith(String(kardashevYear)));
      if (index < 0) return { undecided: `The plan does not reach ${kardashevYear}.` };
      const power_W = mankindPower_W(reading, index);
      return {
        computed: kardashevLevel(power_W),
        instead: `Mankind uses ${formatQuantity(power_W, 'W')} with the fleet; level II is ${formatQuantity(powerOfLevel_W(2), 'W')}.`,
      };
    },
  },
  {
    id: 'bubble-stable',
    said: 'Stable while value outgrows burn',
    quantity: 'S, worst month to 2030',
    unit: '1',
    claimed: 1,
    holds: 'at least',
    find: (reading) => {
      const worst = worstStability(reading, burnUntil);
      if (!worst) return { undecided: 'AI takes no cash before 2031, or the plan ends before it could.' };
      return {
        computed: worst.S,
        instead: `In ${worst.month}, over the year before, what can be drawn from a rise in value, from Connectivity and from new debt is ${formatNumber(worst.S)} of what AI takes.`,
      };
    },
  },
  {
    id: 'escape-capsule',
    said: 'Early holders of xAI come out whole',
    quantity: 'stake after lock-up over cost, median, the worst round',
    unit: '1',
    claimed: 1,
    holds: 'at least',
    find: (reading) => {
      const worst = worstHolder(reading);
      if (!worst) return { undecided: 'The plan names no holders of xAI.' };
      return {
        computed: worst.multiple,
        instead: `${worst.name} paid ${formatNumber(worst.cost_USD)} $ for what became a share, which traded at ${formatNumber(worst.price_USD)} $ last.`,
      };
    },
  },
  {
    id: 'joined-faster',
    said: 'Level II needs the companies joined',
    quantity: 'years that joining brings forward the same compute',
    unit: 'yr',
    claimed: 0,
    holds: 'more than',
    find: (_, other) => {
      const joined = other('books');
      const apart = other('apart');
      if (!joined || !apart)
        return { undecided: 'The plan reports no passes of the companies joined and apart.' };
      const { years, level_FLOPperS } = broughtForward(joined, apart);
      return {
        computed: years,
        instead: `Apart, each from its own books, ${formatQuantity(level_FLOPperS, 'FLOP/s')} are delivered ${formatNumber(Math.abs(years))} years ${years >= 0 ? 'later' : 'earlier'} than joined.`,
      };
    },
  },
];
