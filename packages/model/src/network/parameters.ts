import type { Host, Setting } from '../flows/subsystem.ts';
import type { ResponseTable, TableRequest } from '../flows/table.ts';
import { present } from '../outcome/invariant.ts';
import type { Fault } from '../outcome/outcome.ts';
import { failure, type Outcome, success } from '../outcome/outcome.ts';
import type { EntryOf, PlanOf } from '../plan/attribute.ts';
import { capAngle_rad, medianSlant_m, planeGroups, type ShellView, shellView } from '../sky/access.ts';
import { earthMu_m3perS2, earthRadius_m, lightSpeed_mperS } from '../sky/constants.ts';
import type { Shell } from '../sky/shell.ts';
import { secondsPerYear } from '../time/calendar.ts';
import { Crowding } from './capacity/crowding.ts';
import { type CrowdingCase, crowdingRequest } from './capacity/crowding-model.ts';
import type { Ways } from './carry.ts';
import { availability, cloudStates } from './cloud.ts';
import { type GroundCapacity, groundCapacity } from './ground.ts';
import { longestSight_m } from './line-of-sight.ts';
import { radioRainShare } from './links/radio.ts';
import { type Mesh, meshOf } from './mesh.ts';
import { acquisition_s, type Terminal } from './optics.ts';
import type { networkSchema } from './schema.ts';

/** States of the sky that are drawn for all stations together. */
const skyStates = 2048;

type Plan = PlanOf<typeof networkSchema>;
type Section = Plan['section'];
type Design = EntryOf<(typeof networkSchema)['collections']['satellites']>;

/** A shell of satellites as the network sees it. */
export interface OrbitHost {
  readonly kind: 'orbit';
  readonly mesh: Mesh;
  readonly terminal: Terminal;
  readonly terminals: number;
  readonly terminalRate_bps: number;
  readonly idle_W: number;
  readonly energy_Jperbit: number;
  /** Distance of a user to the first satellite: half of the cap that a satellite serves is nearer. */
  readonly slant_m: number;
  readonly groups: number;
  /** View of the shell from each station. */
  readonly views: readonly ShellView[];
  /** What snapshots of the shell say of the ways to the ground. */
  readonly crowding: Crowding;
}

/** A site on the ground as the network sees it: capacity of one hall. */
export interface GroundHost {
  readonly kind: 'ground';
  readonly fibre_bps: number;
  readonly fabric_bps: number;
}

export interface Parameters {
  readonly section: Section;
  readonly hosts: readonly (OrbitHost | GroundHost)[];
  readonly stations: Plan['stations'];
  readonly ground: GroundCapacity;
  /** Share of time in which at least one station has a clear sky. */
  readonly anyClear: number;
  /** Rate of a terminal made in a month over that of one made in the first. */
  readonly growth: Float64Array;
  /** Share of their clear-sky capacity that rain leaves to radio gateways, mean over a year. */
  readonly rainShare: number;
  /** Share of a pass that a ground terminal has left once it has found its satellite. */
  readonly passShare: number;
  /** Largest error of interpolation in each shell's snapshots, relative to the span of what they say. */
  readonly tableErrors: readonly number[];
  /** Room for what a month has of ways to the ground. */
  readonly ways: Ways;
  /** Terminals in service at all stations, by month. */
  readonly terminals: Float64Array;
}

/** Compiles the plan's network. Faults: `network/underground` where a shell lies below the air that lasers avoid. */
export function compileNetwork(plan: Plan, setting: Setting): Outcome<Parameters> {
  const faults = lowShells(plan.section, setting.hosts);
  if (faults.length > 0) return failure(...faults);
  const months = setting.calendar.intervals.length;
  const states = cloudStates(plan.stations, plan.section.cloudCorrelation_m, skyStates);
  const series = plan.stations.map((station) => station.terminals);
  const terminals = new Float64Array(months);
  for (const one of series) for (let month = 0; month < months; month++) terminals[month]! += one[month]!;
  return success({
    section: plan.section,
    hosts: setting.hosts.map((host) => compileHost(plan, host, setting)),
    stations: plan.stations,
    ground: groundCapacity(states, series, plan.section.groundTerminalRate_bps, months),
    anyClear: availability(states, 1),
    growth: Float64Array.from({ length: months }, (_, month) =>
      Math.exp((plan.section.linkImprovement_perS * month * secondsPerYear) / 12),
    ),
    tableErrors: setting.hosts.flatMap(({ shell }) =>
      shell ? [Math.max(...(setting.tables.get(`crowding/${shell.name}`)?.error ?? []))] : [],
    ),
    rainShare: rainShareOf(plan.section),
    passShare: passShareOf(plan.section, setting.hosts),
    ways: { cell: 1, relayCell: 1, gateways: 0, gateways_bps: 0, stations: 0, quarter: 0 },
    terminals,
  });
}

/** Snapshots of every shell that the room wants filled before a run. */
export function networkTables(plan: Plan, hosts: readonly Host[]): TableRequest[] {
  return hosts.flatMap((host) => (host.shell ? [crowdingRequest(crowdingCase(plan, host.shell))] : []));
}

