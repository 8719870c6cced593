import { count, flag, month, number, type RoomSchema, series, share, text, word } from '../plan/attribute.ts';
import { campaignRows } from './campaign/schema.ts';
import { debrisRows } from './debris/schema.ts';
import { manifestRows } from './manifest/schema.ts';

/** The transport part of a plan: supply for all designs, then what each design, vehicle, launch site and place adds. */
export const transportSchema = {
  section: {
    actualsUntil: month(
      'Last month whose launches are taken from the record; the model flies from the next one on.',
    ),
    fill: word(
      'Order in which units are begun: all hosts `in-proportion` to what they miss, or `in-order` of the plan.',
      ['in-proportion', 'in-order'],
      'in-proportion',
    ),
    chipSupply_WperS: series(
      'Chips the enterprise can get, by the power they take, orbit and ground together.',
      'geometric',
      {
        min: 0,
      },
    ),
    cellSupply_WperS: series('Solar cells for satellites, by rated power at 1361 W/m².', 'geometric', {
      min: 0,
    }),
    launchBuffer_s: number(
      'Launches ahead for which satellites are kept ready, as time at the present rate.',
      { min: 0 },
    ),
    dropAltitude_m: number('Altitude to which vehicles carry satellites; above it they raise themselves.', {
      min: 150e3,
    }),
    failureCarried: share(
      'Weight that a failure keeps in the estimate of reliability once its cause is corrected: exponent of Crow–AMSAA growth.',
    ),
    naturalDecay_s: number(
      'Mean time in which a dead satellite re-enters from `naturalDecayAltitude` by drag.',
      { min: 0 },
    ),
    naturalDecayAltitude_m: number('Altitude at which `naturalDecay` holds.', { min: 150e3 }),
    naturalDecayScale_m: number('Rise of altitude over which natural decay takes e times longer.', {
      min: 1e3,
    }),
    ...manifestRows.section,
    ...debrisRows.section,
  },
  collections: {
    satellites: {
      stowedVolume_m3: number('Volume that one stowed satellite takes of a fairing.', { min: 0 }),
      cellPower_W: number('Rated power of the solar cells at 1361 W/m², begin of life.', { min: 0 }),
      factory_perS: series(
        'Satellites of this design that the factory is laid out for, once it has learnt.',
        'geometric',
        { min: 0 },
      ),
      factoryLearning: share(
        'Fall of the work on one satellite with each doubling of those made (Wright); until `factoryMature` the rate falls short of `factory` by it.',
        { max: 0.9 },
      ),
      factoryMature: number(
        'Satellites of the design after which the factory makes what it is laid out for.',
        {
          min: 1,
        },
      ),
      factoryScatter: number(
        'Standard deviation of the logarithm of a factory’s rate about that law, drawn once a campaign.',
        { min: 0 },
      ),
      madeBefore: count('Satellites of the design made before the plan begins.'),
      factoryLead_s: number('Time from money spent to a finished satellite.', { min: 0 }),
      commissioning_s: number('Checks and phasing after launch, beside raising.', { min: 0 }),
      raisingRate_mperS: number('Mean climb by own propulsion.', { min: 1e-6 }),
      infantShare: share('Share lost to early failures.'),
      infantPeriod_s: number('Time constant of early failures.', { min: 1 }),
      failure_perS: number('Constant rate of failures after that.', { min: 0 }),
      wearOut_s: number('Scale of the Weibull wear-out.', { min: 1 }),
      wearOutShape: number('Shape of the Weibull wear-out; above 1 failures grow with age.', { min: 1 }),
      retirementSpread_s: number(
        'Standard deviation of the age at deliberate retirement about the design life.',
        {
          min: 0,
        },
      ),
      deorbit_s: number('Mean time from retirement to re-entry under control.', { min: 1 }),
      ...campaignRows.satellites,
      ...manifestRows.satellites,
      ...debrisRows.satellites,
    },
    sites: {
      permitWait_s: number('From request to the permit to build.', { min: 0 }),
      gridWait_s: number('From request to the first block of grid power.', { min: 0 }),
      gridConnection_W: number('First block of grid power, as power to the chips.', { min: 0 }),
      gridRamp_WperS: number('Grid power added after the first block, as power to the chips.', { min: 0 }),
      gasWait_s: number(
        'From request to the first block of own gas power; counts where `gasConnection` is above zero.',
        {
          min: 0,
        },
      ),
      gasConnection_W: number('First block of own gas power, as power to the chips; 0 where there is none.', {
        min: 0,
      }),
      gasRamp_WperS: number('Own gas power added after the first block, as power to the chips.', { min: 0 }),
      building_s: number('From permit to a finished hall.', { min: 0 }),
      hallRate_perS: series('Halls that can be finished at the site.', 'geometric', { min: 0 }),
      hallLoss_perS: number('Rate at which whole halls are lost: fire, flood.', { min: 0 }),
      hallRetirementSpread_s: number(
        'Standard deviation of the age at which halls are refitted about `hallLife`.',
        {
          min: 0,
        },
      ),
    },
    vehicles: {
      family: text(
        'Vehicles of one family are versions that share pads, permits, stages and experience.',
        '',
      ),
      available: month('First month of flight; the family moves to its newest version from then on.'),
      phaseIn_s: number('Time in which the version takes over from the one before.', { min: 0 }),
      payload_kg: number(
        'Payload to the reference orbit with the stages coming back as `boosterRecovery` says.',
        {
          min: 0,
        },
      ),
      payloadAltitude_m: number('Altitude of the reference orbit.', { min: 100e3 }),
      payloadInclination_rad: number('Inclination of the reference orbit.', { min: 0, max: Math.PI }),
      upperDry_kg: number('Mass of the upper stage at burn-out, residuals and landing propellant included.', {
        min: 0,
      }),
      upperPropellant_kg: number('Propellant of the upper stage for ascent.', { min: 0 }),
      exhaustVelocity_mperS: number('Effective exhaust velocity of the upper stage.', { min: 1 }),
      fairingVolume_m3: number('Volume for payload.', { min: 0 }),
      fairingFill: share('Share of that volume which stacked satellites can use.'),
      carriesCompute: flag('Compute satellites may fly on it.', true),
      experienceKept: share('Share of the family’s flights that still count when this version appears.'),
      flown: series('Launches in the month, as on record; used up to `actualsUntil`.', 'hold', { min: 0 }),
      starlinkLaunches_perS: series('Launches wanted for Connectivity’s own satellites.', 'linear', {
        min: 0,
      }),
      customerLaunches_perS: series('Launches wanted by customers.', 'linear', { min: 0 }),
      otherPayload_kg: series('Mean payload of launches without compute satellites.', 'hold', { min: 0 }),
      propellant_kg: number('Propellant for one launch, losses on the ground included.', { min: 0 }),
      boosters: count('First stages of the family at hand at the start.'),
      ships: count('Upper stages of the family at hand at the start.'),
      boostersBuilt_perS: series('First stages built.', 'geometric', { min: 0 }),
      shipsBuilt_perS: series('Upper stages built.', 'geometric', { min: 0 }),
      boosterRecovery: series('Share of flights after which the first stage flies again.', 'linear', {
        min: 0,
        max: 1,
      }),
      shipRecovery: series('Share of flights after which the upper stage flies again.', 'linear', {
        min: 0,
        max: 1,
      }),
      boosterLife: number('Flights of a first stage before it is worn out.', { min: 1 }),
      shipLife: number('Flights of an upper stage before it is worn out.', { min: 1 }),
      boosterTurnaround_s: number('Mean time between flights of a first stage at `turnaroundFlights`.', {
        min: 1,
      }),
      shipTurnaround_s: number('Mean time between flights of an upper stage at `turnaroundFlights`.', {
        min: 1,
      }),
      turnaroundFlights: number('Flights of the family at which the turnarounds hold.', { min: 1 }),
      turnaroundLearning: share('Fall of turnaround with each doubling of the family’s flights (Wright).'),
      turnaroundLeast_s: number('Turnaround below which learning does not go.', { min: 1 }),
      flightsBefore: number('Flights of the family before 2026.', { min: 0 }),
      failuresBefore: number('Launches among them that lost their payload or missed their mission.', {
        min: 0,
      }),
      groundingMedian_s: number('Median grounding after a mishap at `groundingFlights`.', { min: 0 }),
      groundingFlights: number('Flights of the family at which that median holds.', { min: 1 }),
      groundingLearning: share('Fall of the median with each doubling of the family’s flights.'),
      groundingLeast_s: number('Median grounding below which learning does not go.', { min: 0 }),
      groundingSpread: number('Standard deviation of the logarithm of a grounding’s length.', { min: 0 }),
      boosterCost_USD2026: series('Cost to build a first stage.', 'geometric', { min: 0 }),
      shipCost_USD2026: series('Cost to build an upper stage.', 'geometric', { min: 0 }),
      operations_USD2026: series(
        'Cost of one launch beside hardware: propellant, range, refurbishment.',
        'geometric',
        {
          min: 0,
        },
      ),
      ...campaignRows.vehicles,
    },
    pads: {
      family: text('Family of vehicles that flies from here.', ''),
      pads: series('Pads in use at the launch site.', 'hold', { min: 0 }),
      gap_s: series('Mean time between launches from one pad at full use.', 'geometric', { min: 1 }),
      gapVariation: number('Coefficient of variation of these gaps.', { min: 0 }),
      outage: share('Share of time a pad cannot be used: range, repair, refit.'),
      permits_perS: series('Launches permitted at the site.', 'hold', { min: 0 }),
      propellantSupply_kgperS: series('Propellant that reaches the site.', 'geometric', { min: 0 }),
      ...campaignRows.pads,
      ...manifestRows.pads,
    },
  },
} as const satisfies RoomSchema;
