import type { Vector3 } from 'three';
import type { FleetMonth } from '../fleet/fleet-month.ts';
import { MovingLines } from '../scene/lines.ts';
import { linksAround, type ShellMesh } from './mesh.ts';

/** Links are drawn when the eye is nearer than this, in Earth radii. */
const within = 2.1;
const mostLinks = 1200;

/** Laser links of the satellites in the middle of the picture, when it is near. */
export class MeshLines {
  readonly lines = new MovingLines(mostLinks * 2, 'pairs', 0.3);
  readonly #ends = new Float32Array(mostLinks * 6);
  #meshes: readonly ShellMesh[] = [];

  setMeshes(meshes: readonly ShellMesh[]): void {
    this.#meshes = meshes;
  }

  draw(fleet: FleetMonth, time_s: number, eye: Vector3, distance: number): void {
    if (distance > within || this.#meshes.length === 0) {
      this.lines.show(0);
      return;
    }
    const towards = [eye.x, -eye.z, eye.y] as const;
    const links = linksAround(fleet, this.#meshes, time_s, towards, mostLinks, this.#ends);
    const { corners } = this.lines;
    for (let at = 0; at < links * 6; at += 3) {
      // three's y is the pole.
      corners[at] = this.#ends[at]!;
      corners[at + 1] = this.#ends[at + 2]!;
      corners[at + 2] = -this.#ends[at + 1]!;
    }
    this.lines.show(links * 2);
  }
}
