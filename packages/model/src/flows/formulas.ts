import type { PortName } from './ports.ts';

/**
 * How a room computes what it writes, one line a step; words of the form of a port's name stand for that port in the
 * same month. Only where a line or three say it honestly: for the rest the port's own words must do.
 */
export const formulas: { readonly [N in PortName]?: string } = {
  // transport
  launches: 'launches flown by the family of vehicles × share of the version that flies in the month',
  launchMass_kg:
    '(launches for others × their payload + satellites carried × their mass) × (1 − lost on ascent)',
  begun:
    'units ordered, as far as factory, chips, cells and buildBudget_USD2026 of the month before ÷ unitCost_USD2026 let through',
  placed: 'satellites that have climbed since their launch, or halls whose building has ended',
  inService: 'in service before + placed − failed in service − retired, by month of entry (cohortUnits)',
  failed: 'lost on ascent + failed in service, by the failure rate of each age',
  massInOrbit_kg: '(in service + raising + leaving + dead) × mass of a unit',
  massReentered_kg: '(deorbited + decayed) × mass of a unit',
  launchMean_USD2026perkg: 'Σ launches for compute × cost of a launch ÷ mass of compute launched',
  launchCost_USD2026perkg: 'least over the vehicles that fly of cost of a launch ÷ its mean load',
  // energy
  powerToCompute_W:
    'in orbit: min(chipDemand_W, what is left of the array after conversion, housekeeping, links and sensors, what the radiator rejects)\nsummed over the ages of the satellites (cohortUnits), each with its worn array and battery\non the ground: what the grid and own plant give',
  powerPerNewUnit_W:
    'power to chips at full load of a satellite of age zero, from the table of the fast orbit model',
  powerShare: 'powerToCompute_W ÷ chipDemand_W',
  generated_J: 'array output after ageing and eclipse × seconds; on the ground the energy drawn',
  conversionLoss_J: '(consumers + housekeeping) × loss ratio at full load × seconds',
  lossHeat_J: 'conversionLoss_J + housekeeping_J',
  // network
  linkDemand_W:
    'units × terminals × idle power + bits over hops × energy per bit\nhops from the layout of the mesh and the distance to relays and stations',
  roundTrip_s: 'access + 2 × (slant range ÷ speed of light + hops to a way down × switching)',
  neighbourCapacity_bps: 'units × terminals ÷ 2 × (rate along rows + rate along columns)',
  // compute
  installed_FLOPperS: 'Σ over months of entry of cohortUnits × dense peak of the chips of that month',
  sensingCapacity_FLOPperS: 'installed_FLOPperS × share set aside for sensing',
  chipDemand_W: 'nominal power of the chips × draw at the load that demand_FLOPperS of the month before sets',
  delivered_FLOPperS:
    'Σ over workloads of running share × share fed by links (acrossShare, downShare) × useful FLOPs of the chips × share that failures leave',
  work_FLOPperS: 'Σ over hosts of what the workload delivers there',
  tokens_perS: 'Σ over workloads of work_FLOPperS ÷ FLOP per token',
  deliverableShare: 'work fed by links ÷ work with power',
  offeredDown_bps: 'Σ over workloads of delivered work × bits to the ground per FLOP',
  offeredAcross_bps: 'Σ over workloads of delivered work × bits between units per FLOP',
  trainingRun_s: 'FLOPs of the large run ÷ jointTraining_FLOPperS',
  chipEnergy_J: 'powerToCompute_W × seconds',
  newWork_FLOPperJ:
    'Σ over workloads of mix × useful FLOPs of a new unit × share that failures leave ÷ its power',
  workBits_bit: '(offeredDown_bps + offeredAcross_bps) × seconds',
  // data
  imagers: 'Σ over hosts of inService × share of the design’s satellites with an imager',
  revisit_s: '1 ÷ Σ over hosts of inService × looks a second of one satellite at 45° by daylight',
  sensingDemand_W: 'inService × power of imagers while they look × duty + bits read out × energy per bit',
  sensedDown_bps: 'bits sensed × share sent: products of what is processed in orbit, the rest compressed',
  // capital
  computePrice_USD2026perFLOP:
    'market price × price at which Σ deliverable_FLOPperS finds buyers, not below the floor × factor of the workload',
  demand_FLOPperS:
    'market demand of the next month × (price ÷ market price)^elasticity × share of the workload',
  unitCost_USD2026:
    'in orbit: satellite (falls with each doubling begun) + chips of the month + mass × launchCost_USD2026perkg, insured\non the ground: building + chips',
  levelised_USD2026perFLOP:
    '(annuity of unitCost_USD2026 + operations + energy drawn) ÷ work sold\nwork sold = powerPerNewUnit_W × newWork_FLOPperJ × utilisation × deliverableShare, from when wait_s is over',
  revenue_USD:
    'space: launches sold × price + contracts of governments\nconnectivity: subscribers × price + other\nAI: Σ work_FLOPperS × computePrice_USD2026perFLOP × seconds + advertising + leases',
  operatingCost_USD:
    'space and connectivity: share of their revenue\nAI: own costs + operations of units in service + energy on the ground (generated_J × price)',
  capitalSpending_USD:
    'AI: begun × unitCost_USD2026 as it is paid + launch of what is placed + stations + estate\nothers: as planned, or share of their revenue',
  operatingIncome_USD: 'revenue_USD − operatingCost_USD − depreciation_USD',
  freeCash_USD: 'revenue_USD − operatingCost_USD − capitalSpending_USD',
  netPlant_USD: 'net plant before + capitalSpending_USD − depreciation_USD',
  depreciation_USD: 'each month’s capitalSpending_USD in equal parts over the life of the segment’s plant',
  cash_USD:
    'cash before + Σ freeCash_USD − otherOut_USD + raisedIn_USD\notherOut_USD = interestPaid_USD − interestEarned_USD + tax_USD',
  interestPaid_USD: 'debt before × rate × a month',
  interestEarned_USD: 'cash before, where it is positive, × yield × a month',
  tax_USD: '(Σ operatingIncome_USD − interestPaid_USD + interestEarned_USD − losses carried) × tax rate',
  capitalNeeded_USD: 'Σ over months so far of what cash lacked to its least',
  sharesSold_USD: 'raisedIn_USD − borrowed_USD',
};