/** A shell for its snapshots. Stations count by what they have in the end, behind their clouds. */
export function crowdingCase(
  { section, stations }: Pick<Plan, 'section' | 'stations'>,
  shell: Shell,
): CrowdingCase {
  return {
    name: shell.name,
    shape: {
      altitude_m: shell.altitude_m,
      inclination_rad: shell.inclination_rad,
      dawnDusk: shell.nodes === 'dawn-dusk' && shell.planes > 1,
    },
    cap_rad: capAngle_rad(shell.altitude_m, section.groundElevation_rad),
    shadowWork: section.shadowWork,
    stations: stations.map(({ latitude_rad, longitude_rad, clearSky, terminals }) => ({
      latitude_rad,
      longitude_rad,
      weight: clearSky * (terminals.at(-1) ?? 0),
    })),
  };
}

/** Latitude and polarisation of a typical gateway: rain hardly asks for them. */
const [gatewayLatitude_rad, circular_rad] = [Math.PI / 4, Math.PI / 4];

function rainShareOf(section: Section): number {
  const link = { signalToNoise: section.gatewaySignalToNoise, noise_K: section.gatewayNoise_K };
  return radioRainShare(link, {
    frequency_Hz: section.gatewayFrequency_Hz,
    elevation_rad: section.gatewayElevation_rad,
    latitude_rad: gatewayLatitude_rad,
    height_m: 0,
    rainHeight_m: section.gatewayRainHeight_m,
    rain_mperS: section.gatewayRain_mperS,
    tilt_rad: circular_rad,
  });
}

/** A pass over a station cuts its cap at random: π/2 of the cap's half width on average. Mean over the shells. */
function passShareOf(section: Section, hosts: readonly Host[]): number {
  const shares = hosts.flatMap(({ shell }) => (shell ? [passShare(section, shell)] : []));
  return shares.length > 0 ? shares.reduce((sum, one) => sum + one, 0) / shares.length : 1;
}

function passShare(section: Section, { altitude_m }: Shell): number {
  const radius_m = earthRadius_m + altitude_m;
  const cap_rad = capAngle_rad(altitude_m, section.groundElevation_rad);
  const pass_s = ((Math.PI / 2) * cap_rad) / Math.sqrt(earthMu_m3perS2 / radius_m ** 3);
  const light_s = (2 * medianSlant_m(altitude_m, section.groundElevation_rad)) / lightSpeed_mperS;
  const beam = { wavelength_m: section.laserWavelength_m, aperture_m: section.groundAperture_m };
  const seek_s = acquisition_s(beam, section.acquisitionCone_rad, light_s + section.acquisitionDetection_s);
  return pass_s / (pass_s + seek_s);
}

function lowShells(section: Section, hosts: readonly Host[]): Fault[] {
  return hosts
    .filter((host) => host.shell && host.shell.altitude_m <= section.grazingAltitude_m)
    .map((host) => ({
      code: 'network/underground',
      message: `Lasers of the shell ${host.name} would pass through the air.`,
      at: { path: `shells.${host.name}.altitude` },
      cause: 'Its altitude is not above network.grazingAltitude, which every link must stay above.',
      fix: 'Raise the shell or lower network.grazingAltitude.',
    }));
}

function compileHost(plan: Plan, host: Host, setting: Setting): OrbitHost | GroundHost {
  if (host.kind === 'orbit') {
    const design = plan.satellites.find((entry) => entry.name === host.satellite);
    const shell = present(host.shell, `the orbit host ${host.name} has a shell`);
    const table = setting.tables.get(`crowding/${shell.name}`);
    return compileOrbit(
      plan,
      shell,
      present(design, `the satellite of ${host.name} is in the plan`),
      present(table, `the snapshots of ${host.name} are there`),
    );
  }
  const found = plan.sites.find((entry) => entry.name === host.name);
  const site = present(found, `the site ${host.name} is in the plan`);
  return {
    kind: 'ground',
    fibre_bps: site.fibreRate_bpsperW * host.unitPower_W,
    fabric_bps: site.fabricRate_bpsperW * host.unitPower_W,
  };
}

function compileOrbit(plan: Plan, shell: Shell, design: Design, table: ResponseTable): OrbitHost {
  const { section } = plan;
  const radius_m = earthRadius_m + shell.altitude_m;
  const longest_m = longestSight_m(radius_m, earthRadius_m + section.grazingAltitude_m);
  const cap_rad = capAngle_rad(shell.altitude_m, section.groundElevation_rad);
  return {
    kind: 'orbit',
    mesh: meshOf(shell, section.topology, radius_m, longest_m),
    terminal: {
      power_W: design.laserPower_W,
      aperture_m: design.laserAperture_m,
      wavelength_m: section.laserWavelength_m,
      efficiency: section.laserEfficiency,
      throughput: section.laserThroughput,
    },
    terminals: design.laserTerminals,
    terminalRate_bps: design.laserRate_bps,
    idle_W: design.laserIdle_W,
    energy_Jperbit: design.laserEnergy_Jperbit,
    slant_m: medianSlant_m(shell.altitude_m, section.groundElevation_rad),
    groups: planeGroups(shell),
    views: plan.stations.map((station) => shellView(shell, station.latitude_rad, cap_rad)),
    crowding: new Crowding(table),
  };
}
