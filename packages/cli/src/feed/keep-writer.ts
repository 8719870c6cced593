import { Batches } from '@kardashev/feeds/batches.ts';
import { Intake } from '@kardashev/feeds/intake.ts';
import { admissionLimits } from '@kardashev/model/data/wire/admission.ts';
import { type FormatName, formats } from '@kardashev/model/data/wire/formats.ts';
import type { Freshness } from '@kardashev/model/data/wire/watch.ts';
import { type Outcome, success } from '@kardashev/model/outcome/outcome.ts';
import { ObservationKeep } from '@kardashev/store/observations/keep.ts';
import { print } from '../output.ts';

/** What a writer needs to know. */
export interface KeepOptions {
  readonly format: FormatName;
  readonly into: string;
  readonly batch: number;
  readonly live?: boolean;
  readonly json?: boolean;
}

/** A feed that is silent, or tells nothing new, for so long wants looking at. Assumed, by us, 2026-11. */
const freshness = { feed_s: 300, content_s: 3600 };

/** After so many batches segments are made one, though nothing ends: at two seconds a batch, four times an hour. */
const compactedAfter = 450;

/** Brings payloads into a folder of observations, and says of each batch when it is safe. */
export class KeepWriter {
  readonly #options: KeepOptions;
  readonly #keep: ObservationKeep;
  readonly #intake: Intake;
  readonly #batches: Batches;
  readonly #began_ms = performance.now();
  #total = 0;
  #stored = 0;

  private constructor(options: KeepOptions, keep: ObservationKeep, intake: Intake) {
    this.#options = options;
    this.#keep = keep;
    this.#intake = intake;
    this.#batches = new Batches(options.batch);
  }

  /** Opens the folder, and remembers what is in it. Fails with `keep/locked`. */
  static async open(options: KeepOptions): Promise<Outcome<KeepWriter>> {
    const keep = await ObservationKeep.open(options.into);
    if (!keep.ok) return keep;
    // What is read from a file is old and comes at once; that makes it no flood.
    const past = { oldest_s: Number.POSITIVE_INFINITY, floodBurst: Number.POSITIVE_INFINITY };
    const limits = options.live ? admissionLimits : { ...admissionLimits, ...past };
    const intake = new Intake(options.format, formats[options.format].read, limits, freshness);
    const from_s = options.live ? Date.now() / 1000 - admissionLimits.remembered_s : 0;
    for (const name of await keep.value.names(from_s)) intake.remember(name);
    return success(new KeepWriter(options, keep.value, intake));
  }

  async take(payload: string, received_s: number): Promise<void> {
    for (const { observations } of this.#batches.add(this.#intake.take(payload, received_s))) {
      await this.#store(observations);
    }
  }

  alive(received_s: number): void {
    this.#intake.alive(received_s);
  }

  freshness(now_s: number): Freshness {
    return this.#intake.freshness(now_s);
  }

  /** Stores what waits, whether or not it fills a batch. */
  async flush(): Promise<void> {
    for (const { observations } of this.#batches.rest()) await this.#store(observations);
  }

  /** Stores what waits, and tells what all came to. */
  async finish(): Promise<void> {
    await this.flush();
    // All is safe by now; a kill here leaves segments as they are, or one that covers them.
    await this.#keep.compact();
    const wall_s = (performance.now() - this.#began_ms) / 1000;
    const { admitted, setAside } = this.#intake.counts;
    const stored = (await this.#keep.size()).observations;
    const summary = {
      admitted,
      setAside,
      stored,
      observationsPerSecond: Math.round(admitted / wall_s),
      wall_s,
    };
    if (this.#options.json) print(JSON.stringify({ summary }));
    else {
      const aside = Object.entries(setAside).map(([reason, count]) => `${count} ${reason}`);
      print(`${admitted} observations stored in ${this.#options.into}, which holds ${stored} now.`);
      if (aside.length > 0) print(`Set aside: ${aside.join(', ')}.`);
    }
  }

  close(): void {
    this.#keep.close();
  }

  async #store(observations: Parameters<ObservationKeep['append']>[0]): Promise<void> {
    await this.#keep.append(observations);
    this.#total += observations.length;
    // At once, and not with the next lines: an acknowledgement that waits here is none.
    if (this.#options.json) {
      print(JSON.stringify({ acknowledged: observations.length, total: this.#total }));
    }
    if (++this.#stored % compactedAfter === 0) await this.#keep.compact();
  }
}
