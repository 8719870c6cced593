import { readFileSync } from 'node:fs';
import { crossSubsidy } from '../../packages/model/src/capital/cross-subsidy.ts';
import { readPrices } from '../../packages/model/src/capital/index/prices.ts';
import { runIndex } from '../../packages/model/src/capital/index/run.ts';
import { kardashevLevel } from '../../packages/model/src/capital/kardashev-level.ts';
import { lifetimeFactor } from '../../packages/model/src/capital/levelised.ts';
import { exchange, exchangePrice_USD, valueByExchange_USD } from '../../packages/model/src/capital/merger.ts';
import { capital } from '../../packages/model/src/capital/step.ts';
import { crossHoldings } from '../../packages/model/src/capital/value/cross-holdings.ts';
import { stakeOf } from '../../packages/model/src/capital/value/holders.ts';
import { runway_months, stabilityAt } from '../../packages/model/src/capital/value/stability.ts';
import { readCatalogue } from '../../packages/model/src/evidence/catalogue.ts';
import { present } from '../../packages/model/src/outcome/invariant.ts';
import { Resolver } from '../../packages/model/src/plan/resolve.ts';
import { composeSchema } from '../../packages/model/src/plan/schema.ts';
import type { Case, Figure } from '../case.ts';
import { peerCases } from './peers.ts';

const figure = (
  name: string,
  unit: string,
  expected: number,
  relative: number,
  obtained: () => number,
): Figure => ({ name, unit, expected, tolerance: { relative }, obtained });

const catalogueFile = new URL('../../catalogue/capital.yaml', import.meta.url);
/** Rates of the catalogue are per second of a Julian year; a book month is its twelfth. */
const bookMonth_s = (365.25 * 86_400) / 12;

/** Reads numbers of the catalogue for the months 2025-01 to 2026-06, through the readers that plans use. */
function filed(): (name: string, from?: number, months?: number) => number {
  const text = readFileSync(catalogueFile, 'utf8');
  const catalogue = readCatalogue([{ path: 'capital.yaml', text }]);
  if (!catalogue.ok) throw new Error(JSON.stringify(catalogue.faults));
  const resolver = new Resolver(catalogue.value, -12, 5, []);
  const attributes = present(
    composeSchema([{ name: 'capital', schema: capital.schema }]).sections.get('capital'),
    'capital has a section',
  );
  return (name, from = 0, months = 12) => {
    const id = `capital.${name}`;
    const attribute = present(attributes.get(name), `capital has ${name}`);
    const value = resolver.resolve(id, attribute, undefined, {}, [id])?.value;
    if (typeof value === 'number') return value;
    const rates = (value as readonly number[]).slice(from + 12, from + 12 + months);
    return (rates.reduce((sum, rate) => sum + rate, 0) * bookMonth_s) / 1e6;
  };
}

const year = { from: -12, months: 12 };
const amount = (name: string, span = year): number => filed()(name, span.from, span.months);
const operatingIncome = (segment: string): number =>
  amount(`filedRevenue${segment}`) -
  amount(`filedOperatingCost${segment}`) -
  amount(`filedDepreciation${segment}`);
const group = (line: string, span = year): number =>
  ['Space', 'Connectivity', 'Ai'].reduce((sum, segment) => sum + amount(`${line}${segment}`, span), 0);

const quarter = { from: 0, months: 3 };
const operatingCash = (): number => group('filedRevenue', quarter) - group('filedOperatingCost', quarter);

/** Prices that stand still while a share is listed, split, merged and released: the level may not move. */
const eventful = `date,symbol,price_USD,shares,float,event,value
2026-06-09,TSLA,400,3.3e9,0.87,,
2026-06-09,NVDA,180,24.4e9,0.96,,
2026-06-10,TSLA,400,,,,
2026-06-10,NVDA,36,,,split,5
2026-06-11,TSLA,400,,,,
2026-06-11,NVDA,36,,,,
2026-06-11,SPCX,160.95,13.1e9,0.0425,list,
2026-06-12,TSLA,400,,,merge,SPCX:2.5
2026-06-12,NVDA,36,,,,
2026-06-12,SPCX,160.95,,,float,0.2
2026-06-15,NVDA,39.6,,,,
2026-06-15,SPCX,177.045,,,,
`;

