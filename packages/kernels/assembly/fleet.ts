import { putBack, takeIn } from './columns';
import { flushSums } from './lanes';
import * as at from './layout';
import { handAt } from './layout';
import { SHADOW, SHADOWS_EDGE, SUNLIGHT, seedOrbit, turnOrbit } from './orbit';
import { addToSample, flushExtremes } from './sample';
import { inShadow } from './shadow';
import { throughShadowsEdge } from './shadows-edge';
import { inSunlight } from './sunlight';

/**
 * Steps the satellites of rows `from`…`to` (excluded). Pointers: `rows` to the constants, `state` and `totals` to
 * columns of `count` float64, `scratch` to room for the vectors in hand, `samples` to one sample for every
 * `sampleSteps` steps, or 0 for none.
 */
export function advance(
  rows: usize,
  state: usize,
  totals: usize,
  count: usize,
  perRow: usize,
  from: usize,
  to: usize,
  steps: i32,
  scratch: usize,
  sampleSteps: i32,
  samples: usize,
): void {
  const constants = scratch;
  const vectors = scratch + at.IN_HAND;
  for (let row = from; row < to; row++) {
    const place = rows + 8 * at.CONSTANTS * row;
    for (let index: usize = 0; index < at.SPLATTED; index++) {
      v128.store(constants + 16 * index, f32x4.splat(<f32>load<f64>(place + 8 * index)));
    }
    const last = (row + 1) * perRow - 1;
    for (let satellite = row * perRow; satellite <= last; satellite += at.LANES) {
      const hands = min<usize>(at.VECTORS, 2 * ((last - satellite) / 8 + 1));
      for (let hand: usize = 0; hand < hands; hand++) {
        takeIn(place, state, count, satellite + 4 * hand, last, handAt(vectors, hand));
      }
      advanceHands(place, constants, vectors, hands, last - satellite + 1, steps, sampleSteps, samples);
      for (let hand: usize = 0; hand < hands; hand++) {
        const vector = handAt(vectors, hand);
        putBack(place, state, totals, count, satellite + 4 * hand, last, vector, steps);
      }
    }
  }
}

function advanceHands(
  row: usize,
  constants: usize,
  vectors: usize,
  hands: usize,
  left: usize,
  steps: i32,
  sampleSteps: i32,
  samples: usize,
): void {
  const part = samples != 0 ? sampleSteps : at.TILE;
  const end = vectors + (hands >> 1) * at.PAIR;
  for (let done = 0; done < steps; ) {
    const tile = min(at.TILE, steps - done);
    memory.fill(constants + at.BEFORE, 0, at.BEFORE_BYTES);
    const whole = tile == at.TILE;
    const cosine = whole ? at.TILE_COSINE : at.REST_COSINE;
    const sine = whole ? at.TILE_SINE : at.REST_SINE;
    let light = -1;
    for (let hand: usize = 0; hand < hands; hand++) {
      const vector = handAt(vectors, hand);
      seedOrbit(row, vector);
      const own = turnOrbit(row, vector, cosine, sine);
      light = light == -1 || light == own ? own : SHADOWS_EDGE;
    }
    for (let inTile = 0; inTile < tile; ) {
      const taken = min(part, tile - inTile);
      if (light == SUNLIGHT) inSunlight(constants, vectors, end, taken);
      else if (light == SHADOW) inShadow(constants, vectors, end, taken);
      else throughShadowsEdge(constants, vectors, end, taken);
      if (samples != 0) {
        const satellites = min<usize>(left, 4 * hands);
        addToSample(row, vectors, hands, satellites, constants + at.BEFORE, samples, taken);
        samples += at.SAMPLE;
      }
      inTile += taken;
    }
    for (let hand: usize = 0; hand < hands; hand++) {
      flushSums(handAt(vectors, hand));
      flushExtremes(handAt(vectors, hand));
    }
    done += tile;
  }
}
