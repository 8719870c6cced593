import { constants, type SatRec, sgp4 } from 'satellite.js';
import type { Sgp4Satellite } from './sgp4.ts';

/** Numbers a row of a run: position in m, velocity in m/s, TEME. */
export const runColumns = 6;

const { earthRadius, j2, vkmpersec, xke } = constants;

/**
 * Positions and velocities of one satellite at `count` evenly spaced times, written into `out` row by row; rows
 * are NaN where SGP4 has no place. Returns how many have one.
 *
 * For satellites near the Earth this is SGP4 of AIAA 2006-6753 from the coefficients that satellite.js has
 * initialised, with the trigonometry of steady angles turned on from step to step, that of small ones by series,
 * and nothing allocated: the same to a micrometre, several times faster. Deep space goes through satellite.js.
 */
export function sgp4Run(
  { record }: Sgp4Satellite,
  start_min: number,
  step_min: number,
  count: number,
  out: Float64Array,
): number {
  return record.method === 'd'
    ? deepRun(record, start_min, step_min, count, out)
    : nearRun(record, start_min, step_min, count, out);
}

function deepRun(
  record: SatRec,
  start_min: number,
  step_min: number,
  count: number,
  out: Float64Array,
): number {
  let placed = 0;
  for (let index = 0; index < count; index++) {
    const state = sgp4(record, start_min + index * step_min);
    const row = index * runColumns;
    if (state === null) {
      out.fill(Number.NaN, row, row + runColumns);
      continue;
    }
    placed++;
    const { position, velocity } = state;
    out[row] = position.x * 1e3;
    out[row + 1] = position.y * 1e3;
    out[row + 2] = position.z * 1e3;
    out[row + 3] = velocity.x * 1e3;
    out[row + 4] = velocity.y * 1e3;
    out[row + 5] = velocity.z * 1e3;
  }
  return placed;
}

/** Up to here a series of six terms is exact to the last digit. */
const smallSquared = 4e-4;
// Written as factors: divisions would cost more than all the rest.
const s3 = 1 / 6;
const s5 = 1 / 120;
const s7 = 1 / 5040;
const c4 = 1 / 24;
const c6 = 1 / 720;
const sine = (d: number): number => {
  const q = d * d;
  return q < smallSquared ? d * (1 - q * (s3 - q * (s5 - q * s7))) : Math.sin(d);
};
const cosine = (d: number): number => {
  const q = d * d;
  return q < smallSquared ? 1 - q * (0.5 - q * (c4 - q * c6)) : Math.cos(d);
};

/** Steps after which turned angles are computed anew. */
const reseed = 64;

