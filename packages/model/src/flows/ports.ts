import { signal, stock, supply, use } from './port.ts';

/**
 * Everything that passes between subsystems, by the room that writes it. Host rows are places where compute
 * runs: the plan's shells in orbit first, then its sites on the ground. One unit of an orbit host is a
 * satellite; one unit of a ground host is a hall of the site's `hallPower`.
 */

export const transportPorts = {
  launches: signal('vehicle', 'Launches in the interval, by vehicle.'),
  launchMass_kg: signal('vehicle', 'Payload carried to orbit in the interval, by vehicle.'),
  wanted: signal('host', 'Units the plan wanted to enter service in the interval.'),
  built: signal('host', 'Units that left the factory (or whose construction ended) in the interval.'),
  begun: signal('host', 'Units on which building began and money was spent in the interval.'),
  placed: signal('host', 'Units that entered service in the interval.'),
  wait_s: signal(
    'host',
    'Time from asking for a unit to its entry into service, for one asked for now: permits, queue and building, or factory and launch.',
  ),
  inService: signal('host', 'Units in service at the end of the interval.'),
  leaving: signal(
    'host',
    'Units in service at the end of the interval that will be gone when a unit begun now enters service.',
  ),
  failed: signal('host', 'Units lost to failures in the interval, on the way and in service.'),
  retired: signal('host', 'Units retired at the end of their life in the interval.'),
  cohortUnits: signal(
    'cohort',
    'Units in service at the end of the interval by host and month of entry: row = host · months + month.',
    false,
  ),
  reentries_perS: signal('one', 'Satellites re-entering, mean rate over the interval.'),
  launchCost_USD2026perkg: signal(
    'one',
    'Marginal launch cost of the cheapest vehicle in use, per kg of payload.',
  ),
  launchMean_USD2026perkg: signal(
    'one',
    'Mean launch cost of what compute launched in the interval, over all vehicles that carried it, per kg; the marginal one while nothing was launched.',
  ),
  grounded: signal('vehicle', 'Share of the interval in which the vehicle was grounded after a mishap.'),
  transportLimits: signal(
    'constraint',
    'Share of wanted units that each constraint alone would have held back.',
  ),
  massBuilt_kg: supply('mass', 'host', 'Mass of units that left the factory.'),
  massWaiting_kg: stock('mass', 'host', 'Mass of units built and not yet launched.'),
  massInOrbit_kg: stock('mass', 'host', 'Mass of units in orbit, in service, raising or dead.'),
  massLostOnAscent_kg: use('mass', 'host', 'Mass of units lost in launch failures.'),
  massReentered_kg: use('mass', 'host', 'Mass of units that re-entered.'),
} as const;

export const energyPorts = {
  powerToCompute_W: signal('host', 'Mean electrical power granted to the chips of all units in service.'),
  powerPerNewUnit_W: signal(
    'host',
    'Mean power to chips that one unit of age zero would get in this interval.',
  ),
  powerShare: signal(
    'host',
    'Granted over demanded power of chips, 1 when nothing is short. Links and sensors are served first (see `serviceShare`); chips get the rest.',
  ),
  serviceShare: signal(
    'host',
    'Granted over demanded power of links and sensors, 1 unless even they are short: linkEnergy_J = linkDemand_W · seconds · serviceShare, and so for sensing.',
  ),
  sunlitShare: signal(
    'host',
    'Share of the interval in sunlight, mean over planes; 1 − outage on the ground.',
  ),
  panelYield_s: signal(
    'host',
    'Energy of a panel over its rated power at 1361 W/m² (full-load seconds) in the interval.',
  ),
  junctionWorst_K: signal(
    'host',
    'Hottest chip junction over planes, orbit and ages in the interval at full load.',
  ),
  junctionEndOfLife_K: signal(
    'host',
    'Hottest junction at full load on the worst day at the age of the design life, over all months from its begin.',
  ),
  junctionLimit_K: signal('host', "Limit of the junction for the host's chips."),
  batteryDepth: signal('host', 'Deepest discharge over planes and orbit in the interval.'),
  corruption_perS: signal(
    'host',
    'Silent corruptions of one accelerator by radiation, behind the shielding of the host; zero on the ground.',
  ),
  waterUsed_kg: signal('host', 'Water evaporated for cooling in the interval; zero in orbit.'),
  energyLimits: signal('constraint', 'Share of demanded power that power or heat held back.'),
  generated_J: supply('power', 'host', 'Array output, or energy drawn from the grid or own plant.'),
  curtailed_J: use('power', 'host', 'Array output that nobody asked for.'),
  conversionLoss_J: use(
    'power',
    'host',
    'Distribution and battery loss; on the ground transformers and supplies.',
  ),
  housekeeping_J: use(
    'power',
    'host',
    'Bus, pumps, attitude; on the ground cooling plant and building (PUE − 1).',
  ),
  lossHeat_J: supply('heat', 'host', 'Heat of losses and housekeeping.'),
  environmentHeat_J: supply('heat', 'host', 'Sun, albedo and Earth infrared absorbed by the radiator.'),
  heatRejected_J: use('heat', 'host', 'Radiated to space, or given to air and water.'),
} as const;

