import { type Placed, type PlacedMap, readDocument } from '../../evidence/document.ts';
import { type Fault, failure, gather, type Outcome, success } from '../../outcome/outcome.ts';
import { nearest } from '../../plan/nearest.ts';
import { radians } from '../../sky/angle.ts';
import { readInstant_d } from '../../time/scales.ts';
import { latticeCluster } from './clusters.ts';
import { earthModels } from './earth-model.ts';
import type { ShellPlan } from './fleet.ts';
import { type Pattern, sized } from './pattern.ts';
import { shellFaults } from './shell-faults.ts';
import { type ShellKey, type ShellNumber, shellKeys } from './shell-keys.ts';

/** What a shell's file says, in its own units, with what it leaves out filled in. */
export type ShellValues = { readonly [key in ShellKey]?: number } & {
  readonly name?: string;
  readonly earthModel: 'wgs72' | 'wgs84';
  readonly epoch_d?: number;
};

/**
 * Reads one shell, or several under `shells`. Faults: `file/yaml`; `shell/shape`, `shell/unknown-key`,
 * `shell/missing`, `shell/value` for what is written; `shell/altitude-mismatch`, `shell/underground`,
 * `shell/never-in-view` for what cannot be. `epoch_d` holds where a shell gives no epoch.
 */
export function readShells(file: string, text: string, epoch_d: number): Outcome<ShellPlan[]> {
  const document = readDocument(file, text);
  if (!document.ok) return document;
  const root = document.value;
  if (root.kind !== 'map' || root.entries.length === 0) return failure(shape(root));
  const list = root.entries.find(({ key }) => key === 'shells')?.value;
  if (list === undefined) return gather([readShell(root, epoch_d)]);
  if (list.kind !== 'list' || list.items.length === 0) return failure(shape(list));
  const others = root.entries.filter(({ key }) => key !== 'shells');
  return gather(
    list.items.map((item) =>
      item.kind === 'map'
        ? // What stands beside the list holds for all shells that do not say otherwise.
          readShell({ ...item, entries: [...others.filter(missingIn(item)), ...item.entries] }, epoch_d)
        : failure(shape(item)),
    ),
  );
}

const missingIn = (item: PlacedMap) => (entry: { readonly key: string }) =>
  !item.entries.some(({ key }) => key === entry.key);

function readShell(map: PlacedMap, epoch_d: number): Outcome<ShellPlan> {
  const faults: Fault[] = [];
  const values: Record<string, unknown> = { earthModel: 'wgs72' };
  for (const { key, keyPlace, value } of map.entries) {
    const read = readEntry(key, value);
    if (read === undefined) faults.push(unknown(key, keyPlace));
    else if (read.ok) values[read.value.key] = read.value.value;
    else faults.push(...read.faults);
  }
  const given = values as unknown as ShellValues;
  faults.push(...missing(given, map));
  if (faults.length > 0) return failure(...faults);
  const plan = planOf(given, epoch_d);
  const impossible = shellFaults(plan, given, (key) => placeOf(map, key));
  return impossible.length > 0 ? failure(...impossible) : success(plan);
}

const placeOf = (map: PlacedMap, key: string) =>
  map.entries.find((entry) => entry.key === key)?.value.place ?? map.place;

/** One line of the file; undefined where no such key is known. */
function readEntry(key: string, value: Placed): Outcome<{ key: string; value: unknown }> | undefined {
  const source = value.kind === 'scalar' ? value.source.trim() : undefined;
  if (key === 'name') return success({ key, value: source ?? '' });
  if (key === 'earthModel') {
    if (source !== undefined && source in earthModels) return success({ key, value: source });
    return failure(wrong(key, value, 'Wanted is wgs72 or wgs84.'));
  }
  if (key === 'epoch') {
    const epoch_d = readInstant_d(source?.replace(' ', 'T') ?? '');
    if (epoch_d !== undefined) return success({ key: 'epoch_d', value: epoch_d });
    return failure(wrong(key, value, 'Wanted is an instant of UTC, such as 2000-01-01T00:00:00Z.'));
  }
  if (!(key in shellKeys)) return undefined;
  const { least, most, whole, wanted }: ShellNumber = shellKeys[key as ShellKey];
  const number = source === undefined || source === '' ? Number.NaN : Number(source);
  if (number >= least && number <= most && (!whole || Number.isInteger(number))) {
    return success({ key, value: number });
  }
  return failure(wrong(key, value, `Wanted is ${wanted}. The unit is in the key.`));
}

