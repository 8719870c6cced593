import { add, constant, least, madd, most, mul, nmadd, sub } from './arithmetic';
import * as at from './layout';

/**
 * Takes pairs of vectors `steps` steps on, whatever the light. What each line means is said in
 * `src/fleet/reference.ts`; here the zenith cosine turns by its own second difference, and charge counts downwards.
 *
 * What stands between `// twice` and `// once` is written for one vector; the build writes it for both of a pair,
 * statement by statement, so that V8 can make one vector of eight of them (see tools/kernels).
 */
export function throughShadowsEdge(c: usize, vectors: usize, end: usize, steps: i32): void {
  const zero = f32x4.splat(0);
  const one = constant(c, at.ONE);
  const turnSquare = constant(c, at.TURN_SQUARE);
  const edge = constant(c, at.EDGE);
  const sharpness = constant(c, at.SHARPNESS);
  const arrayCold = constant(c, at.ARRAY_COLD);
  const arrayDrop = constant(c, at.ARRAY_DROP);
  const cellMove = constant(c, at.CELL_MOVE);
  const cellMean = constant(c, at.CELL_MEAN);
  const house = constant(c, at.HOUSE);
  const full = constant(c, at.FULL);
  const rationLeast = constant(c, at.RATION_LEAST);
  const rationMost = constant(c, at.RATION_MOST);
  const entryShare = constant(c, at.ENTRY_SHARE);
  const fullAndHouse = constant(c, at.FULL_AND_HOUSE);
  const idle = constant(c, at.IDLE);
  const room = constant(c, at.ROOM);
  const perRoundTrip = constant(c, at.PER_ROUND_TRIP);
  const lossShare = constant(c, at.LOSS_SHARE);
  const chargeMost = constant(c, at.CHARGE);
  const discharge = constant(c, at.DISCHARGE);
  const reserve = constant(c, at.RESERVE);
  const emission = constant(c, at.EMISSION);
  const tangent = constant(c, at.TANGENT);
  const stiffness = constant(c, at.STIFFNESS);
  const infrared = constant(c, at.INFRARED);
  const sunHeat = constant(c, at.SUN_HEAT);
  const albedo = constant(c, at.ALBEDO);
  const passing = constant(c, at.PASSING);
  const coupling = constant(c, at.COUPLING);
  const warming = constant(c, at.WARMING);
  const limit = constant(c, at.LIMIT);
  const perRise = constant(c, at.PER_RISE);
  const rise = constant(c, at.RISE);
  for (; steps > 0; steps--) {
    for (let v = vectors; v < end; v += at.PAIR) {
      // twice
      const zenith = v128.load(v, at.V_ZENITH);
      const sunlit = most(zero, least(one, madd(sharpness, zenith, edge)));
      const dark = sub(one, sunlit);
      const lit = most(zero, zenith);
      const change = nmadd(turnSquare, zenith, v128.load(v, at.V_CHANGE));
      v128.store(v, change, at.V_CHANGE);
      const next = add(zenith, change);
      v128.store(v, next, at.V_ZENITH);
      const sunlitSum = add(v128.load(v, at.S_SUNLIT), sunlit);
      v128.store(v, sunlitSum, at.S_SUNLIT);
      const litSum = add(v128.load(v, at.S_LIT), lit);
      v128.store(v, litSum, at.S_LIT);
      const warmth = v128.load(v, at.V_WARMTH);
      const off = sub(sunlit, warmth);
      const array = mul(sunlit, nmadd(arrayDrop, madd(cellMean, off, warmth), arrayCold));
      v128.store(v, madd(cellMove, off, warmth), at.V_WARMTH);
      const arraySum = add(v128.load(v, at.S_ARRAY), array);
      v128.store(v, arraySum, at.S_ARRAY);
      const drawn = v128.load(v, at.V_DRAWN);
      const entry = least(mul(v128.load(v, at.V_ENTRY), dark), drawn);
      v128.store(v, entry, at.V_ENTRY);
      const ration = most(rationLeast, least(rationMost, nmadd(entry, entryShare, fullAndHouse)));
      const asked = least(v128.load(v, at.V_ASKED), madd(dark, ration, full));
      const spare = sub(array, house);
      const givable = most(mul(discharge, dark), drawn);
      const takable = least(mul(chargeMost, sunlit), most(zero, madd(drawn, perRoundTrip, room)));
      const first = least(mul(reserve, sunlit), takable);
      const powered = most(zero, least(asked, sub(sub(spare, first), givable)));
      const poweredSum = add(v128.load(v, at.S_POWERED), powered);
      v128.store(v, poweredSum, at.S_POWERED);
      const coolant = v128.load(v, at.V_COOLANT);
      const radiator = v128.load(v, at.V_RADIATOR);
      const between = sub(coolant, radiator);
      const square = mul(radiator, radiator);
      const emissionSquare = mul(emission, square);
      const perStiffness = f32x4.div(one, madd(tangent, mul(emissionSquare, radiator), stiffness));
      const taken = madd(coupling, between, madd(albedo, lit, madd(sunHeat, sunlit, infrared)));
      const idleStep = mul(nmadd(emissionSquare, square, taken), perStiffness);
      const idleCoolant = madd(passing, sub(idleStep, between), coolant);
      const radiatorSum = add(v128.load(v, at.S_RADIATOR), radiator);
      v128.store(v, radiatorSum, at.S_RADIATOR);
      const allowed = most(zero, nmadd(idleCoolant, perRise, limit));
      const chips = least(powered, allowed);
      const chipsSum = add(v128.load(v, at.S_CHIPS), chips);
      v128.store(v, chipsSum, at.S_CHIPS);
      const workSum = add(v128.load(v, at.S_WORK), most(chips, idle));
      v128.store(v, workSum, at.S_WORK);
      const net = sub(spare, chips);
      const balance = most(net, givable);
      const shortSum = add(v128.load(v, at.S_SHORT), sub(balance, net));
      v128.store(v, shortSum, at.S_SHORT);
      const charge = least(balance, takable);
      const loss = mul(lossShare, most(zero, charge));
      const lossSum = add(v128.load(v, at.S_LOSS), loss);
      v128.store(v, lossSum, at.S_LOSS);
      const left = sub(drawn, sub(charge, loss));
      v128.store(v, left, at.V_DRAWN);
      const lowest = most(v128.load(v, at.V_LEAST), left);
      v128.store(v, lowest, at.V_LEAST);
      const heat = add(sub(array, balance), loss);
      const passed = mul(passing, perStiffness);
      v128.store(v, add(radiator, madd(passed, heat, idleStep)), at.V_RADIATOR);
      const warmed = madd(madd(passing, passed, warming), heat, idleCoolant);
      v128.store(v, warmed, at.V_COOLANT);
      const hottest = most(v128.load(v, at.V_HOTTEST), madd(rise, chips, warmed));
      v128.store(v, hottest, at.V_HOTTEST);
      // once
    }
  }
}
