import type { Lineage } from '@kardashev/contracts/lineage.ts';
import type { Column, Months } from '@kardashev/contracts/months.ts';
import type { Funding, RunSummary } from '@kardashev/contracts/run.ts';
import type { ShellRow } from '@kardashev/contracts/shell.ts';
import type { Headlines, Verdict } from '@kardashev/contracts/verdict.ts';
import { claims } from './claims.ts';
import { fleetOf, hostColumns } from './fleet.ts';
import { lineageOf } from './lineage.ts';

/**
 * SYNTHETIC runs: smooth curves of the right shape and size, made up to develop and test the page with. No model
 * computed them and no conclusion can be drawn from them. Never part of the built page.
 */

const labels = Array.from({ length: 240 }, (_, month) => {
  return `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
});
const last = labels.length - 1;
const rad = Math.PI / 180;

const shell = (
  name: string,
  altitude_km: number,
  inclination_deg: number,
  planes: number,
  perPlane: number,
): ShellRow => ({
  name,
  altitude_m: altitude_km * 1000,
  inclination_rad: inclination_deg * rad,
  planes,
  perPlane,
  nodes: inclination_deg > 90 ? 'dawn-dusk' : 'spread',
  satellite: 'ai1',
});

/** The table filed with the FCC: 1,198,120 satellites. */
export const shells: readonly ShellRow[] = [
  shell('low-30', 559, 30, 300, 333),
  shell('low-dawn-dusk', 575, 97.7, 20, 4999),
  shell('middle-30', 702, 30, 750, 333),
  shell('middle-dawn-dusk', 725, 97.2, 44, 5565),
  shell('high-30', 962, 30, 750, 333),
  shell('high-dawn-dusk', 985, 99.4, 44, 5770),
];
const sites = ['memphis', 'abilene'];
const hosts = [...shells.map(({ name }) => name), ...sites];

const logistic = (month: number, middle: number, width: number) =>
  1 / (1 + Math.exp((middle - month) / width));
const wave = (month: number, period: number) => Math.sin((2 * Math.PI * month) / period);
const series = (of: (month: number) => number | null) => labels.map((_, month) => of(month));

const orbit_USDperPFLOPday = (month: number) => 66 + 380 * Math.exp(-(month - 30) / 30);
const ground_USDperPFLOPday = (month: number) => 58 + 70 * Math.exp(-month / 55);
const level = (power_W: number) => (Math.log10(power_W) - 6) / 10;

interface World {
  readonly funding: Funding;
  /** Share of the announced fleet that is built. */
  readonly scale: number;
}

/** Satellites of a shell in service; exactly full in the last month of a world at full scale. */
function inService(index: number, month: number, scale: number): number {
  const size = (shells[index]?.planes ?? 0) * (shells[index]?.perPlane ?? 0);
  const middle = 120 + 12 * index;
  const reached = logistic(month, middle, 14) - logistic(24, middle, 14);
  const full = logistic(last, middle, 14) - logistic(24, middle, 14);
  return month <= 24 ? 0 : (size * scale * reached) / full;
}

function column(name: string, room: string, unit: string, rows: readonly string[], of: Row): Column {
  return {
    name,
    room,
    unit,
    doc: `Synthetic ${name}.`,
    rows: [...rows],
    values: rows.map((_, row) => series((month) => of(month, row))),
  };
}
type Row = (month: number, row: number) => number | null;
const one = ['all'];

function columns({ scale, funding }: World): Column[] {
  const fleet = (month: number) => shells.reduce((sum, _, row) => sum + inService(row, month, scale), 0);
  const added = (month: number, row: number) =>
    inService(row, month, scale) - inService(row, month - 1, scale);
  const isShell = (row: number) => row < shells.length;
  const unit_W = 120e3;
  const power = (month: number) => fleet(month) * unit_W;
  const tokens = (month: number) => 2e6 + power(month) * 0.9;
  const capacity = (month: number) => 4e12 + 3.1e15 * logistic(month, 130, 20);
  const offered = (month: number) => 0.02e12 + 2.6e15 * (power(month) / (1.198e6 * unit_W));
  const carried = (month: number) => Math.min(1, capacity(month) / Math.max(1, offered(month)));
  const books = funding === 'books';
  return [
    column('inService', 'transport', '1', hosts, (m, row) =>
      isShell(row) ? inService(row, m, scale) : 2 + m / 20,
    ),
    column('wanted', 'transport', '1', hosts, (m, row) =>
      isShell(row) ? added(m, row) * (1.02 + 0.4 * logistic(m, 90, -12)) : 0,
    ),
    column('placed', 'transport', '1', hosts, (m, row) => (isShell(row) ? added(m, row) : 0)),
    column('launches', 'transport', '1', ['starship', 'falcon-9'], (m, row) =>
      row ? Math.max(0, 12 - m / 8) : ((fleet(m) - fleet(m - 1)) * 1.9) / 150,
    ),
    column('launchMass_kg', 'transport', 'kg', ['starship', 'falcon-9'], (m, row) =>
      row ? Math.max(0, 12 - m / 8) * 15e3 : (fleet(m) - fleet(m - 1)) * 1900,
    ),
    column('powerToCompute_W', 'energy', 'W', hosts, (m, row) =>
      isShell(row) ? inService(row, m, scale) * unit_W * (row % 2 ? 1 : 0.98) : 5e8 + m * 1e7,
    ),
    column('powerShare', 'energy', '1', hosts, (m, row) =>
      isShell(row) && row % 2 === 0 ? 0.975 + 0.01 * wave(m, 12) : 1,
    ),
    column('deliverableShare', 'network', '1', hosts, (m) => carried(m)),
    column('offeredDown_bps', 'compute', 'b/s', hosts, (m, row) =>
      isShell(row) ? offered(m) / shells.length : 1e9,
    ),
    column('downCapacity_bps', 'network', 'b/s', one, capacity),
    column('tokens_perS', 'compute', '/s', one, tokens),
    column(
      'work_FLOPperS',
      'compute',
      'FLOP/s',
      ['serving', 'training'],
      (m) => tokens(m) * 1e10 * (0.9 + 0.02 * wave(m, 9)),
    ),
    column(
      'demand_FLOPperS',
      'capital',
      'FLOP/s',
      ['serving', 'training'],
      (m) => tokens(m) * 1e10 * (0.98 + 0.1 * logistic(m, 100, -20)),
    ),
    column('revisit_s', 'data', 's', one, (m) => 43_200 / (1 + fleet(m) / 300)),
    column('imagers', 'data', '1', one, (m) => 120 + fleet(m) * 0.05),
    column('levelised_USD2026perFLOP', 'capital', '$/FLOP', hosts, (m, row) => {
      if (isShell(row) && m < 30) return null;
      return (isShell(row) ? orbit_USDperPFLOPday(m) : ground_USDperPFLOPday(m)) / 8.64e19;
    }),
    column('cash_USD', 'capital', 'USD', one, (m) =>
      books
        ? 15e9 + 85e9 * logistic(m, 7, 0.8) * Math.exp(-m / 60) + m * 0.3e9
        : 15e9 + 85e9 * logistic(m, 7, 0.8) * Math.exp(-m / 24) + 6e9,
    ),
    column('capitalNeeded_USD', 'capital', 'USD', one, (m) => (books ? 0 : 6.2e6 * fleet(m))),
    column('insolvent', 'capital', '1', one, () => 0),
    ...hostColumns(hosts, shells.length, labels.length),
  ];
}

const announced: World = { funding: 'as-needed', scale: 1 };
const ownBooks: World = { funding: 'books', scale: 0.0098 };

function headlines(world: World): Headlines {
  const all = columns(world);
  const end = (name: string, rows = 99) => {
    const values = all.find((each) => each.name === name)?.values.slice(0, rows) ?? [];
    return values.reduce((sum, row) => sum + (row[last] ?? 0), 0);
  };
  return {
    fleet: {
      satellites_peak: end('inService', 6),
      satellites_end: end('inService', 6),
      massInOrbit_kg: end('inService', 6) * 1900,
      powerToCompute_W: end('powerToCompute_W', 6),
    },
    compute: {
      delivered_FLOPperS: end('work_FLOPperS'),
      tokensPerSecond: end('tokens_perS'),
      trainingRun: { days: 41 },
    },
    capital: {
      orbit_USDperPFLOPday: orbit_USDperPFLOPday(last),
      ground_USDperPFLOPday: ground_USDperPFLOPday(last),
      crossover: null,
      why: null,
      cashLowest_USD: 5.1e9,
      insolvent: false,
      insolventFrom: null,
      capitalNeeded_USD: end('capitalNeeded_USD'),
    },
    kardashev: {
      fleet: level(end('powerToCompute_W', 6)),
      mankind: level(2e13 + end('powerToCompute_W', 6)),
    },
  };
}

export const syntheticRun = 'synthetic-million-7';
const smallRun = 'synthetic-as-flown-7';

const binding: Verdict['binding'] = [
  { from: '2026-01', to: '2026-09', constraint: 'ships' },
  { from: '2026-10', to: '2028-03', constraint: 'permits' },
  { from: '2028-04', to: '2029-01', constraint: 'factory' },
  { from: '2029-02', to: '2029-04', constraint: 'grounding' },
  { from: '2029-05', to: '2032-08', constraint: 'pads' },
  { from: '2032-09', to: '2036-02', constraint: 'chips' },
  { from: '2036-03', to: '2041-06', constraint: 'downlink' },
  { from: '2041-07', to: '2045-12', constraint: 'demand' },
];

function verdictOf(run: string, plan: string, world: World): Verdict {
  const document = {
    plan,
    title: `${plan}: made up, no result`,
    version: '0.0.0',
    seed: 7,
    run,
    hash: '5e7d1c0ffee0000000000000000000000000000000000000000000005e7d1c00',
    months: labels.length,
    funding: world.funding,
    ...headlines(world),
    binding,
    claims,
    wall_s: 4.2,
  };
  if (world.funding === 'books') return document;
  const own: Verdict['binding'] = [
    { from: '2026-01', to: '2027-03', constraint: 'ships' },
    { from: '2027-04', to: '2045-12', constraint: 'cash' },
  ];
  return { ...document, books: { ...headlines(ownBooks), binding: own } };
}

const verdicts: Readonly<Record<string, Verdict>> = {
  [syntheticRun]: verdictOf(syntheticRun, 'million (synthetic)', announced),
  [smallRun]: verdictOf(smallRun, 'as-flown (synthetic)', ownBooks),
};

/** What `createServer` and the development server need: the same interfaces as real runs. */
export const syntheticRuns = {
  list: async (): Promise<RunSummary[]> =>
    Object.values(verdicts).map(({ run, plan, title, seed, funding, hash, fleet }) => ({
      run,
      plan,
      title,
      begun: '2026-11-22T12:00:00.000Z',
      seed,
      funding,
      state: 'finished',
      months: labels.length,
      hash,
      satellites_end: fleet.satellites_end,
    })),
  verdict: async (run: string): Promise<Verdict | undefined> => verdicts[run],
  months: async (run: string, wish: { funding?: Funding } = {}): Promise<Months | undefined> => {
    const own = verdicts[run]?.funding;
    if (!own) return undefined;
    return { labels, columns: columns((wish.funding ?? own) === 'books' ? ownBooks : announced) };
  },
  shells: async (run: string): Promise<ShellRow[] | undefined> => (verdicts[run] ? [...shells] : undefined),
};

export const syntheticLineage = async (run: string, headline: string): Promise<Lineage | undefined> => {
  const verdict = verdicts[run];
  return verdict && lineageOf(verdict, headline);
};

export const syntheticFleet = async (run: string) => verdicts[run] && fleetOf(shells, labels.length);