function missing(given: ShellValues, map: PlacedMap): Fault[] {
  const faults: Fault[] = [];
  for (const key of ['planes', 'perPlane', 'inclination_deg'] as const) {
    if (map.entries.every((entry) => entry.key !== key)) faults.push(lacks(key, map, shellKeys[key].doc));
  }
  const some = (...keys: string[]) => keys.some((key) => map.entries.some((entry) => entry.key === key));
  if (!some('meanMotion_revPerDay', 'altitude_m')) {
    faults.push(
      lacks('altitude_m', map, 'Or give meanMotion_revPerDay: either says how high the shell flies.'),
    );
  }
  if (!some('maxSlantRange_m', 'minElevation_deg')) {
    faults.push(
      lacks('minElevation_deg', map, 'Or give maxSlantRange_m: either says when a station sees a satellite.'),
    );
  }
  if (some('clusterReach_steps') && !some('clusterStep_m')) {
    faults.push(lacks('clusterStep_m', map, shellKeys.clusterStep_m.doc));
  }
  return given.planes !== undefined && given.perPlane !== undefined && given.planes * given.perPlane > most
    ? [...faults, wrongSize(map)]
    : faults;
}

/** More satellites than this no array of this program is made for. */
const most = 20_000_000;

function planOf(given: ShellValues, epoch_d: number): ShellPlan {
  const { planes = 1, perPlane = 1, raanSpread_deg = 360 } = given;
  const earth = earthModels[given.earthModel];
  const inclination_rad = radians(given.inclination_deg ?? 0);
  const size =
    given.meanMotion_revPerDay === undefined
      ? { altitude_m: given.altitude_m ?? 0 }
      : { meanMotion_radperS: (2 * Math.PI * given.meanMotion_revPerDay) / 86_400 };
  const pattern: Pattern = {
    planes,
    perPlane,
    inclination_rad,
    ...sized(size, inclination_rad, earth),
    nodeSpread_rad: radians(raanSpread_deg),
    firstNode_rad: radians(given.firstRaan_deg ?? 0),
    phasing_slots: given.phasing_slots ?? 0,
    oddPlaneShift_slots: given.oddPlaneShift_slots ?? 0,
    earth,
  };
  return {
    name: given.name ?? `${planes} × ${perPlane}`,
    pattern,
    // Planes of a half spread fly in opposite sense at their seam: no laser follows.
    grid: { planes, perPlane, seamShift_slots: given.seamShift_slots ?? 0, seam: raanSpread_deg === 360 },
    sight: {
      maxSlantRange_m: given.maxSlantRange_m,
      minElevation_rad: given.minElevation_deg === undefined ? undefined : radians(given.minElevation_deg),
    },
    epoch_d: given.epoch_d ?? epoch_d,
    grazingAltitude_m: given.grazingAltitude_m ?? 0,
    formation:
      given.clusterReach_steps === undefined
        ? undefined
        : {
            cluster: latticeCluster(given.clusterReach_steps),
            step_m: given.clusterStep_m ?? 0,
          },
  };
}

function shape(node: Placed): Fault {
  return {
    code: 'shell/shape',
    message: 'This is no shell.',
    at: node.place,
    cause:
      'A shell is a map of keys such as planes, perPlane, inclination_deg; several stand in a list under shells.',
    fix: 'Begin with plans/shells/kuiper-k1.yaml.',
  };
}

function unknown(key: string, at: Placed['place']): Fault {
  const known = [...Object.keys(shellKeys), 'name', 'earthModel', 'epoch'];
  const meant = nearest(key, known);
  return {
    code: 'shell/unknown-key',
    message: `A shell has no "${key}".`,
    at,
    cause: meant === undefined ? `It has ${known.join(', ')}.` : `Probably ${meant} is meant.`,
    fix: 'Keys carry their unit and its exact case: see docs/reference/shell.md.',
  };
}

const wrong = (key: string, value: Placed, cause: string): Fault => ({
  code: 'shell/value',
  message: `${key} cannot be ${value.kind === 'scalar' ? value.source || 'empty' : `a ${value.kind}`}.`,
  at: { ...value.place, path: key },
  cause,
  fix: `Write ${key}: and such a value.`,
});

const lacks = (key: string, map: PlacedMap, cause: string): Fault => ({
  code: 'shell/missing',
  message: `The shell has no ${key}.`,
  at: { ...map.place, path: key },
  cause,
  fix: `Add ${key}; docs/reference/shell.md has all keys.`,
});

const wrongSize = (map: PlacedMap): Fault => ({
  code: 'shell/value',
  message: `More than ${most} satellites are too many.`,
  at: { ...map.place, path: 'planes' },
  cause: 'planes times perPlane is the number of satellites.',
  fix: 'perPlane is the number in one plane, not in all.',
});
