/** Where a burst began. */
export interface Onset {
  /** Time of its first post, Unix seconds. */
  readonly from_s: number;
  /** Posts from then on. */
  readonly posts: number;
}

/** A detector's window may have missed so much of the beginning. */
const missed_s = 300;
/** Posts are told to the second. */
const resolution_s = 1;
/** What is taken for granted of the usual rate: half a post in an hour. A few posts outweigh it. */
const granted = { posts: 0.5, span_s: 3600 };

/**
 * Where the rate of posts rose: of all posts since shortly before the detector's window, the one from which on a
 * rate of its own is likeliest over the usual one, both as Poisson streams.
 *
 * @param times_s times of posts up to now, in order
 * @param since_s where the detector's window begins
 */
export function onsetOf(times_s: readonly number[], since_s: number, now_s: number): Onset {
  const first = times_s.findIndex((time_s) => time_s >= since_s - missed_s);
  if (first < 0) return { from_s: since_s, posts: 1 };
  const heard_s = (times_s[first] as number) - (times_s[0] as number);
  const usual_perS = (first + granted.posts) / (heard_s + granted.span_s);
  let best: Onset = { from_s: since_s, posts: 1 };
  let likeliest = Number.NEGATIVE_INFINITY;
  for (let start = first; start < times_s.length; start++) {
    const from_s = times_s[start] as number;
    const posts = times_s.length - start;
    const usual = usual_perS * (now_s - from_s + resolution_s);
    const gain = posts * Math.log(posts / usual) - (posts - usual);
    if (gain <= likeliest) continue;
    likeliest = gain;
    best = { from_s, posts };
  }
  return best;
}