function levelsThroughEvents(): readonly number[] {
  const rows = readPrices('events.csv', eventful);
  if (!rows.ok) throw new Error(JSON.stringify(rows.faults));
  const run = runIndex(rows.value, { base: 1000, weighting: 'float', cap: 1, fastEntryDays: 0 });
  if (!run.ok) throw new Error(JSON.stringify(run.faults));
  return run.value.days.map(({ level }) => level);
}

const perYear_perS = 1 / (365.25 * 86_400);
const terms = () => exchange(250e9, 1000e9, 0.1433, 526.59);
/** Two billion at the price of the exchange. */
const teslaStake = () =>
  stakeOf(
    {
      name: 'tesla',
      of: 'acquired',
      invested_USD: 2e9,
      valuation_USD: terms().acquiredShares * exchangePrice_USD(0.1433, 526.59),
      entered: 0,
      diluted: 0,
      value_USD: 0,
    },
    { acquiredValue_USD: 250e9, acquirerValue_USD: 1000e9, acquirerShare_USD: 526.59, splitPieces: 5 },
  );

export const capitalCases: readonly Case[] = [
  ...peerCases,
  {
    id: 'K7',
    title: 'Lifetime factor of a loss over five years',
    room: 'capital',
    kind: 'identity',
    source: 'Turyshev digest',
    figures: [
      figure('10 % a year', '1', 1.271, 5e-4, () => lifetimeFactor(0.1 * perYear_perS, 5 / perYear_perS)),
      figure('20 % a year', '1', 1.582, 5e-4, () => lifetimeFactor(0.2 * perYear_perS, 5 / perYear_perS)),
    ],
  },
  {
    id: 'K8',
    title: 'Terms of the merger of February 2026',
    room: 'capital',
    kind: 'identity',
    source: 'memo and filings, through the press',
    figures: [
      figure('price of an acquired share', 'USD', 75.46, 1e-4, () => exchangePrice_USD(0.1433, 526.59)),
      figure('acquired shares', '1', 3.313e9, 2e-4, () => terms().acquiredShares),
      figure('new shares', '1', 474.8e6, 2e-4, () => terms().newShares),
      figure('holding of the acquired', '1', 0.2, 1e-3, () => terms().acquiredHolding),
      figure('joined value', 'GUSD', 1250, 1e-9, () => valueByExchange_USD(250e9, 1000e9) / 1e9),
    ],
  },
  {
    id: 'K9',
    title: 'Books of 2025 by segment, as the catalogue holds them',
    room: 'capital',
    kind: 'identity',
    source: 'S-1 through a published workbook',
    remark:
      'Operating income follows from assumed depreciation, set so that it comes out as filed; nothing is predicted here.',
    figures: [
      figure('revenue', 'MUSD', 18_674, 1e-9, () => group('filedRevenue')),
      figure('operating income, Space', 'MUSD', -657, 1e-9, () => operatingIncome('Space')),
      figure('operating income, Connectivity', 'MUSD', 4423, 1e-9, () => operatingIncome('Connectivity')),
      figure('operating income, AI', 'MUSD', -6355, 1e-9, () => operatingIncome('Ai')),
      figure('capital spending', 'MUSD', 20_737, 1e-9, () => group('filedCapital')),
    ],
  },
  {
    id: 'K10',
    title: 'Cash of the first quarter of 2026',
    room: 'capital',
    kind: 'identity',
    source: 'S-1 through a published workbook',
    remark:
      'Operating cash less capital spending misses the observed change by 165 MUSD, which the books carry as a line of its own: reconciling, assumed.',
    figures: [
      figure('operating cash', 'MUSD', 1047, 1e-9, operatingCash),
      figure('capital spending', 'MUSD', 10_107, 1e-9, () => group('filedCapital', quarter)),
      figure(
        'operating cash less capital spending',
        'MUSD',
        -9060,
        1e-9,
        () => operatingCash() - group('filedCapital', quarter),
      ),
      figure('cash at the end', 'MUSD', 15_852, 1e-9, () => {
        const opening = filed()('openingCash') / 1e6;
        return opening + operatingCash() - group('filedCapital', quarter) + amount('reconciling', quarter);
      }),
    ],
  },
  {
    id: 'K11',
    title: "Share of the AI segment's cash need of 2025 that Connectivity meets",
    room: 'capital',
    kind: 'identity',
    source: 'S-1 through a published workbook',
    figures: [
      figure("from the catalogue's books", '1', 0.21, 0.03, () => {
        const free = (segment: string): number =>
          amount(`filedRevenue${segment}`) -
          amount(`filedOperatingCost${segment}`) -
          amount(`filedCapital${segment}`);
        return crossSubsidy(free('Connectivity'), free('Ai'));
      }),
    ],
  },
  {
    id: 'K12',
    title:
      'Index level across a listing, a 5:1 split, a merger and a change of float, then prices a tenth higher',
    room: 'capital',
    kind: 'identity',
    source: 'S&P index mathematics',
    figures: [
      figure(
        'level after the events, from 1000',
        '1',
        1000,
        1e-12,
        () => levelsThroughEvents()[3] ?? Number.NaN,
      ),
      figure('level a tenth higher', '1', 1100, 1e-12, () => levelsThroughEvents()[4] ?? Number.NaN),
    ],
  },
  {
    id: 'K13',
    title: "Cross-holdings: Tesla's 2 GUSD in xAI through the exchange and the split",
    room: 'capital',
    kind: 'identity',
    source: 'Elliott, Golub and Jackson 2014; reports through the press',
    figures: [
      figure("Tesla's shares", '1', 19.0e6, 2e-3, () => teslaStake().shares),
      figure('counted twice over the stake, at 135 USD', '1', 1, 1e-9, () => {
        const company = 135 * 13.1e9;
        const held = teslaStake().shares / 13.1e9;
        const { gross_USD, net_USD } = crossHoldings(
          [company, 1.4e12 - company * held],
          [
            [0, 0],
            [held, 0],
          ],
        );
        return (gross_USD - net_USD) / (135 * teslaStake().shares);
      }),
    ],
  },
  {
    id: 'K15',
    title: 'Value against burn: S, and how long cash lasts when value stands still',
    room: 'capital',
    kind: 'identity',
    source: 'definition',
    figures: [
      figure('S of a year: κ 0.1, gain 600, X 24, ΔD 288, B 120', '1', (60 + 24 + 288) / 120, 1e-12, () => {
        const { S } = stabilityAt(
          {
            value_USD: Float64Array.from({ length: 36 }, (_, month) => 50 * month),
            ai_USD: new Float64Array(36).fill(-10),
            connectivity_USD: new Float64Array(36).fill(2),
            earnings_USD: Float64Array.from({ length: 36 }, (_, month) => 0.5 * month),
            gainToCash: 0.1,
            leverageLimit: 4,
          },
          30,
        );
        return S ?? Number.NaN;
      }),
      figure('months that 100 lasts at a need of 12, 2 given, 5 of debt', '1', 20, 1e-12, () =>
        runway_months(100, 12, 2, 5),
      ),
    ],
  },
  {
    id: 'K14',
    title: 'Kardashev level',
    room: 'capital',
    kind: 'identity',
    source: 'Sagan',
    figures: [
      figure('100 GW', '1', 0.5, 1e-12, () => kardashevLevel(100e9)),
      figure('1.752 Mt at 100 kW/t', '1', 0.5244, 1e-4, () => kardashevLevel(1.752e6 * 100e3)),
      figure('mankind, 2e13 W', '1', 0.73, 2e-3, () => kardashevLevel(2e13)),
    ],
  },
];
