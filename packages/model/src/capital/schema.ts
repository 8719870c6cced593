import { month, number, type RoomSchema, series, share } from '../plan/attribute.ts';
import { siteWater } from '../plan/shared.ts';
import { projectRows } from './project/schema.ts';
import { holderRows, valueRows } from './value/schema.ts';

const positive = { min: 0 };
/** What a segment filed: nominal, as a yearly rate held over the months of a quarter. */
const filed = (what: string) =>
  series(`${what}, as filed or assumed for the months before modelFrom, nominal. A quarter is held.`, 'hold');
/** Nominal, paid month by month. */
const nominal = (what: string) => series(`${what}, nominal.`, 'hold');
/** Real money of 2026, between the given months in a straight line. */
const real = (what: string) => series(`${what}, in real USD of 2026.`, 'linear', positive);

const general = {
  modelFrom: month('First month that is modelled; the months before are taken as filed.'),
  inflation_perS: number('Rise of prices that turns real USD of mid-2026 into nominal ones, continuous.'),
  costOfCapital_perS: number('Real cost of capital, continuous; the same in orbit and on the ground.', {
    min: 0,
  }),
} as const;

const mankind = {
  mankindPower_W: number('Power that mankind uses without the fleet, primary energy.', { min: 1 }),
} as const;

const opening = {
  openingCash_USD: number('Cash at the end of 2025.', positive),
  openingDebt_USD: number('Debt at the end of 2025.', positive),
  openingLossCarried_USD: number(
    'Losses that lower taxable income, carried in at the end of 2025.',
    positive,
  ),
  openingAssetsSpace_USD: number('Net plant and equipment of Space at the end of 2025.', positive),
  openingAssetsConnectivity_USD: number(
    'Net plant and equipment of Connectivity at the end of 2025.',
    positive,
  ),
  openingAssetsAi_USD: number('Net plant and equipment of AI at the end of 2025.', positive),
  openingEarnings_USDperS: number('Revenue less operating cost without depreciation, rate of 2025.'),
  openingLaunchCost_USD2026perkg: number(
    'Launch cost that unit costs assume before the first month.',
    positive,
  ),
} as const;

const filings = {
  filedRevenueSpace_USDperS: filed('Revenue of Space'),
  filedRevenueConnectivity_USDperS: filed('Revenue of Connectivity'),
  filedRevenueAi_USDperS: filed('Revenue of AI'),
  filedOperatingCostSpace_USDperS: filed('Cash operating cost of Space'),
  filedOperatingCostConnectivity_USDperS: filed('Cash operating cost of Connectivity'),
  filedOperatingCostAi_USDperS: filed('Cash operating cost of AI'),
  filedDepreciationSpace_USDperS: filed('Depreciation and other costs without cash of Space'),
  filedDepreciationConnectivity_USDperS: filed('Depreciation and other costs without cash of Connectivity'),
  filedDepreciationAi_USDperS: filed('Depreciation and other costs without cash of AI'),
  filedCapitalSpace_USDperS: filed('Capital spending of Space'),
  filedCapitalConnectivity_USDperS: filed('Capital spending of Connectivity'),
  filedCapitalAi_USDperS: filed('Capital spending of AI'),
  filedBorrowed_USDperS: filed('Debt raised'),
  filedRepaid_USDperS: filed('Debt repaid'),
  reconciling_USDperS: filed(
    'Reconciling, assumed: other cash in (negative out) that brings the filed flows to the filed cash',
  ),
  filedSubscribers: series('Connectivity subscribers at the end of the month, before modelFrom.', 'linear', {
    min: 0,
  }),
} as const;

