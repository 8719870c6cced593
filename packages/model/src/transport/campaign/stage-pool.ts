import { IntQueue } from './int-queue.ts';

/** First or upper stages of a family, one by one: at hand in the order of their return, or being turned round. */
export class StagePool {
  /** Stages that will fly again: at hand or being turned round. */
  alive = 0;
  /** Stages ever built: the number of a stage is what its draws are keyed by. */
  built = 0;
  readonly #ready = new IntQueue();
  #flights = new Uint16Array(64);

  get atHand(): number {
    return this.#ready.length;
  }

  build(): void {
    if (this.built === this.#flights.length) {
      const flights = new Uint16Array(2 * this.built);
      flights.set(this.#flights);
      this.#flights = flights;
    }
    this.alive++;
    this.#ready.put(this.built++);
  }

  /** Takes the stage that waited longest into flight. */
  fly(): number {
    const stage = this.#ready.take();
    this.#flights[stage] = this.#flights[stage]! + 1;
    return stage;
  }

  /** Flights of a stage, the present one included. */
  flightsOf(stage: number): number {
    return this.#flights[stage]!;
  }

  lose(): void {
    this.alive--;
  }

  turnedRound(stage: number): void {
    this.#ready.put(stage);
  }
}
