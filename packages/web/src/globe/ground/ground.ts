import type { StationRow } from '@kardashev/contracts/fleet.ts';
import { type Group, type PerspectiveCamera, Vector3 } from 'three';
import type { FleetPoints } from '../fleet/points.ts';
import { mostStations } from '../fleet/points.ts';
import type { Look } from '../scene/look.ts';
import type { Overlay } from '../scene/overlay.ts';
import type { PadMonth } from './launch-rates.ts';
import { groundPoint, Launches } from './launches.ts';
import { Markers } from './markers.ts';

/** What stands on the ground in a month. */
export interface GroundMonth {
  readonly stations: readonly StationRow[];
  readonly pads: readonly PadMonth[];
  /** Inclination to which most satellites are launched. */
  readonly inclination_rad: number;
  /** Least elevation at which stations track. */
  readonly elevation_rad: number;
}

/** Names are written when the eye is nearer than this, in Earth radii. */
const namesWithin = 2.6;

/** Stations, pads and launches on the turning Earth. */
export class Ground {
  readonly #markers = new Markers();
  readonly #launches = new Launches();
  readonly #ground: Group;
  readonly #overlay: Overlay;
  readonly #launchColour = new Vector3();
  #stations: readonly Vector3[] = [];
  #places = '';

  constructor(ground: Group, overlay: Overlay) {
    this.#ground = ground;
    this.#overlay = overlay;
    ground.add(this.#markers.points, this.#launches.lines);
  }

  setMonth({ stations, pads, inclination_rad }: GroundMonth): void {
    this.#launches.setMonth(pads, inclination_rad);
    const flying = pads.filter(({ rate_perS }) => rate_perS > 0).map(({ pad }) => pad);
    const names = [...stations, ...flying].map(({ name }) => name).join();
    if (names === this.#places) return;
    this.#places = names;
    this.#markers.setPlaces(stations, flying);
    this.#stations = stations.slice(0, mostStations).map((place) => new Vector3(...groundPoint(place, 1)));
    this.#overlay.setLabels([
      ...stations.map((place) => ({
        name: titled(place.name),
        kind: 'station' as const,
        at: groundPoint(place, 1),
      })),
      ...flying.map((place) => ({
        name: titled(place.name),
        kind: 'pad' as const,
        at: groundPoint(place, 1),
      })),
    ]);
  }

  /** Points that the renderer draws of it. */
  get marks(): number {
    return this.#markers.count;
  }

  setLook({ of }: Look, pixelRatio: number): void {
    this.#markers.setLook(of('--good'), of('--accent'), of('--ground'), pixelRatio);
    this.#launchColour.copy(of('--accent'));
  }

  /** Brings launches and names to a time, and tells the satellites where the stations are. */
  setTime(time_s: number, camera: PerspectiveCamera, shared: FleetPoints['shared']): void {
    const { matrixWorld } = this.#ground;
    this.#launches.setTime(time_s, this.#launchColour);
    shared.stationCount.value = this.#stations.length;
    this.#stations.forEach((station, index) => {
      shared.stations.value[index]!.copy(station).applyMatrix4(matrixWorld);
    });
    camera.updateMatrixWorld();
    const near = camera.position.length() < namesWithin;
    this.#overlay.placeLabels(camera, near, (at) => at.applyMatrix4(matrixWorld));
  }

  dispose(): void {
    this.#markers.dispose();
    this.#launches.dispose();
  }
}

/** The plan's `slc-4e` is SLC-4E, its `table-mountain` Table Mountain. */
function titled(name: string): string {
  return name
    .replace(/(^|-)([a-z]*\d\w*|lc|slc)\b/g, (part) => part.toUpperCase())
    .replace(
      /(^|-)([a-z])/g,
      (_, before: string, letter: string) => `${before && ' '}${letter.toUpperCase()}`,
    );
}
