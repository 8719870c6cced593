import { add, constant, least, madd, most, mul, nmadd, sub } from './arithmetic';
import * as at from './layout';

/** The same where all satellites stay in sunlight and their arrays feed housekeeping: share 1, no battery power. */
export function inSunlight(c: usize, vectors: usize, end: usize, steps: i32): void {
  const zero = f32x4.splat(0);
  const minusZero = f32x4.splat(-0.0);
  const one = constant(c, at.ONE);
  const turnSquare = constant(c, at.TURN_SQUARE);
  const arrayCold = constant(c, at.ARRAY_COLD);
  const arrayDrop = constant(c, at.ARRAY_DROP);
  const cellMove = constant(c, at.CELL_MOVE);
  const cellMean = constant(c, at.CELL_MEAN);
  const house = constant(c, at.HOUSE);
  const idle = constant(c, at.IDLE);
  const room = constant(c, at.ROOM);
  const perRoundTrip = constant(c, at.PER_ROUND_TRIP);
  const lossShare = constant(c, at.LOSS_SHARE);
  const chargeMost = constant(c, at.CHARGE);
  const reserve = constant(c, at.RESERVE);
  const emission = constant(c, at.EMISSION);
  const tangent = constant(c, at.TANGENT);
  const stiffness = constant(c, at.STIFFNESS);
  const albedo = constant(c, at.ALBEDO);
  const passing = constant(c, at.PASSING);
  const coupling = constant(c, at.COUPLING);
  const warming = constant(c, at.WARMING);
  const limit = constant(c, at.LIMIT);
  const perRise = constant(c, at.PER_RISE);
  const rise = constant(c, at.RISE);
  const sunAndInfrared = add(constant(c, at.SUN_HEAT), constant(c, at.INFRARED));
  for (; steps > 0; steps--) {
    for (let v = vectors; v < end; v += at.PAIR) {
      // twice
      const zenith = v128.load(v, at.V_ZENITH);
      const lit = most(zero, zenith);
      const change = nmadd(turnSquare, zenith, v128.load(v, at.V_CHANGE));
      v128.store(v, change, at.V_CHANGE);
      const next = add(zenith, change);
      v128.store(v, next, at.V_ZENITH);
      const sunlitSum = add(v128.load(v, at.S_SUNLIT), one);
      v128.store(v, sunlitSum, at.S_SUNLIT);
      const litSum = add(v128.load(v, at.S_LIT), lit);
      v128.store(v, litSum, at.S_LIT);
      const warmth = v128.load(v, at.V_WARMTH);
      const off = sub(one, warmth);
      const array = nmadd(arrayDrop, madd(cellMean, off, warmth), arrayCold);
      v128.store(v, madd(cellMove, off, warmth), at.V_WARMTH);
      const arraySum = add(v128.load(v, at.S_ARRAY), array);
      v128.store(v, arraySum, at.S_ARRAY);
      const drawn = v128.load(v, at.V_DRAWN);
      v128.store(v, least(minusZero, drawn), at.V_ENTRY);
      const spare = sub(array, house);
      const takable = least(chargeMost, most(zero, madd(drawn, perRoundTrip, room)));
      const powered = most(zero, least(v128.load(v, at.V_ASKED), sub(spare, least(reserve, takable))));
      const poweredSum = add(v128.load(v, at.S_POWERED), powered);
      v128.store(v, poweredSum, at.S_POWERED);
      const coolant = v128.load(v, at.V_COOLANT);
      const radiator = v128.load(v, at.V_RADIATOR);
      const between = sub(coolant, radiator);
      const square = mul(radiator, radiator);
      const emissionSquare = mul(emission, square);
      const perStiffness = f32x4.div(one, madd(tangent, mul(emissionSquare, radiator), stiffness));
      const taken = madd(coupling, between, madd(albedo, lit, sunAndInfrared));
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
      const balance = sub(spare, chips);
      const charge = least(balance, takable);
      const loss = mul(lossShare, charge);
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
