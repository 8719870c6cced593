/** How long a feed, and what it says, may be silent before somebody should look. */
export interface FreshnessLimits {
  readonly feed_s: number;
  readonly content_s: number;
}

/** How fresh a feed is at a moment. Ages are ∞ where nothing has come yet. */
export interface Freshness {
  /** Since the source last sent anything at all. */
  readonly feedAge_s: number;
  /** Since the latest thing that it told of. A feed that repeats old news is heard, and stale. */
  readonly contentAge_s: number;
  readonly feedStale: boolean;
  readonly contentStale: boolean;
  /** By how much the source's clock runs ahead of ours at least; 0 where nothing shows that it does. */
  readonly clockAhead_s: number;
}

/** Watches one source: when it was heard, how late its news is, and whether its clock can be right. */
export class FeedWatch {
  readonly #limits: FreshnessLimits;
  #heard_s = Number.NEGATIVE_INFINITY;
  #told_s = Number.NEGATIVE_INFINITY;
  #ahead_s = 0;

  constructor(limits: FreshnessLimits) {
    this.#limits = limits;
  }

  /** Anything arrived: a message, a poll's answer, a keep-alive. */
  heard(received_s: number): void {
    this.#heard_s = Math.max(this.#heard_s, received_s);
  }

  /** An observation arrived, with the source's own time. */
  told(observed_s: number, received_s: number): void {
    this.heard(received_s);
    this.#ahead_s = Math.max(this.#ahead_s, observed_s - received_s);
    // A clock that runs ahead must not make old news look fresh.
    this.#told_s = Math.max(this.#told_s, Math.min(observed_s, received_s));
  }

  at(now_s: number): Freshness {
    const [feedAge_s, contentAge_s] = [now_s - this.#heard_s, now_s - this.#told_s];
    return {
      feedAge_s,
      contentAge_s,
      feedStale: feedAge_s > this.#limits.feed_s,
      contentStale: contentAge_s > this.#limits.content_s,
      clockAhead_s: this.#ahead_s,
    };
  }
}
