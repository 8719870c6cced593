import type { Headlines } from './verdict.ts';

/** A headline number that can be walked back to the assumptions under it. */
export interface Headline {
  /** Key in the verdict. */
  readonly key: string;
  readonly unit: string;
  /** How it is computed, a line a step. */
  readonly formula: string;
  of(headlines: Headlines): number | null;
}

const delivered = 'work delivered = installed peak − unpowered − idle − unfed − overhead − interrupted';

export const headlineTable: readonly Headline[] = [
  {
    key: 'fleet.satellites_peak',
    unit: '1',
    formula: 'largest Σ over shells of satellites in service\nin service = entered − failed − retired',
    of: ({ fleet }) => fleet.satellites_peak,
  },
  {
    key: 'fleet.satellites_end',
    unit: '1',
    formula:
      'Σ over shells of satellites in service, last month\nin service = entered − failed − retired, by month of entry\nentered = what factory, chips, cells, launches and cash let through',
    of: ({ fleet }) => fleet.satellites_end,
  },
  {
    key: 'fleet.massInOrbit_kg',
    unit: 'kg',
    formula: 'Σ mass launched − lost on ascent − re-entered',
    of: ({ fleet }) => fleet.massInOrbit_kg,
  },
  {
    key: 'fleet.powerToCompute_W',
    unit: 'W',
    formula:
      'Σ over shells and ages of satellites × power to chips\npower to chips = min(asked, array after ageing, eclipse, battery, distribution, and what the radiator rejects)',
    of: ({ fleet }) => fleet.powerToCompute_W,
  },
  {
    key: 'compute.delivered_FLOPperS',
    unit: 'FLOP/s',
    formula: `Σ over hosts of work delivered\n${delivered}`,
    of: ({ compute }) => compute.delivered_FLOPperS,
  },
  {
    key: 'compute.tokensPerSecond',
    unit: 'token/s',
    formula: `serving work ÷ (2 × active parameters)\n${delivered}`,
    of: ({ compute }) => compute.tokensPerSecond,
  },
  {
    key: 'compute.trainingRun.days',
    unit: 'd',
    formula: '6 × active parameters × tokens ÷ training work of the best cluster',
    of: ({ compute }) => compute.trainingRun.days,
  },
  {
    key: 'capital.orbit_USDperPFLOPday',
    unit: 'USD',
    formula:
      '(annuity of satellite, chips, launch, insurance + operations) ÷ work a new satellite delivers\nmean over planned satellites, units begun in the last month',
    of: ({ capital }) => capital.orbit_USDperPFLOPday,
  },
  {
    key: 'capital.ground_USDperPFLOPday',
    unit: 'USD',
    formula:
      '(annuity of hall, chips, connection with the wait for it + operations + energy × PUE) ÷ work a new hall delivers\nmedian over the sites',
    of: ({ capital }) => capital.ground_USDperPFLOPday,
  },
  {
    key: 'capital.cashLowest_USD',
    unit: 'USD',
    formula:
      'least cash of any month\ncash = before + sales + raised − operating − capital spending − interest, tax and other',
    of: ({ capital }) => capital.cashLowest_USD,
  },
  {
    key: 'capital.capitalNeeded_USD',
    unit: 'USD',
    formula: 'Σ of what had to be injected to keep the least cash, beyond announced raises',
    of: ({ capital }) => capital.capitalNeeded_USD,
  },
  {
    key: 'kardashev.fleet',
    unit: '1',
    formula: '(log₁₀ P − 6) ÷ 10, P the power to chips in orbit in W',
    of: ({ kardashev }) => kardashev.fleet,
  },
  {
    key: 'kardashev.mankind',
    unit: '1',
    formula: "(log₁₀ P − 6) ÷ 10, P mankind's power with the fleet's in W",
    of: ({ kardashev }) => kardashev.mankind,
  },
];
