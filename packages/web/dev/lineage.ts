import type { Assumption, Lineage } from '@kardashev/contracts/lineage.ts';
import type { Verdict } from '@kardashev/contracts/verdict.ts';
import { headlineTable } from '@kardashev/model/study/headline.ts';

const assumption = (
  path: string,
  text: string,
  elasticity: number | null,
  more: Partial<Assumption> = {},
): Assumption => ({
  path,
  text,
  value: Number.parseFloat(text) || null,
  unit: '',
  source: 'assumed, for this synthetic run',
  asOf: '2026-11',
  kind: 'assumed',
  elasticity,
  conflicts: [],
  ...more,
});

/** Where a synthetic headline comes from: a few assumptions, some of them contested. */
export function lineageOf(verdict: Verdict, headline: string): Lineage | undefined {
  const [room = '', key = ''] = headline.split('.');
  const block = (verdict as unknown as Record<string, Record<string, number>>)[room];
  const value = block?.[key];
  if (value === undefined) return undefined;
  const unit = /_(W|USD|USDperPFLOPday)$/.exec(key)?.[1]?.replace('USDperPFLOPday', '$/PFLOP-day') ?? '1';
  return {
    headline,
    value,
    unit,
    formula:
      'Σ over shells (satellites in service × power to compute of one satellite)\npower to compute of one satellite = array area × yield × sunlit share − housekeeping − losses',
    columns: [...(headlineTable.find(({ key }) => key === headline)?.columns ?? [])],
    assumptions: [
      assumption('satellites.ai1.arrayArea', '605 m²', 0.97, {
        kind: 'press',
        source: 'SpaceX AI1 as shown on 8 June 2026, through the press',
        asOf: '2026-06',
        conflicts: [
          {
            text: '840 m²',
            source: 'Derived from the company web page: 210 kW of solar at 250 W/m²',
            asOf: '2026-06',
            kind: 'derived',
          },
        ],
      }),
      assumption('vehicles.starship-v4.payload', '200 t', 0.41, {
        kind: 'announced',
        source: 'Memo of 2 February 2026',
        asOf: '2026-02',
        conflicts: [
          { text: '35 t', source: 'Flown class, GCAT', asOf: '2026-09', kind: 'measured' },
          { text: '100 t', source: 'V3 as claimed by the company', asOf: '2026-05', kind: 'announced' },
        ],
      }),
      assumption('energy.housekeeping', '6 %', -0.06),
      assumption('transport.turnaround', '30 d', -0.22),
      assumption('satellites.ai1.life', '5 years', 0.31, {
        kind: 'datasheet',
        source: 'Starlink V1 and V2 mini, as in Suncatcher',
        asOf: '2025-11',
      }),
      assumption('sites.starbase.permit', '25 launches a year', 0.08, {
        kind: 'filed',
        source: 'FAA',
        asOf: '2025-11',
      }),
      assumption('market.elasticity', '−1', null),
    ],
  };
}
