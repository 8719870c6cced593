import { add, constant, least, madd, most, mul, nmadd, sub } from './arithmetic';
import * as at from './layout';

/** The same where all satellites stay in shadow: no array, no Sun, no charging. */
export function inShadow(c: usize, vectors: usize, end: usize, steps: i32): void {
  const zero = f32x4.splat(0);
  const one = constant(c, at.ONE);
  const cellMove = constant(c, at.CELL_MOVE);
  const spare = sub(zero, constant(c, at.HOUSE));
  const full = constant(c, at.FULL);
  const rationLeast = constant(c, at.RATION_LEAST);
  const rationMost = constant(c, at.RATION_MOST);
  const entryShare = constant(c, at.ENTRY_SHARE);
  const fullAndHouse = constant(c, at.FULL_AND_HOUSE);
  const idle = constant(c, at.IDLE);
  const discharge = constant(c, at.DISCHARGE);
  const emission = constant(c, at.EMISSION);
  const tangent = constant(c, at.TANGENT);
  const stiffness = constant(c, at.STIFFNESS);
  const infrared = constant(c, at.INFRARED);
  const passing = constant(c, at.PASSING);
  const coupling = constant(c, at.COUPLING);
  const warming = constant(c, at.WARMING);
  const limit = constant(c, at.LIMIT);
  const perRise = constant(c, at.PER_RISE);
  const rise = constant(c, at.RISE);
  for (; steps > 0; steps--) {
    for (let v = vectors; v < end; v += at.PAIR) {
      // twice
      const warmth = v128.load(v, at.V_WARMTH);
      const drawn = v128.load(v, at.V_DRAWN);
      const entry = least(v128.load(v, at.V_ENTRY), drawn);
      v128.store(v, nmadd(cellMove, warmth, warmth), at.V_WARMTH);
      v128.store(v, entry, at.V_ENTRY);
      const ration = most(rationLeast, least(rationMost, nmadd(entry, entryShare, fullAndHouse)));
      const asked = least(v128.load(v, at.V_ASKED), add(ration, full));
      const givable = most(discharge, drawn);
      const powered = most(zero, least(asked, sub(spare, givable)));
      const poweredSum = add(v128.load(v, at.S_POWERED), powered);
      v128.store(v, poweredSum, at.S_POWERED);
      const coolant = v128.load(v, at.V_COOLANT);
      const radiator = v128.load(v, at.V_RADIATOR);
      const between = sub(coolant, radiator);
      const square = mul(radiator, radiator);
      const emissionSquare = mul(emission, square);
      const perStiffness = f32x4.div(one, madd(tangent, mul(emissionSquare, radiator), stiffness));
      const idleStep = mul(nmadd(emissionSquare, square, madd(coupling, between, infrared)), perStiffness);
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
      const left = sub(drawn, balance);
      v128.store(v, left, at.V_DRAWN);
      const lowest = most(v128.load(v, at.V_LEAST), left);
      v128.store(v, lowest, at.V_LEAST);
      const passed = mul(passing, perStiffness);
      v128.store(v, add(radiator, nmadd(passed, balance, idleStep)), at.V_RADIATOR);
      const warmed = nmadd(madd(passing, passed, warming), balance, idleCoolant);
      v128.store(v, warmed, at.V_COOLANT);
      const hottest = most(v128.load(v, at.V_HOTTEST), madd(rise, chips, warmed));
      v128.store(v, hottest, at.V_HOTTEST);
      // once
    }
  }
}
