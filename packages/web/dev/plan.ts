import type { PlanDocument, PlanValue } from '@kardashev/contracts/plan.ts';

/** Some assumptions of every kind, for what the page shows of a plan; too few to run one. */

const value = (
  text: string,
  si: PlanValue['value'],
  unit: string,
  more: Partial<PlanValue> = {},
): PlanValue => ({
  value: si,
  text,
  unit,
  origin: 'catalogue',
  evidence: { kind: 'assumed', source: 'made up for development', asOf: '2026-11' },
  ...more,
});

const permits = Array.from({ length: 240 }, (_, month) => (25 + month) / (365.25 * 86_400));

const values: PlanDocument['plan']['values'] = {
  'energy.albedo': value('0.3', 0.3, '', {
    evidence: { kind: 'measured', source: 'CERES EBAF 4.2', asOf: '2023', note: 'Yearly mean.' },
    distribution: { kind: 'triangular', low: 0.28, mode: 0.3, high: 0.32 },
  }),
  'satellites.ai1.arrayArea': value('605 m2', 605, 'm2', {
    evidence: {
      kind: 'press',
      source: 'SpaceX AI1 as shown on 8 June 2026, through the press',
      asOf: '2026-06',
    },
    conflicts: [
      {
        text: '840 m2',
        evidence: {
          kind: 'derived',
          source: 'The company web page: 210 kW of solar at 250 W/m²',
          asOf: '2026-06',
        },
      },
    ],
  }),
  'satellites.ai1.life': value('5 yr', 157_788_000, 's', {
    evidence: { kind: 'datasheet', source: 'Starlink V1 and V2 mini', asOf: '2025-11' },
    distribution: { kind: 'uniform', low: 126_230_400, high: 252_460_800 },
  }),
  'vehicles.starship-v4.payload': value('200 t', 200_000, 'kg', {
    evidence: { kind: 'announced', source: 'Memo of 2 February 2026', asOf: '2026-02' },
    conflicts: [
      { text: '35 t', evidence: { kind: 'measured', source: 'Flown class, GCAT', asOf: '2026-09' } },
      {
        text: '100 t',
        evidence: { kind: 'announced', source: 'V3 as claimed by the company', asOf: '2026-05' },
      },
    ],
  }),
  'capital.chipCost': value('28 USD/W', 28, 'USD/W', {
    distribution: { kind: 'logtriangular', low: 10, mode: 28, high: 120 },
  }),
  'capital.costOfCapital': value('10 %', 0.1, '', { origin: 'plan', evidence: undefined }),
  'shells.low-30.altitude': value('559 km', 559_000, 'm', { origin: 'plan', evidence: undefined }),
  'shells.low-30.nodes': value('spread', 'spread', '', { origin: 'schema', evidence: undefined }),
  'pads.starbase.permits': value('{2026-01: 25 /year, 2045-12: 264 /year}', permits, '1/s', {
    origin: 'plan',
    evidence: undefined,
  }),
};

/** The plan of a synthetic run. */
export function syntheticPlan(run: string): PlanDocument {
  return {
    run,
    seed: 7,
    plan: {
      name: 'million',
      title: 'Made up, no result',
      funding: 'as-needed',
      reportBooks: true,
      reportApart: false,
      from: 0,
      to: 239,
      entries: { shells: ['low-30'], satellites: ['ai1'], vehicles: ['starship-v4'], pads: ['starbase'] },
      values,
    },
    tables: {},
    file: 'plans/million.yaml',
    text: 'name: million\ntitle: Made up, no result\n',
    faithful: true,
    sameModels: true,
  };
}

/** What `createServer` needs to serve it. */
export const syntheticPlans = {
  document: async (run: string) => (run.startsWith('synthetic') ? syntheticPlan(run) : undefined),
  table: async () => undefined,
  parquet: async () => undefined,
};
