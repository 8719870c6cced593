import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyedRandom } from '../../random/philox.ts';
import { AircraftReceiver } from './aircraft.ts';
import { altitudeOf_m } from './altitude.ts';
import { remainderOf, wrongBit } from './checksum.ts';
import { longitudeZones } from './cpr.ts';
import { messageOf } from './message.ts';
import { type Frame, framesOf } from './receive.ts';
import { readRecording } from './recording.ts';
import { magnitudesOf } from './samples.ts';
import { recordingOf } from './transmit.testing.ts';

/** Messages and what they say, from J. Sun, The 1090 Megahertz Riddle, 2nd edition, TU Delft 2021. */
const published = {
  identity: '8D4840D6202CC371C32CE0576098',
  even: '8D40621D58C382D690C8AC2863A7',
  odd: '8D40621D58C386435CC412692AD6',
  ground: '8D485020994409940838175B284F',
  air: '8DA05F219B06B6AF189400CBC33F',
};

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g)!, (byte) => Number.parseInt(byte, 16));
const frameOf = (hex: string): Frame => {
  const bytes = bytesOf(hex);
  return { bytes, format: bytes[0]! >> 3, sample: 0, time_s: 0, level: 1, repaired: false };
};

describe('published messages', () => {
  it('have checksums that leave nothing', () => {
    for (const hex of Object.values(published)) expect(remainderOf(bytesOf(hex), 14)).toBe(0);
  });

  it('say what they are published to say', () => {
    expect(messageOf(frameOf(published.identity))).toEqual({ address: '4840D6', callSign: 'KLM1023' });
    expect(messageOf(frameOf(published.ground))?.velocity).toEqual({
      speed_mperS: expect.closeTo(159.2 * (1852 / 3600), 1),
      direction_deg: expect.closeTo(182.88, 2),
      climb_mperS: expect.closeTo(-832 * 0.00508, 6),
      through: 'ground',
    });
    expect(messageOf(frameOf(published.air))?.velocity).toEqual({
      speed_mperS: expect.closeTo(375 * (1852 / 3600), 6),
      direction_deg: expect.closeTo(243.98, 2),
      climb_mperS: expect.closeTo(-2304 * 0.00508, 6),
      through: 'air',
    });
  });

  it('tell a place in pairs, and then one by one', () => {
    const receiver = new AircraftReceiver();
    const hear = (hex: string, time_s: number) =>
      receiver.hear(frameOf(hex), time_s, { received_s: time_s, source: 'test' });
    expect(hear(published.odd, 1457996400)).toBeUndefined();
    expect(hear(published.even, 1457996402)).toMatchObject({
      place: { latitude_deg: expect.closeTo(52.2572, 5), longitude_deg: expect.closeTo(3.91937, 5) },
      values: { altitude_m: expect.closeTo(38_000 * 0.3048, 6) },
    });
    expect(hear(published.odd, 1457996403)).toMatchObject({
      place: { latitude_deg: expect.closeTo(52.26578, 4), longitude_deg: expect.closeTo(3.93891, 4) },
    });
  });

  it('do not pair over more than ten seconds', () => {
    const receiver = new AircraftReceiver();
    const arrival = { received_s: 0, source: 'test' };
    expect(receiver.hear(frameOf(published.odd), 0, arrival)).toBeUndefined();
    expect(receiver.hear(frameOf(published.even), 11, arrival)).toBeUndefined();
  });
});

describe('codes', () => {
  it('of altitude: the rows of the table of Annex 10, and a count of 25 ft', () => {
    // C1 A1 C2 A2 C4 A4 B1 Q B2 D2 B4 D4.
    const rows: [number, number][] = [
      [0b000010000000, -1200],
      [0b001010000000, -1100],
      [0b100000000000, -800],
      [0b100000000010, -700],
      [0b001000101000, 1000],
      [0xc38, 38_000],
    ];
    for (const [code, altitude_ft] of rows) expect(altitudeOf_m(code)! / 0.3048).toBeCloseTo(altitude_ft, 6);
    expect(altitudeOf_m(0)).toBeUndefined();
  });

  it('of longitude zones: the published steps', () => {
    const steps = [10.47047129996848, 14.828174368686794, 18.186263570713354];
    for (const [index, step] of steps.entries()) {
      expect([longitudeZones(step - 1e-6), longitudeZones(step + 1e-6)]).toEqual([59 - index, 58 - index]);
    }
    expect([longitudeZones(0), longitudeZones(88), longitudeZones(-88)]).toEqual([59, 1, 1]);
  });

  it('name the one bit that is wrong', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 111 }), (bit) => {
        const bytes = bytesOf(published.even);
        bytes[bit >> 3]! ^= 0x80 >> (bit & 7);
        expect(wrongBit(remainderOf(bytes, 14), 14)).toBe(bit);
      }),
    );
  });
});

describe('a recording', () => {
  const all = Object.values(published).map(bytesOf);
  const random = new KeyedRandom(20_261_122, 'radio');

  it('gives back what was sent, at any phase, with noise', () => {
    for (let phase = 0; phase < 1; phase += 0.1) {
      const raw = recordingOf(all, { phase, level: 0.5, noise: 0.03, random });
      const frames = [...framesOf(magnitudesOf(raw))].filter(({ repaired }) => !repaired);
      expect(frames.map(({ bytes }) => bytes)).toEqual(all);
    }
  });

  it('of noise has no frames', () => {
    const raw = recordingOf([], { phase: 0, level: 0, noise: 0.2, random, samples: 400_000 });
    expect(
      [...framesOf(magnitudesOf(raw))].filter(({ format, repaired }) => format !== 11 && !repaired),
    ).toEqual([]);
  });

  it('that is empty, odd or cut short does no harm', () => {
    const raw = recordingOf(all, { phase: 0.3, level: 0.5, noise: 0.02, random });
    for (const length of [0, 1, 3, 255, 501, 801]) {
      expect(readRecording(raw.slice(0, length), 'test').bytesRaw).toBe(length);
    }
  });

  it('tells bytes raw and bytes of product, and a place', () => {
    const raw = recordingOf(all, { phase: 0.6, level: 0.7, noise: 0.02, random });
    const recording = readRecording(raw, 'test');
    expect(recording).toMatchObject({ bytesRaw: raw.length, bytesProduct: 23 * all.length });
    expect(recording.observations).toHaveLength(1);
    expect([...recording.aircraft.keys()]).toHaveLength(4);
  });
});