export const networkPorts = {
  linkDemand_W: signal('host', 'Electrical power that lasers and radios ask for.'),
  acrossShare: signal('host', 'Share of the bits offered between units that are carried.'),
  downShare: signal('host', 'Share of the bits offered to the ground that are carried.'),
  acrossCapacity_bps: signal(
    'host',
    "Capacity of the laser mesh (or the hall's fabric) between units, all units.",
  ),
  neighbourCapacity_bps: signal(
    'host',
    'Capacity of the links of all units to their direct neighbours, each way: what rings of neighbours can use.',
  ),
  downCapacity_bps: signal('one', 'Capacity from orbit to ground, all stations, after cloud.'),
  roundTrip_s: signal('host', 'Median round trip of a user to a unit of the host.'),
  stationsBuilt: signal('one', 'Optical ground terminals in service.'),
  networkLimits: signal(
    'constraint',
    'Share of offered bits that inter-satellite links or downlink held back.',
  ),
  linkEnergy_J: use('power', 'host', 'Electrical energy of lasers and radios.'),
  linkHeat_J: supply('heat', 'host', 'Heat of lasers and radios.'),
  carriedDown_bit: use('bits', 'host', 'Delivered to the ground or, on the ground, to the user.'),
  carriedAcross_bit: use('bits', 'host', 'Exchanged between units of the host.'),
  refused_bit: use('bits', 'host', 'Offered and not carried.'),
} as const;

export const computePorts = {
  chipDemand_W: signal('host', 'Electrical power the chips in service ask for at the load that demand sets.'),
  installed_FLOPperS: signal('host', 'Dense bf16 peak of the chips in service.'),
  newWork_FLOPperJ: signal(
    'host',
    "Work per energy to compute, at full load and before links, of a unit with the chips that enter service in the interval: boards, the month's mix of workloads and failures included.",
  ),
  delivered_FLOPperS: signal(
    'host',
    'Useful work: model FLOPs of training and serving that reached their user.',
  ),
  work_FLOPperS: signal('workload', 'Delivered work by workload.'),
  tokens_perS: signal('one', 'Tokens generated for users.'),
  deliverable_FLOPperS: signal(
    'workload',
    'Work that power, links and chips would deliver if every chip of the market had a buyer, in the mix that buyers ask for: the supply of a market.',
  ),
  jointTraining_FLOPperS: signal('one', 'What the best single training cluster in orbit delivers.'),
  trainingRun_s: signal(
    'one',
    "Duration of the plan's large training run on the best cluster in orbit; NaN while none can run it.",
  ),
  groundTrainingRun_s: signal(
    'one',
    "Duration of the plan's large training run on the best cluster on the ground; NaN while none can run it.",
  ),
  trainingElasticity: signal(
    'one',
    'd ln(delivered training work of one job) / d ln(units joined), at the best cluster in orbit.',
  ),
  sensingCapacity_FLOPperS: signal('host', 'Peak set aside for sensing.'),
  deliverableShare: signal(
    'host',
    'Share of the work with power whose bits links carry, each workload by its own bits per FLOP; 1 where nothing runs.',
  ),
  offeredDown_bps: signal('host', 'Bits that work offers to the ground.'),
  offeredAcross_bps: signal('host', 'Bits that work offers between units.'),
  computeLimits: signal(
    'constraint',
    'Share of installed work idle for want of buyers, as far as buyers are served.',
  ),
  chipEnergy_J: use('power', 'host', 'Electrical energy of chips and their boards.'),
  chipHeat_J: supply('heat', 'host', 'Heat of chips and their boards.'),
  workBits_bit: supply('bits', 'host', 'Bits that training and serving produced for links.'),
  installed_FLOP: supply('work', 'host', 'Peak work of the chips in service over the interval.'),
  unpowered_FLOP: use(
    'work',
    'host',
    'Peak work that power or heat held back, or would have held back had it a buyer.',
  ),
  idle_FLOP: use('work', 'host', 'Peak work without a buyer, though power and links would have served one.'),
  unfed_FLOP: use(
    'work',
    'host',
    'Peak work whose bits links could not carry, or would not have carried had it a buyer.',
  ),
  overhead_FLOP: use('work', 'host', 'Peak work between model FLOPs and peak: memory, bubbles, exchange.'),
  interrupted_FLOP: use('work', 'host', 'Work lost to failures, restarts, checkpoints and corruption.'),
  sensing_FLOP: use('work', 'host', 'Peak work that processing of observations took.'),
  useful_FLOP: use('work', 'host', 'Model FLOPs delivered.'),
} as const;