/** One honest formula: names are those of the theory, so that it can be read beside its source. */
function nearRun(s: SatRec, start_min: number, step_min: number, count: number, out: Float64Array): number {
  const a0 = (xke / s.no) ** (2 / 3);
  const simple = s.isimp === 1;
  const sinI = Math.sin(s.inclo);
  const cosI = Math.cos(s.inclo);
  const { mdot, argpdot, nodedot, bstar, cc1, cc4, cc5, t2cof, t3cof, t4cof, t5cof } = s;
  const { d2, d3, d4, omgcof, xmcof, eta, delmo, sinmao, nodecf, ecco, no } = s;
  const { aycof, xlcof, con41, x1mth2, x7thm1, mo, argpo, nodeo } = s;
  const cosDM = Math.cos(mdot * step_min);
  const sinDM = Math.sin(mdot * step_min);
  const cosDW = Math.cos(argpdot * step_min);
  const sinDW = Math.sin(argpdot * step_min);
  const cosDN = Math.cos(nodedot * step_min);
  const sinDN = Math.sin(nodedot * step_min);
  let cosM = 0;
  let sinM = 0;
  let cosW = 0;
  let sinW = 0;
  let cosN = 0;
  let sinN = 0;
  let placed = 0;
  for (let index = 0; index < count; index++) {
    const t = start_min + index * step_min;
    if ((index & (reseed - 1)) === 0) {
      cosM = Math.cos(mo + mdot * t);
      sinM = Math.sin(mo + mdot * t);
      cosW = Math.cos(argpo + argpdot * t);
      sinW = Math.sin(argpo + argpdot * t);
      cosN = Math.cos(nodeo + nodedot * t);
      sinN = Math.sin(nodeo + nodedot * t);
    } else {
      const m = cosM * cosDM - sinM * sinDM;
      sinM = sinM * cosDM + cosM * sinDM;
      cosM = m;
      const w = cosW * cosDW - sinW * sinDW;
      sinW = sinW * cosDW + cosW * sinDW;
      cosW = w;
      const n = cosN * cosDN - sinN * sinDN;
      sinN = sinN * cosDN + cosN * sinDN;
      cosN = n;
    }
    // Secular gravity and drag.
    const t2 = t * t;
    let tempa = 1 - cc1 * t;
    let tempe = bstar * cc4 * t;
    let templ = t2cof * t2;
    let shift = 0;
    if (!simple) {
      const delmtemp = 1 + eta * cosM;
      shift = omgcof * t + xmcof * (delmtemp * delmtemp * delmtemp - delmo);
      const t3 = t2 * t;
      const t4 = t3 * t;
      tempa -= d2 * t2 + d3 * t3 + d4 * t4;
      tempe += bstar * cc5 * (sinM * cosine(shift) + cosM * sine(shift) - sinmao);
      templ += t3cof * t3 + t4 * (t4cof + t * t5cof);
    }
    const am = a0 * tempa * tempa;
    const nm = xke / (am * Math.sqrt(am));
    let em = ecco - tempe;
    const row = index * runColumns;
    if (!(em < 1 && em >= -0.001)) {
      out.fill(Number.NaN, row, row + runColumns);
      continue;
    }
    if (em < 1e-6) em = 1e-6;
    // Long-period terms.
    const cosShift = cosine(shift);
    const sinShift = sine(shift);
    const axnl = em * (cosW * cosShift + sinW * sinShift);
    const byWidth = 1 / (am * (1 - em * em));
    const aynl = em * (sinW * cosShift - cosW * sinShift) + byWidth * aycof;
    // What moves mean anomaly and perigee against each other cancels in their sum.
    const advance = no * templ + byWidth * xlcof * axnl;
    const sinA = sine(advance);
    const cosA = cosine(advance);
    const sinMW = sinM * cosW + cosM * sinW;
    const cosMW = cosM * cosW - sinM * sinW;
    // Kepler's equation by Newton's method, from the mean argument of latitude on.
    let sinE = sinMW * cosA + cosMW * sinA;
    let cosE = cosMW * cosA - sinMW * sinA;
    let e = 0;
    for (let round = 0; round < 10; round++) {
      let step = (aynl * -cosE + axnl * sinE - e) / (1 - cosE * axnl - sinE * aynl);
      if (step > 0.95) step = 0.95;
      else if (step < -0.95) step = -0.95;
      e += step;
      const c = cosine(step);
      const d = sine(step);
      const next = cosE * c - sinE * d;
      sinE = sinE * c + cosE * d;
      cosE = next;
      // The next step would be the square of this one.
      if (step < 1e-7 && step > -1e-7) break;
    }
    // Short-period terms.
    const ecose = axnl * cosE + aynl * sinE;
    const esine = axnl * sinE - aynl * cosE;
    const el2 = axnl * axnl + aynl * aynl;
    const pl = am * (1 - el2);
    const rl = am * (1 - ecose);
    const betal = Math.sqrt(1 - el2);
    const tilt = esine / (1 + betal);
    const sinu = (am / rl) * (sinE - aynl - axnl * tilt);
    const cosu = (am / rl) * (cosE - axnl + aynl * tilt);
    const sin2u = (cosu + cosu) * sinu;
    const cos2u = 1 - 2 * sinu * sinu;
    const temp1 = (0.5 * j2) / pl;
    const temp2 = temp1 / pl;
    const mrt = rl * (1 - 1.5 * temp2 * betal * con41) + 0.5 * temp1 * x1mth2 * cos2u;
    if (!(mrt >= 1) || pl < 0) {
      out.fill(Number.NaN, row, row + runColumns);
      continue;
    }
    const du = -0.25 * temp2 * x7thm1 * sin2u;
    const sinDu = sine(du);
    const cosDu = cosine(du);
    const sinsu = sinu * cosDu + cosu * sinDu;
    const cossu = cosu * cosDu - sinu * sinDu;
    const dn = nodecf * t2 + 1.5 * temp2 * cosI * sin2u;
    const sinDn = sine(dn);
    const cosDn = cosine(dn);
    const snod = sinN * cosDn + cosN * sinDn;
    const cnod = cosN * cosDn - sinN * sinDn;
    const di = 1.5 * temp2 * cosI * sinI * cos2u;
    const sinDi = sine(di);
    const cosDi = cosine(di);
    const sini = sinI * cosDi + cosI * sinDi;
    const cosi = cosI * cosDi - sinI * sinDi;
    const mvt = (Math.sqrt(am) * esine) / rl - (nm * temp1 * x1mth2 * sin2u) / xke;
    const rvdot = Math.sqrt(pl) / rl + (nm * temp1 * (x1mth2 * cos2u + 1.5 * con41)) / xke;
    const xmx = -snod * cosi;
    const xmy = cnod * cosi;
    const ux = xmx * sinsu + cnod * cossu;
    const uy = xmy * sinsu + snod * cossu;
    const uz = sini * sinsu;
    const r = mrt * earthRadius * 1e3;
    out[row] = r * ux;
    out[row + 1] = r * uy;
    out[row + 2] = r * uz;
    out[row + 3] = (mvt * ux + rvdot * (xmx * cossu - cnod * sinsu)) * vkmpersec * 1e3;
    out[row + 4] = (mvt * uy + rvdot * (xmy * cossu - snod * sinsu)) * vkmpersec * 1e3;
    out[row + 5] = (mvt * uz + rvdot * sini * cossu) * vkmpersec * 1e3;
    placed++;
  }
  return placed;
}
