import { number, type Rows, share, word } from '../../plan/attribute.ts';

const positive = { min: 0 };
const perWatt = (what: string) => number(`${what}, per watt of the power asked for.`, positive);

/** What holds for a project wherever it stands. Shares "a year" are of a year of `yearLength`. */
const common = {
  kind: word('Where the project stands.', ['orbit', 'ground']),
  power_W: number('Electrical power to the chips that is asked for; costs per watt divide by it.', {
    positive: true,
  }),
  years: number('Life of the project, in years of `yearLength`.', { positive: true }),
  yearLength_s: number('Length of the year that shares a year refer to.', { positive: true }),
  costOfCapital_perS: number('Real cost of capital, continuous; 0 where a calculator has none.', positive),
  wait_s: number('Time from paying the early share to entry into service.', positive),
  earlyShare: share('Share of what is built that is paid on asking, and so waits.'),
  chipCost_USD2026perW: number(
    'Chips with boards, memory and fabric, per watt installed; 0 leaves them outside the boundary.',
    positive,
  ),
  chipFailures: share('Hardware bought again for failed chips, a year, over what is built.'),
  operations: share('Operations a year, over what is built.'),
  engineering_USD2026: number('Engineering that is paid once for the project.', positive),
  energyBasis: word(
    'What energy divides by: `installed` power over all hours of the life, or `delivered`: what runs and is lit.',
    ['installed', 'delivered'],
    'delivered',
  ),
  capacityFactor: share('Share of the hours in which the project runs.'),
  peak_FLOPperJ: number('Peak of the chips over the power to them, boards included.', positive),
  achievedShare: share('Model FLOPs over peak while a job runs.'),
  occupiedShare: share('Share of the time in which the chips have a job.'),
  survivingShare: share('Chips alive, mean over the life.'),
  availableShare: share('Share of the time in which the system around the chips is up.'),
  carriedShare: share('Share of the work whose bits links carry.'),
  work_FLOPpertoken: number('Work of one token that is sold.', { positive: true }),
} as const;

const inOrbit = {
  sizing: word(
    '`mean`: so many satellites that their mean power over the life, aged and lit, is what was asked for; `nominal`: by their power when new and lit.',
    ['mean', 'nominal'],
    'mean',
  ),
  unitPower_W: number('Power of one satellite when new and lit.', { positive: true }),
  unitArea_m2: number('Area of the arrays of one satellite.', positive),
  specificPower_Wperkg: number('Power of a satellite over its mass.', { positive: true }),
  satelliteCost_USD2026perW: number('Satellite without chips, per watt when new and lit.', positive),
  launchPrice_USD2026perkg: number('Price of launch.', positive),
  payload_kg: number('Payload of one launch.', { positive: true }),
  insurance: share('Insurance over satellites, chips and launch.', { max: 5 }),
  sunlitShare: share('Share of the time in sunlight.', { positive: true }),
  cellAgeing: share('Share of its output that a cell loses a year.', { max: 0.99 }),
} as const;

const onGround = {
  plantCost_USD2026perW: number(
    'Own power plant, per watt drawn: times PUE, per watt to the chips.',
    positive,
  ),
  electricalCost_USD2026perW: perWatt('Distribution of power within the site'),
  mechanicalCost_USD2026perW: perWatt('Cooling'),
  civilCost_USD2026perW: perWatt('Land, permits, shell'),
  networkCost_USD2026perW: perWatt('Fibre and switches'),
  pue: number('Energy drawn over energy to the chips.', { min: 1 }),
  energyPrice_USD2026perJ: number('Price of energy drawn from the grid.', positive),
  fuelPrice_USD2026perJ: number('Price of fuel, per joule of its heat.', positive),
  heatRate: number('Heat of fuel over the electrical energy made of it.', positive),
  waterUse_kgperJ: number('Water for cooling over energy to the chips.', positive),
  waterPrice_USD2026perkg: number('Price of water.', positive),
} as const;

/** A project by itself, without months: what other people's calculators ask for, on one boundary. */
export const projectRows = { ...common, ...inOrbit, ...onGround } satisfies Rows;

/** Rows that only one kind of project has; the rest holds for both. */
export const orbitRows: readonly string[] = Object.keys(inOrbit);
export const groundRows: readonly string[] = Object.keys(onGround);