const terms = {
  exchangeRatio: number('Shares of the acquirer for one of the acquired company, February 2026.', positive),
  acquirerShare_USD: number("Price of an acquirer's share in the exchange.", positive),
  acquirerValue_USD: number('Value of the acquirer by the terms of the exchange.', positive),
  acquiredValue_USD: number('Value of the acquired company by the terms of the exchange.', positive),
  listingMonth: month('Month of the listing.'),
  listingShares: number('Shares sold in the listing.', positive),
  listingPrice_USD: number('Price of a share in the listing.', positive),
  greenshoe: share("Further shares sold under the underwriters' option, as a share of those listed."),
} as const;

const funding = {
  leastCash_USD: number('Cash that is kept: below it shares are sold or debt is taken, as funding says.', {
    min: 0,
  }),
  announcedRaise_USDperS: nominal('Announced raises of shares after the filed months'),
  debtRate_perS: number('Interest on debt.', positive),
  cashYield_perS: number('Interest earned on cash.', positive),
  leverageLimit: number('Debt that can be had, in years of earnings before interest, tax, depreciation.', {
    min: 0,
  }),
  budgetHorizon_s: number('Time over which spare cash and debt are spent on building.', { min: 86_400 * 28 }),
  taxRate: share('Tax on income after interest and carried losses.'),
  assetLifeSpace_s: number('Life over which assets of Space are depreciated.', { min: 86_400 * 31 }),
  assetLifeConnectivity_s: number('Life over which assets of Connectivity are depreciated.', {
    min: 86_400 * 31,
  }),
  assetLifeAi_s: number('Life over which assets of AI are depreciated.', { min: 86_400 * 31 }),
} as const;

/** Between companies that are not joined. */
const apart = {
  armsLengthMargin: share(
    'Margin on satellites and launches that one company sells another, over their cost.',
    { max: 2 },
  ),
  contractDelay_s: number('Time that a contract between companies takes before work begins.', positive),
  apartOverhead_USD2026perS: number(
    'What companies apart spend twice: management, audit, listing, sales to each other.',
    positive,
  ),
  apartShareAi: share(
    "Share of the company's cash and debt that goes with AI where the companies are apart.",
  ),
} as const;

const segmentsRows = {
  subscriberLimit: number('Subscribers that Connectivity tends to.', { min: 1 }),
  subscriberGrowth_perS: number('Growth of subscribers while they are few, against the limit.', positive),
  subscriberPrice_USD2026perS: real('Revenue per subscriber'),
  connectivityOther_USD2026perS: real(
    'Connectivity revenue beside subscriptions: enterprise, government, hardware',
  ),
  connectivityCostShare: share('Operating cost of Connectivity without depreciation, over its revenue.'),
  connectivityCapitalShare: share('Capital spending of Connectivity over its revenue.'),
  launchesSold_perS: series('Launches sold to customers; no more than fly are paid for.', 'linear', positive),
  customerLaunchPrice_USD2026: number('Price of a launch sold.', positive),
  governmentSpace_USD2026perS: real('Government and other revenue of Space'),
  spaceCostShare: number('Operating cost of Space without depreciation, over its revenue.', positive),
  spaceCapital_USD2026perS: real('Capital spending of Space: vehicles in development, pads, factories'),
  advertising_USD2026perS: real('AI revenue beside compute: advertising, subscriptions, data'),
  lease_USDperS: nominal('Lease of the compute estate that exists at the end of 2025'),
  aiOperatingCost_USD2026perS: real(
    "Operating cost of AI beside the plan's hosts: staff, research, existing estate",
  ),
  estateCapital_USD2026perS: real('Capital spending on the existing estate of AI'),
  stationCost_USD2026: number('One optical ground terminal with its telescope.', positive),
  imagerCost_USD2026: number('One imager on a satellite.', positive),
} as const;

