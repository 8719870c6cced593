/** A number that a shell's file may give: bounds that hold for any shell, and what it means. */
export interface ShellNumber {
  readonly least: number;
  readonly most: number;
  readonly whole?: boolean;
  /** The bounds in words. */
  readonly wanted: string;
  readonly doc: string;
  readonly default?: string;
}

const count = { least: 1, most: 1e7, whole: true, wanted: 'a whole number from 1' } as const;

/** All numbers of a shell's file; docs/reference/shell.md is written from this table. */
export const shellKeys = {
  planes: { ...count, doc: 'Orbital planes.' },
  perPlane: { ...count, doc: 'Satellites in each plane.' },
  inclination_deg: {
    least: 0,
    most: 180,
    wanted: 'an angle from 0 to 180',
    doc: 'Inclination of all planes.',
  },
  meanMotion_revPerDay: {
    least: 0.9,
    most: 18,
    wanted: 'a number of revolutions a day from 0.9 to 18',
    doc: 'Mean motion as element sets state it (Kozai). Either this or the altitude.',
  },
  altitude_m: {
    least: 0,
    most: 1e8,
    wanted: 'a height in metres',
    doc: 'Mean height over the equatorial radius. Beside a mean motion it must fit it.',
  },
  raanSpread_deg: {
    least: 1,
    most: 360,
    wanted: 'an angle from 1 to 360',
    doc: 'Angle over which the ascending nodes are spread evenly; below 360 the last plane is not linked to the first.',
    default: '360',
  },
  firstRaan_deg: {
    least: -360,
    most: 360,
    wanted: 'an angle from −360 to 360',
    doc: 'Right ascension of the ascending node of plane 0 at the epoch.',
    default: '0',
  },
  phasing_slots: {
    least: -1e7,
    most: 1e7,
    wanted: 'a number of slots',
    doc: 'Phase of each plane after the one before it; Walker’s F divided by the planes.',
    default: '0',
  },
  oddPlaneShift_slots: {
    least: -1e7,
    most: 1e7,
    wanted: 'a number of slots',
    doc: 'Phase that odd planes have on top.',
    default: '0',
  },
  seamShift_slots: {
    least: -1e7,
    most: 1e7,
    whole: true,
    wanted: 'a whole number of slots',
    doc: 'Slots by which the link from the last plane to the first is shifted.',
    default: '0',
  },
  maxSlantRange_m: {
    least: 1,
    most: 1e8,
    wanted: 'a distance in metres',
    doc: 'A station sees satellites within this distance. Either this or the elevation; with both, both must hold.',
  },
  minElevation_deg: {
    least: 0,
    most: 90,
    wanted: 'an angle from 0 to 90',
    doc: 'A station sees satellites at least so high over its horizon.',
  },
  grazingAltitude_m: {
    least: -1e6,
    most: 1e7,
    wanted: 'a height in metres',
    doc: 'Height over the equatorial radius under which no link may pass.',
    default: '0',
  },
  clusterReach_steps: {
    least: 0,
    most: 50,
    wanted: 'a number of lattice steps from 0 to 50',
    doc: 'Each slot holds a close formation: all places of a square lattice within so many steps of its centre. Satellite = slot · members + member.',
    default: 'no formation',
  },
  clusterStep_m: {
    least: 1,
    most: 1e5,
    wanted: 'a length in metres, from 1 m to 100 km',
    doc: 'Lattice step of the formation.',
  },
} as const satisfies Record<string, ShellNumber>;

export type ShellKey = keyof typeof shellKeys;