export const dataPorts = {
  sensingDemand_W: signal('host', 'Electrical power that sensors and their processing ask for.'),
  sensingWork_FLOPperS: signal('host', 'Work that on-orbit processing of observations takes.'),
  sensedDown_bps: signal('host', 'Observations and alerts offered to the ground.'),
  imagers: signal('one', 'Units that carry an imager.'),
  revisit_s: signal('one', 'Mean time between looks at a place of middle latitude by daylight.'),
  sensingEnergy_J: use('power', 'host', 'Electrical energy of sensors and their processing.'),
  sensingHeat_J: supply('heat', 'host', 'Heat of sensors and their processing.'),
  sensed_bit: supply('bits', 'host', 'Bits that sensors produced.'),
  digested_bit: use('bits', 'host', 'Bits processed on board and not kept.'),
} as const;

export const capitalPorts = {
  demand_FLOPperS: signal('workload', "Work that the market buys at this interval's price, next interval."),
  computePrice_USD2026perFLOP: signal('workload', 'Price of delivered work.'),
  unitCost_USD2026: signal('host', 'What one more unit costs to build and place, chips and launch included.'),
  buildBudget_USD2026: signal(
    'one',
    'What may be spent on units in the next interval; infinite when funded as needed.',
  ),
  levelised_USD2026perFLOP: signal('host', 'Levelised cost of delivered work from units begun now.'),
  fundable: signal('one', "1 when the interval's plans were paid for, 0 when cash held them back."),
  revenue_USD: signal('segment', 'Revenue in the interval, nominal.'),
  operatingCost_USD: signal('segment', 'Operating cost without depreciation, nominal.'),
  depreciation_USD: signal('segment', 'Depreciation, nominal.'),
  operatingIncome_USD: signal('segment', 'Revenue − operating cost − depreciation.'),
  capitalSpending_USD: signal('segment', 'Capital spending, nominal.'),
  freeCash_USD: signal('segment', 'Operating cash − capital spending, before interest, tax and funding.'),
  netPlant_USD: signal('segment', 'Plant and equipment net of depreciation at the end of the interval.'),
  interestPaid_USD: signal(
    'one',
    'Interest paid on debt in the interval; before the model within what was filed.',
  ),
  interestEarned_USD: signal('one', 'Interest earned on cash in the interval.'),
  tax_USD: signal('one', 'Tax on income after interest and carried losses.'),
  borrowed_USD: signal('one', 'Debt taken in the interval.'),
  repaid_USD: signal('one', 'Debt repaid in the interval.'),
  sharesSold_USD: signal('one', 'Cash from shares: the listing, announced raises, and what is injected.'),
  intercompany_USD: signal(
    'one',
    'Margin that Space keeps on what AI buys of it where the companies are apart: revenue of the one, operating cost of the other; 0 when joined.',
  ),
  subscribers: signal('one', 'Connectivity subscribers at the end of the interval.'),
  debt_USD: signal('one', 'Debt outstanding at the end of the interval.'),
  capitalNeeded_USD: signal('one', 'Capital injected so far beyond actual raises, to keep the least cash.'),
  insolvent: signal('one', '1 from the month in which cash fell below zero with nothing left to borrow.'),
  capitalLimits: signal('constraint', 'Share of wanted spending that cash held back.'),
  salesIn_USD: supply('money', 'segment', 'Cash from customers.'),
  raisedIn_USD: supply('money', 'one', 'Cash from shares, debt and injections.'),
  operatingOut_USD: use('money', 'segment', 'Cash to suppliers and staff.'),
  capitalOut_USD: use('money', 'segment', 'Cash for capital spending.'),
  otherOut_USD: use('money', 'one', 'Interest, tax, repayments and other cash; negative when received.'),
  cash_USD: stock('money', 'one', 'Cash and equivalents at the end of the interval.'),
} as const;

export const ports = {
  ...transportPorts,
  ...energyPorts,
  ...networkPorts,
  ...computePorts,
  ...dataPorts,
  ...capitalPorts,
} as const;
export type PortName = keyof typeof ports;

/** Ports as a subsystem sees them in a step: one array a port. */
export type Readings<N extends PortName> = { readonly [K in N]: Readonly<Float64Array> };
export type Writings<N extends PortName> = { readonly [K in N]: Float64Array };
