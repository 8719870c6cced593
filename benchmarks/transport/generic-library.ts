import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

/** The parts of simjs that are used here; it has no types of its own. */
interface SimJs {
  readonly Sim: new () => Sim;
  readonly Entity: abstract new () => object;
  readonly Random: new (
    seed: number,
  ) => { exponential(rate: number): number; gamma(a: number, b: number): number };
}
interface Sim {
  addEntity(kind: unknown, ...args: unknown[]): unknown;
  simulate(until: number): void;
}
interface Timed {
  setTimer(duration: number): { done(then: () => void): void };
}

/** A tenth of the reference campaign, so that nobody waits. */
const scale = 10;
const [target, perLaunch, years, pads, fill_y, life_y] = [1e6 / scale, 60, 20, 18, 4, 5];

/**
 * For scale: a campaign as one would first write it on a generic library of discrete events, simjs from npm. An
 * object for each pad and each satellite and a timer for each event; Gamma gaps, exponential lives, re-entries;
 * no stages, permits, tanks, mishaps or orders. What ours does beyond that comes on top.
 */
export async function run(): Promise<void> {
  const { Sim, Entity, Random } = load();
  const random = new Random(1);
  let [launches, satellites, serving] = [0, 0, 0];
  const gap_y = pads / ((target / perLaunch / fill_y) * 2);
  const sim = new Sim();
  class Satellite extends Entity {
    start(this: Satellite & Timed): void {
      serving++;
      this.setTimer(random.exponential(1 / life_y)).done(() => {
        serving--;
        this.setTimer(random.exponential(2)).done(() => {});
      });
    }
  }
  class Pad extends Entity {
    start(this: Pad & Timed): void {
      this.setTimer(random.gamma(4, gap_y / 4)).done(() => {
        const units = Math.min(perLaunch, Math.floor(target - serving));
        if (units > 0) launches++;
        for (let unit = 0; unit < units; unit++) sim.addEntity(Satellite);
        satellites += Math.max(0, units);
        (this as unknown as { start(): void }).start();
      });
    }
  }
  for (let pad = 0; pad < pads; pad++) sim.addEntity(Pad);
  const cpu = process.cpuUsage();
  const start = performance.now();
  sim.simulate(years);
  const wall_s = (performance.now() - start) / 1000;
  const cpu_s = process.cpuUsage(cpu).user / 1e6;
  console.log(
    `  simjs, a tenth: ${launches} launches, ${satellites} satellites in ${wall_s.toFixed(2)} s (processor ${cpu_s.toFixed(2)} s), ${((1e6 * cpu_s) / satellites).toFixed(1)} µs a satellite`,
  );
}

/** simjs is made for pages and leaves itself at `window`. */
function load(): SimJs {
  const world = globalThis as { window?: { Sim?: SimJs } };
  world.window = {};
  createRequire(import.meta.url)('simjs');
  const found = world.window.Sim;
  delete world.window;
  if (!found) throw new Error('simjs did not load');
  return found;
}
