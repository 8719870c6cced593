import { KeyedRandom } from '../../random/philox.ts';
import type { Vehicle } from '../entries.ts';
import type { TransportState } from '../state.ts';
import { turnaround_s } from '../vehicle.ts';
import type { EventHeap } from './event-heap.ts';
import { kinds, stagesPerFamily } from './events.ts';
import { StagePool } from './stage-pool.ts';

/** First and upper stages of all families, each with its own flights and turnarounds. */
export class StageYard {
  readonly #boosters: readonly StagePool[];
  readonly #ships: readonly StagePool[];
  readonly #heap: EventHeap;
  readonly #chance: KeyedRandom;

  /** Starts with the stocks of the plan's first day. */
  constructor({ boosters, ships }: TransportState, seed: number, heap: EventHeap) {
    this.#boosters = Array.from(boosters, filled);
    this.#ships = Array.from(ships, filled);
    this.#heap = heap;
    this.#chance = new KeyedRandom(seed, 'transport stages');
  }

  /** Whether a first and an upper stage of a family stand ready. */
  hasBoth(f: number): boolean {
    return this.#boosters[f]!.atHand > 0 && this.#ships[f]!.atHand > 0;
  }

  /** Writes how many stages each family has, as the fluid form counts them. */
  count({ boosters, ships }: TransportState): void {
    for (let f = 0; f < this.#boosters.length; f++) {
      boosters[f] = this.#boosters[f]!.alive;
      ships[f] = this.#ships[f]!.alive;
    }
  }

  buildBooster(f: number): void {
    this.#boosters[f]!.build();
  }

  buildShip(f: number): void {
    this.#ships[f]!.build();
  }

  /** A stage, as its event names it, is ready again; returns its family. */
  turnedRound(kind: number, of: number): number {
    const f = Math.floor(of / stagesPerFamily);
    (kind === kinds.booster ? this.#boosters : this.#ships)[f]!.turnedRound(of % stagesPerFamily);
    return f;
  }

  /** Both stages of a flight. `flights` are those of the family so far. */
  fly(f: number, vehicle: Vehicle, month: number, flights: number, now_s: number): void {
    const { boosterTurnaround_s, boosterLife, shipTurnaround_s, shipLife } = vehicle;
    const booster_s = turnaround_s(vehicle, boosterTurnaround_s, flights);
    const ship_s = turnaround_s(vehicle, shipTurnaround_s, flights);
    this.#fly(kinds.booster, f, vehicle, booster_s, vehicle.boosterRecovery[month]!, boosterLife, now_s);
    this.#fly(kinds.ship, f, vehicle, ship_s, vehicle.shipRecovery[month]!, shipLife, now_s);
  }

  /** A stage comes back after a turnaround drawn about the mean, or is lost, or was on its last flight. */
  #fly(
    kind: number,
    f: number,
    vehicle: Vehicle,
    mean_s: number,
    recovery: number,
    life: number,
    now_s: number,
  ): void {
    const pool = (kind === kinds.booster ? this.#boosters : this.#ships)[f]!;
    if (pool.atHand === 0) return;
    const stage = pool.fly();
    const flight = pool.flightsOf(stage);
    const random = this.#chance.at(2 * f + kind);
    if (flight >= life || random.uniform(stage, 2 * flight) >= recovery) {
      pool.lose();
      return;
    }
    const { turnaroundScatter: scatter } = vehicle;
    const factor = Math.exp(scatter * random.normal(stage, 2 * flight + 1) - scatter ** 2 / 2);
    this.#heap.put(now_s + mean_s * factor, kind, f * stagesPerFamily + stage);
  }
}

function filled(stages: number): StagePool {
  const pool = new StagePool();
  for (let stage = 0; stage < Math.round(stages); stage++) pool.build();
  return pool;
}
