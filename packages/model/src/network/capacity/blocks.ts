import { earthRadius_m } from '../../sky/constants.ts';
import { angleBetween_rad, dot, type Vector } from '../../sky/vector.ts';

/**
 * A shell cut into blocks of equally many satellites: bands of neighbouring planes by stretches of the orbit. A
 * block stands for hundreds or thousands of satellites, whose links between blocks add up.
 */
export interface BlockGrid {
  /** Meshes without links to one another. */
  readonly parts: number;
  /** Blocks across the planes and along the orbit, of one part. */
  readonly rows: number;
  readonly columns: number;
}

/** The shape of a shell as its blocks need it. */
export interface ShellShape {
  readonly altitude_m: number;
  readonly inclination_rad: number;
  /** Planes at the local times 06:00 and 18:00: two parts whose planes lie over one another. */
  readonly dawnDusk: boolean;
}

/**
 * Blocks across planes and along the orbit of a spread shell; along the orbit where planes lie over one another. Three
 * times as many change ways by a fifteenth and what a heavy load gets by a fiftieth of all bits.
 */
const [spreadSide, ringLength] = [10, 64];

export function blockGrid({ dawnDusk }: ShellShape): BlockGrid {
  return dawnDusk
    ? { parts: 2, rows: 1, columns: ringLength }
    : { parts: 1, rows: spreadSide, columns: spreadSide };
}

/** Where the Sun stands over the turning Earth. */
export interface SunOver {
  readonly latitude_rad: number;
  readonly longitude_rad: number;
}

/** Unit vector of a place on the turning Earth. */
export function upAt(latitude_rad: number, longitude_rad: number): Vector {
  const level = Math.cos(latitude_rad);
  return [level * Math.cos(longitude_rad), level * Math.sin(longitude_rad), Math.sin(latitude_rad)];
}

/** Directions of all blocks' centres from the Earth's, index (part · rows + row) · columns + column. */
export function blockPlaces(shape: ShellShape, grid: BlockGrid, sun: SunOver): Vector[] {
  const places: Vector[] = [];
  for (let part = 0; part < grid.parts; part++) {
    for (let row = 0; row < grid.rows; row++) {
      const node = shape.dawnDusk
        ? sun.longitude_rad + (part === 0 ? -Math.PI / 2 : Math.PI / 2)
        : (2 * Math.PI * (row + 0.5)) / grid.rows;
      for (let column = 0; column < grid.columns; column++) {
        places.push(onOrbit(shape.inclination_rad, node, (2 * Math.PI * (column + 0.5)) / grid.columns));
      }
    }
  }
  return places;
}

function onOrbit(inclination_rad: number, node_rad: number, argument_rad: number): Vector {
  const [c, s] = [Math.cos(argument_rad), Math.sin(argument_rad)];
  const [cosN, sinN] = [Math.cos(node_rad), Math.sin(node_rad)];
  const across = s * Math.cos(inclination_rad);
  return [c * cosN - across * sinN, c * sinN + across * cosN, s * Math.sin(inclination_rad)];
}

/** Whether a satellite over a direction is in the Earth's shadow, taken as a cylinder. */
export function inShadow(place: Vector, altitude_m: number, sun: SunOver): boolean {
  const toSun = dot(place, upAt(sun.latitude_rad, sun.longitude_rad));
  const off_m = (earthRadius_m + altitude_m) * Math.sqrt(Math.max(0, 1 - toSun * toSun));
  return toSun < 0 && off_m < earthRadius_m;
}

/**
 * The blocks through which a place on the ground is reached, nearest first: those whose centre is within the cap that
 * a satellite serves, or within half a block where the cap is smaller than that.
 */
export function blocksOver(
  place: Vector,
  blocks: readonly Vector[],
  grid: BlockGrid,
  cap_rad: number,
): number[] {
  const half = Math.PI / Math.max(grid.rows, grid.columns);
  return blocks
    .map((block, index) => ({ index, angle: angleBetween_rad(place, block) }))
    .filter(({ angle }) => angle <= Math.max(cap_rad, half))
    .sort((a, b) => a.angle - b.angle || a.index - b.index)
    .map(({ index }) => index);
}
