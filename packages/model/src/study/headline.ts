import type { PortName } from '../flows/ports.ts';
import type { Headlines } from './verdict.ts';

/** A headline number that can be walked back to the assumptions under it. */
export interface Headline {
  /** Key in the verdict. */
  readonly key: string;
  readonly unit: string;
  /** How it is computed, a line a step. */
  readonly formula: string;
  /** Monthly columns that it is made of. */
  readonly columns: readonly PortName[];
  of(headlines: Headlines): number | null;
}

const delivered = 'work delivered = installed peak − unpowered − idle − unfed − overhead − interrupted';

export const headlineTable: readonly Headline[] = [
  {
    key: 'fleet.satellites_peak',
    unit: '1',
    formula: 'largest Σ over shells of satellites in service\nin service = entered − failed − retired',
    columns: ['inService'],
    of: ({ fleet }) => fleet.satellites_peak,
  },
  {
    key: 'fleet.satellites_end',
    unit: '1',
    formula:
      'Σ over shells of satellites in service, last month\nin service = entered − failed − retired, by month of entry\nentered = what factory, chips, cells, launches and cash let through',
    columns: ['inService'],
    of: ({ fleet }) => fleet.satellites_end,
  },
  {
    key: 'fleet.massInOrbit_kg',
    unit: 'kg',
    formula: 'Σ mass launched − lost on ascent − re-entered',
    columns: ['massInOrbit_kg'],
    of: ({ fleet }) => fleet.massInOrbit_kg,
  },
  {
    key: 'fleet.powerToCompute_W',
    unit: 'W',
    formula:
      'Σ over shells and ages of satellites × power to chips\npower to chips = min(asked, array after ageing, eclipse, battery, distribution, and what the radiator rejects)',
    columns: ['powerToCompute_W'],
    of: ({ fleet }) => fleet.powerToCompute_W,
  },
  {
    key: 'compute.delivered_FLOPperS',
    unit: 'FLOP/s',
    formula: `Σ over hosts of work delivered\n${delivered}`,
    columns: ['delivered_FLOPperS'],
    of: ({ compute }) => compute.delivered_FLOPperS,
  },
  {
    key: 'compute.tokensPerSecond',
    unit: 'token/s',
    formula: `serving work ÷ (2 × active parameters)\n${delivered}`,
    columns: ['tokens_perS'],
    of: ({ compute }) => compute.tokensPerSecond,
  },
  {
    key: 'compute.trainingRun.days',
    unit: 'd',
    formula: '6 × active parameters × tokens ÷ training work of the best cluster',
    columns: ['trainingRun_s', 'groundTrainingRun_s'],
    of: ({ compute }) => compute.trainingRun.days,
  },
  {
    key: 'capital.orbit_USDperPFLOPday',
    unit: 'USD',
    formula:
      '(annuity of satellite, chips, launch, insurance + operations) ÷ work a new satellite delivers\nmean over planned satellites, units begun in the last month',
    columns: ['levelised_USD2026perFLOP'],
    of: ({ capital }) => capital.orbit_USDperPFLOPday,
  },
  {
    key: 'capital.ground_USDperPFLOPday',
    unit: 'USD',
    formula:
      '(annuity of hall, chips, connection with the wait for it + operations + energy × PUE) ÷ work a new hall delivers\nmedian over the sites',
    columns: ['levelised_USD2026perFLOP'],
    of: ({ capital }) => capital.ground_USDperPFLOPday,
  },
  {
    key: 'capital.cashLowest_USD',
    unit: 'USD',
    formula:
      'least cash of any month\ncash = before + sales + raised − operating − capital spending − interest, tax and other',
    columns: ['cash_USD'],
    of: ({ capital }) => capital.cashLowest_USD,
  },
  {
    key: 'capital.capitalNeeded_USD',
    unit: 'USD',
    formula: 'Σ of what had to be injected to keep the least cash, beyond announced raises',
    columns: ['capitalNeeded_USD'],
    of: ({ capital }) => capital.capitalNeeded_USD,
  },
  {
    key: 'kardashev.fleet',
    unit: '1',
    formula: '(log₁₀ P − 6) ÷ 10, P the power to chips in orbit in W',
    columns: ['powerToCompute_W'],
    of: ({ kardashev }) => kardashev.fleet,
  },
  {
    key: 'kardashev.mankind',
    unit: '1',
    formula: "(log₁₀ P − 6) ÷ 10, P mankind's power with the fleet's in W",
    columns: ['powerToCompute_W'],
    of: ({ kardashev }) => kardashev.mankind,
  },
];
