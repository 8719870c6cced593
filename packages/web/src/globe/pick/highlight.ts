import type { ShellMonth } from '../fleet/fleet-month.ts';
import { nodeOf, onOrbit } from '../fleet/sky.ts';
import { MovingLines } from '../scene/lines.ts';

const corners = 181;

/** The orbit of the chosen satellite as a line. */
export class Trace {
  readonly lines = new MovingLines(corners, 'one', 0.85);

  /** The way of a plane at a time. */
  draw({ sky }: ShellMonth, plane: number, time_s: number): void {
    const node = nodeOf(sky, plane, time_s);
    for (let corner = 0; corner < corners; corner++) {
      const [x, y, z] = onOrbit(sky, node, (2 * Math.PI * corner) / (corners - 1));
      this.lines.corners.set([x, z, -y], corner * 3);
    }
    this.lines.show(corners);
  }

  hide(): void {
    this.lines.show(0);
  }
}
