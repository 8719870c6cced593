import type { Fleet } from '@kardashev/contracts/fleet.ts';
import type { Column } from '@kardashev/contracts/months.ts';
import type { ShellRow } from '@kardashev/contracts/shell.ts';

const rad = Math.PI / 180;
const year_s = 365.25 * 86_400;
const earthRadius_m = 6_378_137;

/** SYNTHETIC, as all of `fixture.ts`: a design, stations and pads made up to develop and test the globe with. */
export function fleetOf(shells: readonly ShellRow[], months: number): Fleet {
  const always = (value: number) => new Array<number>(months).fill(value);
  const place = (name: string, latitude_deg: number, longitude_deg: number) => ({
    name,
    latitude_rad: latitude_deg * rad,
    longitude_rad: longitude_deg * rad,
  });
  return {
    shells: shells.map(({ name, altitude_m }) => ({
      name,
      begin: 24,
      formation_m: 0,
      raising_months: 2.4,
      mortality,
      design: { ...design, radius_m: earthRadius_m + altitude_m },
    })),
    stations: [
      { ...place('atacama', -24.6, -70.4), terminals: always(40) },
      { ...place('tenerife', 28.3, -16.5), terminals: always(40) },
      { ...place('perth', -31.9, 115.9), terminals: always(40) },
    ],
    pads: [
      { ...place('starbase', 26, -97.2), vehicles: ['starship'], allowed_perS: always(3e-6) },
      { ...place('slc-40', 28.6, -80.6), vehicles: ['starship', 'falcon-9'], allowed_perS: always(1e-6) },
    ],
    inclinationTolerance_rad: 0.3 * rad,
    stationElevation_rad: 20 * rad,
    topology: 'folded',
    grazingAltitude_m: 80e3,
  };
}

/** Nobody leaves, as the synthetic months have it. */
const mortality = {
  infantShare: 0,
  infantPeriod_s: year_s,
  failure_perS: 0,
  wearOut_s: 1000 * year_s,
  wearOutShape: 4,
  life_s: 30 * year_s,
  retirementSpread_s: year_s / 2,
};

const design = {
  powerToCompute_W: 120e3,
  arrayArea_m2: 600,
  cellEfficiency: 0.25,
  cellReference_K: 320,
  cellTemperatureLoss_perK: 0.003,
  packing: 0.95,
  arrayPointing: 0.995,
  stringEfficiency: 0.985,
  arrayAbsorptivity: 0.9,
  arrayEmissivity: 0.85,
  arrayBackEmissivity: 0.85,
  arrayHeat_JperKperm2: 900,
  arrayAgeing_perS: 7e-10,
  arrayDoseLoss: 0.1,
  arrayDoseScale_Gy: 50,
  arrayDose_GyperS: 3e-7,
  chipDose_GyperS: 3e-8,
  distributionEfficiency: 0.95,
  batteryCapacity_J: 144e6,
  batteryDepthLimit: 0.6,
  batteryRoundTrip: 0.92,
  batteryAgeing_perS: 6e-10,
  batteryCycling_perS: 4e-9,
  batteryChargeRate_perS: 2.8e-4,
  batteryDischargeRate_perS: 5.6e-4,
  eclipsePolicy: 0,
  housekeeping_W: 4000,
  coolantFilm_K: 5,
  coolantOutlet_K: 5,
  coolantFlow_kgperS: 3.4,
  coolantHeatCapacity_JperK: 168e3,
  heatCapacity_JperK: 432e3,
  radiatorArea_m2: 110,
  radiatorEmissivity: 0.91,
  radiatorAbsorptivity: 0.15,
  radiatorDarkening_perS: 6e-10,
  radiatorSunAngle_rad: 0.05,
  radiatorNadir: 0,
  radiatorLoss_perS: 1.6e-10,
  finHalfWidth_m: 0.04,
  finThickness_m: 5e-4,
  finConductivity_WpermperK: 200,
  earthInfrared_Wperm2: 237,
  albedo: 0.3,
  junctionLimit_K: 378.15,
  packagePower_W: 1000,
  coldPlateResistance_KperW: 0.04,
};

/** The hosts' columns that the globe takes its figures of a shell from. */
export function hostColumns(hosts: readonly string[], shells: number, months: number): Column[] {
  const column = (name: string, unit: string, of: (row: number, month: number) => number): Column => ({
    name,
    room: 'energy',
    unit,
    doc: `Synthetic ${name}.`,
    rows: [...hosts],
    values: hosts.map((_, row) => Array.from({ length: months }, (_, month) => of(row, month))),
  });
  const limits: Column = {
    name: 'energyLimits',
    room: 'energy',
    unit: '',
    doc: 'Synthetic energyLimits.',
    rows: ['power', 'heat', 'cash'],
    values: [
      Array.from({ length: months }, (_, month) => (month > 60 && month < 120 ? 0.3 : 0)),
      Array.from({ length: months }, (_, month) => (month === 130 ? 0.9 : 0)),
      Array.from({ length: months }, () => 0),
    ],
  };
  const share = (row: number) => (row % 2 === 1 && row < shells ? 0.99 : 0.63);
  return [
    column('sunlitShare', '1', share),
    column('junctionWorst_K', 'K', (row) => 370 + row),
    column('downShare', '1', (_, month) => 1 - month / 2000),
    column('installed_FLOP', 'FLOP', () => 1e27),
    column('unpowered_FLOP', 'FLOP', (row) => 1e27 * (1 - share(row)) * 0.5),
    column('idle_FLOP', 'FLOP', (row) => 2e25 * row),
    column('unfed_FLOP', 'FLOP', () => 5e25),
    limits,
  ];
}