const market = {
  gpuHour_USD2026perS: series('Contract price of an hour of the reference accelerator.', 'linear', positive),
  gpuPeak_FLOPperS: number('Dense bf16 peak of the reference accelerator.', { min: 1 }),
  gpuSustained: share('Delivered model FLOPs over peak in the hours sold.', { min: 1e-3 }),
  priceHalfLife_s: number("Time in which the market's price of work falls by a half.", { min: 86_400 }),
  priceLeast: share("Share of today's price that the fall tends to."),
  elasticity: number('d ln(work bought) / d ln(price).', { min: -10, max: -0.05 }),
  priceFloor: share("Share of the market's price below which capacity is left idle.", { min: 1e-6 }),
  usDataCentrePower_W: series(
    'Electrical power of data centres in the United States.',
    'geometric',
    positive,
  ),
  worldOverUs: number("World's data centre power over that of the United States.", { min: 1 }),
  aiShareOfPower: series('Share of data centre power that AI takes.', 'linear', { min: 0, max: 1 }),
  marketWork_FLOPperJ: number(
    'Delivered work per energy of a data centre, market mean in the middle of 2026.',
    {
      min: 0,
    },
  ),
  shareWon: series(
    "Share of the world's AI compute that buys from the enterprise at the market's price.",
    'geometric',
    {
      min: 0,
      max: 1,
    },
  ),
  chipCost_USD2026perW: number(
    'Chips with boards, memory and fabric, per watt to compute, at the start of 2026.',
    {
      min: 0,
    },
  ),
  chipCostFall_perS: number("Fall of the chips' cost per watt, continuous."),
  utilisation: share(
    'Share of their powered time in which the chips of a new unit have a buyer; for orbit and ground alike, in levelised cost only.',
    { min: 1e-3 },
  ),
} as const;

/** Capital's part of a plan. */
export const capitalSchema = {
  section: {
    ...general,
    ...mankind,
    ...opening,
    ...filings,
    ...terms,
    ...funding,
    ...apart,
    ...segmentsRows,
    ...market,
    ...valueRows,
  },
  collections: {
    satellites: {
      specificCost_USD2026perW: number(
        'A satellite without its chips, per watt to compute, at learningFrom.',
        positive,
      ),
      learning: share('Fall of that cost with each doubling of the power built so far.', { max: 0.9 }),
      learningFrom_W: number('Power built so far at which specificCost holds.', { min: 1 }),
      specificCostFloor_USD2026perW: number(
        'Cost per watt without chips that learning does not pass.',
        positive,
      ),
      insurance: share('Insurance of launch and first year, over the cost of the unit in place.'),
      operations_perS: number("Operations, as a share of the unit's cost in place.", positive),
      workLoss_perS: number(
        'Loss of delivered work: dead satellites, failed chips, ageing; nothing is repaired.',
        {
          min: 0,
        },
      ),
    },
    sites: {
      dataCentreCost_USD2026perW: number(
        'Shell, power distribution and cooling per watt to chips.',
        positive,
      ),
      powerPlantCost_USD2026perW: number('Own power plant per watt to chips; 0 on the grid.', positive),
      powerPrice_USD2026perJ: number("Electricity, or fuel where the plant is the site's own.", positive),
      ...siteWater,
      waterPrice_USD2026perkg: number(
        'Price of the water that cooling evaporates, with its discharge.',
        positive,
      ),
      siteOperations_perS: number(
        "Staff, upkeep and replaced chips, as a share of the hall's cost.",
        positive,
      ),
      buildingLife_s: number('Life of shell, power and cooling; chips live for hallLife.', {
        min: 86_400 * 365,
      }),
      earlyShare: share('Share of building and plant that is paid when the site is asked for.'),
    },
    workloads: {
      demandWeight: number(
        "Weight of the workload in the demand for work; normalised over the plan's workloads.",
        {
          min: 0,
        },
      ),
      priceFactor: number("Price of its work over that of the reference accelerator's hour.", positive),
      paidShare: share(
        "Share of its delivered work that customers pay for; the rest is the enterprise's own.",
      ),
    },
    projects: projectRows,
    holders: holderRows,
  },
} as const satisfies RoomSchema;

export type CapitalSchema = typeof capitalSchema;
