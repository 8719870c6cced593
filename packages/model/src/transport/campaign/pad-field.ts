import { KeyedRandom } from '../../random/philox.ts';
import type { Params } from '../params.ts';
import type { Clock } from './clock.ts';
import type { EventHeap } from './event-heap.ts';
import { IntQueue } from './int-queue.ts';
import { drawGap, drawOutages_s, type GapParts, gapParts, readyAt_s } from './pad-gaps.ts';

/** All pads of all sites: each prepares for its next launch, is ready, launches, and prepares again. */
export class PadField {
  readonly #params: Params;
  readonly #clock: Clock;
  readonly #gaps: KeyedRandom;
  /** First pad of each site among all pads, and the site of each pad. */
  readonly #firstOf: Int32Array;
  readonly #siteOf: Int32Array;
  readonly #number: Int32Array;
  readonly #since_s: Float64Array;
  /** 1 where a pad prepares or is ready. */
  readonly #busy: Uint8Array;
  readonly #open: Int32Array;
  readonly #queues: readonly IntQueue[];
  readonly #parts: GapParts[];

  constructor(params: Params, clock: Clock, seed: number) {
    const sites = params.plan.pads;
    const counts = sites.map(({ pads }) => Math.ceil(Math.max(0, ...pads)));
    this.#params = params;
    this.#clock = clock;
    this.#gaps = new KeyedRandom(seed, 'transport pads');
    this.#firstOf = Int32Array.from(counts, (_, p) =>
      counts.slice(0, p).reduce((sum, count) => sum + count, 0),
    );
    this.#siteOf = Int32Array.from(counts.flatMap((count, p) => Array.from({ length: count }, () => p)));
    this.#number = new Int32Array(this.#siteOf.length);
    this.#since_s = new Float64Array(this.#siteOf.length);
    this.#busy = new Uint8Array(this.#siteOf.length);
    this.#open = new Int32Array(sites.length);
    this.#queues = sites.map(() => new IntQueue());
    this.#parts = sites.map((site) => gapParts(site, site.gap_s[0]!));
  }

  /** Opens and closes pads as the month has it. A pad begins somewhere within its first gap. */
  turnTo(month: number, heap: EventHeap, kind: number): void {
    for (const [p, site] of this.#params.plan.pads.entries()) {
      this.#open[p] = Math.round(site.pads[month]!);
      this.#parts[p] = gapParts(site, site.gap_s[month]!);
      for (let pad = this.#firstOf[p]!; pad < this.#firstOf[p]! + this.#open[p]!; pad++) {
        if (this.#busy[pad] === 1) continue;
        const begun = this.#gaps.at(1).uniform(pad, month);
        this.#prepare(pad, month, this.#clock.start_s[month]!, begun, heap, kind);
      }
    }
  }

  /** A pad has become ready; returns its site. A pad that was closed meanwhile stays closed. */
  ready(pad: number): number {
    const p = this.#siteOf[pad]!;
    if (pad - this.#firstOf[p]! < this.#open[p]!) this.#queues[p]!.put(pad);
    else this.#busy[pad] = 0;
    return p;
  }

  /** Since when the site's longest waiting pad has been ready, ∞ where none is. */
  readySince_s(p: number): number {
    const pad = this.#queues[p]!.first;
    return pad < 0 ? Infinity : this.#since_s[pad]!;
  }

  /** Launches from the longest waiting pad, which prepares again from now on; returns its number at the site. */
  launch(p: number, month: number, now_s: number, heap: EventHeap, kind: number): number {
    const pad = this.#queues[p]!.take();
    this.#prepare(pad, month, now_s, 1, heap, kind);
    return pad - this.#firstOf[p]!;
  }

  /** `share` of a gap is still to be done. */
  #prepare(pad: number, month: number, from_s: number, share: number, heap: EventHeap, kind: number): void {
    const p = this.#siteOf[pad]!;
    const site = this.#params.plan.pads[p]!;
    const parts = this.#parts[p]!;
    const number = this.#number[pad]!;
    this.#number[pad] = number + 1;
    this.#busy[pad] = 1;
    this.#gaps.at(0);
    const work = share * drawGap(parts, this.#gaps, pad, number);
    const out_s = drawOutages_s(parts, site.outageLength_s, work, this.#gaps, pad, number);
    const at_s = readyAt_s(this.#clock, site.gap_s, month, from_s + out_s, work);
    this.#since_s[pad] = at_s;
    heap.put(at_s, kind, pad);
  }
}
