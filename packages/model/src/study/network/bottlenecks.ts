import { sunOver } from '../../network/capacity/crowding-model.ts';
import { type Carried, carrySnapshot } from '../../network/capacity/snapshot.ts';
import { crowdingCase } from '../../network/parameters.ts';
import { networkSchema } from '../../network/schema.ts';
import { viewOf } from '../../plan/view.ts';
import { type FlyingShell, flyingShells, type NetworkMonth } from './month.ts';

/** What holds bits back, or would first. */
export interface Bottleneck {
  readonly name: string;
  readonly kind: 'links' | 'station' | 'gateways';
  /** Load over capacity, at most 1; the mean over a day's snapshots. */
  readonly fullness: number;
  /** Rate it has, where it is one place. */
  readonly capacity_bps: number | null;
  /** Where the fullest links were at 12:00 UTC, or where the station is. */
  readonly latitude_deg: number | null;
  readonly longitude_deg: number | null;
}

/** A shell's day: snapshots every six hours in the month's quarter. */
export interface ShellDay {
  readonly shell: FlyingShell;
  readonly hours: readonly { readonly hour: number; readonly carried: Carried }[];
  /** Mean use of links across planes and along them by all traffic. */
  readonly meanFullness: number;
}

const hours = [0, 6, 12, 18];

/** Snapshots of every shell at the month's own load. */
export function shellDays(month: NetworkMonth): ShellDay[] {
  const plan = viewOf(month.plan, 'network', networkSchema);
  const quarter = Math.floor((month.interval.month % 12) / 3);
  return flyingShells(month).map((shell) => {
    const { aspect, load, gateways, meanFullness } = loadOf(month, shell);
    const { name: _, ...fixed } = crowdingCase(plan, shell.host.shell!);
    return {
      shell,
      meanFullness,
      hours: hours.map((hour) => ({
        hour,
        carried: carrySnapshot({ ...fixed, sun: sunOver(quarter, hour), aspect, load, gateways }),
      })),
    };
  });
}

/** The load of a shell in a snapshot's terms, from what the month left in the network's state. */
function loadOf(month: NetworkMonth, { index, host, compiled }: FlyingShell) {
  const at = (column: string) => month.state('network', column)[index]!;
  const down_bps = month.port('offeredDown_bps', host.name) + month.port('sensedDown_bps', host.name);
  const [across_bps, along_bps] = [at('acrossCut_bps'), at('alongCut_bps')];
  const sound = across_bps > 0 && along_bps > 0;
  return {
    aspect: sound ? across_bps / along_bps : 1,
    load: sound ? Math.max(1e-9, down_bps / compiled.mesh.parts / Math.sqrt(across_bps * along_bps)) : 1e-9,
    gateways: month.state('network', 'gateways')[0]!,
    meanFullness: Math.min(1, at('meshFullness')),
  };
}

/** What is fullest first: links of each shell, stations, gateways. */
export function bottlenecksOf(month: NetworkMonth, days: readonly ShellDay[]): Bottleneck[] {
  return [...days.map(linksOf), ...stationsOf(month, days), gatewaysOf(month)]
    .filter(({ fullness }) => fullness > 0)
    .sort((a, b) => b.fullness - a.fullness || a.name.localeCompare(b.name));
}

const degrees = (angle_rad: number): number => (angle_rad * 180) / Math.PI;

function linksOf({ shell, hours, meanFullness }: ShellDay): Bottleneck {
  const noon = hours.find(({ hour }) => hour === 12)!.carried;
  const worst = noon.fullness.indexOf(Math.max(...noon.fullness));
  const [x, y, z] = noon.blocks[worst]!;
  const crowded = hours.reduce((sum, { carried }) => sum + Math.max(...carried.fullness), 0) / hours.length;
  return {
    name: `lasers of ${shell.host.name}`,
    kind: 'links',
    // Work between satellites uses links everywhere alike; bits for the ground crowd near the stations.
    fullness: Math.min(1, Math.max(crowded, meanFullness)),
    capacity_bps: null,
    latitude_deg: degrees(Math.asin(z)),
    longitude_deg: degrees(Math.atan2(y, x)),
  };
}

/** Load of the ways to the ground over what they have, at most 1. */
function groundFullness(month: NetworkMonth): number {
  const capacity_bps = month.port('downCapacity_bps');
  let offered_bps = 0;
  for (const { name, kind } of month.hosts) {
    if (kind === 'orbit')
      offered_bps += month.port('offeredDown_bps', name) + month.port('sensedDown_bps', name);
  }
  return capacity_bps > 0 ? Math.min(1, offered_bps / capacity_bps) : offered_bps > 0 ? 1 : 0;
}

function stationsOf(month: NetworkMonth, days: readonly ShellDay[]): Bottleneck[] {
  const ground = groundFullness(month);
  const { params } = month;
  const rate_bps =
    params.section.groundTerminalRate_bps * params.growth[month.interval.index]! * params.passShare;
  return params.stations.map(({ name, latitude_rad, longitude_rad, clearSky, terminals }, index) => {
    const seen = days.flatMap(({ hours }) => hours.map(({ carried }) => carried.stationFullness[index]!));
    const passing = seen.filter((one) => Number.isFinite(one));
    const own = passing.reduce((sum, one) => sum + one, 0) / Math.max(1, passing.length);
    return {
      name,
      kind: 'station' as const,
      fullness: passing.length > 0 ? Math.min(1, own * ample(days) * ground) : 0,
      capacity_bps: terminals[month.interval.index]! * rate_bps * clearSky,
      latitude_deg: degrees(latitude_rad),
      longitude_deg: degrees(longitude_rad),
    };
  });
}

/** Snapshots give the ground a little more than is offered; this takes it back. */
function ample(days: readonly ShellDay[]): number {
  const fullest = Math.max(
    ...days.flatMap(({ hours }) =>
      hours.flatMap(({ carried }) => [...carried.stationFullness].filter(Number.isFinite)),
    ),
  );
  return fullest > 0 ? 1 / fullest : 1;
}

function gatewaysOf(month: NetworkMonth): Bottleneck {
  const { section, rainShare } = month.params;
  return {
    name: 'radio gateways of the relays',
    kind: 'gateways',
    fullness: groundFullness(month),
    capacity_bps: section.gatewayCapacity_bps[month.interval.index]! * rainShare,
    latitude_deg: null,
    longitude_deg: null,
  };
}
