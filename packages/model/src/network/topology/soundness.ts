import type { Fault } from '../../outcome/outcome.ts';
import { degrees } from '../../sky/angle.ts';
import { type Fleet, type FleetShell, fleetPositions } from './fleet.ts';
import { isolated, type Topology } from './links.ts';

/** At how many places of a revolution links are looked at. */
const looks = 64;

/** Satellites looked at, all instants together, that show every link there is. */
const enough = 100_000;

/**
 * Faults of a topology over a fleet. `network/through-earth`: a link that would pass through the ground, or through
 * the air that the shell wants to keep clear of. `network/isolated`: satellites without any link. `ownLinks`: the
 * links are the user's, and causes are looked for there.
 */
export function unsound(fleet: Fleet, topology: Topology, utc_d: number, ownLinks: boolean): Fault[] {
  const deepest = deepestLink(fleet, topology, utc_d);
  const lonely = loneliness(fleet, topology, utc_d, ownLinks);
  return [...(deepest === undefined ? [] : [throughEarth(fleet, deepest, ownLinks)]), ...lonely];
}

interface Deepest {
  readonly from: number;
  readonly to: number;
  readonly length_m: number;
  /** Height of its lowest point over the equatorial radius. */
  readonly height_m: number;
  readonly count: number;
}

/** The link that comes nearest to the Earth's centre, if it comes too near. */
function deepestLink(fleet: Fleet, topology: Topology, utc_d: number): Deepest | undefined {
  const [shell] = fleet.shells;
  if (shell === undefined) return undefined;
  const { meanMotion_radperS, perPlane, earth } = shell.pattern;
  const slot_s = (2 * Math.PI) / meanMotion_radperS / perPlane;
  // A large fleet has satellites at every phase at any moment.
  const wanted = topology.moves ? looks / 8 : looks / perPlane;
  const instants = Math.max(1, Math.ceil(Math.min(wanted, enough / fleet.satellites)));
  let deepest: Deepest | undefined;
  for (let look = 0; look < instants; look++) {
    const positions_m = fleetPositions(fleet, utc_d, (look * slot_s) / instants);
    const { from, to } = topology.links({ satellites: fleet.satellites, positions_m });
    let count = 0;
    for (let link = 0; link < from.length; link++) {
      const [a, b] = [from[link] as number, to[link] as number];
      const low = lowest(positions_m, a * 3, b * 3);
      const height_m = low.distance_m - earth.radius_m;
      if (height_m >= shell.grazingAltitude_m) continue;
      count++;
      if (deepest === undefined || height_m < deepest.height_m) {
        deepest = { from: a, to: b, length_m: low.length_m, height_m, count };
      }
    }
    if (deepest !== undefined) return { ...deepest, count };
  }
  return deepest;
}

/** How near the straight line between two places comes to the centre, and how long it is. */
function lowest(p: Float64Array, a: number, b: number): { distance_m: number; length_m: number } {
  const start = [p[a]!, p[a + 1]!, p[a + 2]!] as const;
  const way = [p[b]! - start[0], p[b + 1]! - start[1], p[b + 2]! - start[2]] as const;
  const squared = way[0] ** 2 + way[1] ** 2 + way[2] ** 2;
  const ahead = -(start[0] * way[0] + start[1] * way[1] + start[2] * way[2]);
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, ahead / squared));
  const distance_m = Math.hypot(
    start[0] + share * way[0],
    start[1] + share * way[1],
    start[2] + share * way[2],
  );
  return { distance_m, length_m: Math.sqrt(squared) };
}

function throughEarth(fleet: Fleet, link: Deepest, ownLinks: boolean): Fault {
  const km = (value_m: number) => `${Math.round(Math.abs(value_m) / 1e3)} km`;
  const where =
    link.height_m < 0 ? `${km(link.height_m)} under the ground` : `only ${km(link.height_m)} high`;
  const among = link.count > 1 ? ` It is one of ${link.count} such links.` : '';
  return {
    code: 'network/through-earth',
    message: `The link between satellites ${link.from} and ${link.to}, ${km(link.length_m)} long, passes ${where}.${among}`,
    at: { path: ownLinks ? 'links' : 'perPlane' },
    ...why(fleet, link, ownLinks),
  };
}

function why({ shells }: Fleet, { from, to }: Deepest, ownLinks: boolean): Pick<Fault, 'cause' | 'fix'> {
  if (ownLinks) {
    return {
      cause:
        'Satellites far apart are linked: perhaps the numbers count from 1, or plane and slot are exchanged.',
      fix: 'A satellite is plane · perPlane + slot, both from 0. Link those that see each other.',
    };
  }
  const shell = shells.find(({ first, count }) => from >= first && from < first + count) as FleetShell;
  const { planes, perPlane, phasing_slots, nodeSpread_rad } = shell.pattern;
  const [one, other] = [from, to].map((satellite) => Math.floor((satellite - shell.first) / perPlane));
  if (one === other) {
    return {
      cause: `With ${perPlane} satellites in a plane, neighbours are ${(360 / perPlane).toFixed(0)}° apart.`,
      fix: 'Give more satellites a plane or a higher orbit; or check that planes and perPlane are not exchanged.',
    };
  }
  const seam = Math.abs((one as number) - (other as number)) > 1 || planes === 2;
  const shift = Math.round(planes * phasing_slots);
  if (seam && shift % perPlane !== 0) {
    return {
      cause: `Phasing adds up to ${shift} slots around all planes, so the same slot across the seam is far away.`,
      fix: `Write seamShift_slots: ${shift}, so that the last plane is linked to the nearest slots of the first.`,
    };
  }
  return {
    cause: `With ${planes} planes over ${degrees(nodeSpread_rad).toFixed(0)}°, neighbouring planes are too far apart.`,
    fix: 'Give more planes or a higher orbit; or check that planes and perPlane are not exchanged.',
  };
}

function loneliness(fleet: Fleet, topology: Topology, utc_d: number, ownLinks: boolean): Fault[] {
  const positions_m = fleetPositions(fleet, utc_d, 0);
  const { satellites } = fleet;
  const alone = isolated(satellites, topology.links({ satellites, positions_m }));
  if (alone.length === 0) return [];
  const some = alone.slice(0, 5).join(', ');
  return [
    {
      code: 'network/isolated',
      message: `${alone.length} of ${satellites} satellites have no link: ${some}${alone.length > 5 ? ' …' : ''}.`,
      at: { path: ownLinks ? 'links' : 'planes' },
      cause: ownLinks
        ? alone[0] === 0 && alone.length === 1
          ? 'Only satellite 0 is left out: the numbers probably count from 1.'
          : 'No row names them: perhaps the links are of a shell with other planes or perPlane.'
        : 'A single satellite has no neighbour.',
      fix: 'Link them, or say --allow-isolated if they are meant to be alone.',
    },
  ];
}
