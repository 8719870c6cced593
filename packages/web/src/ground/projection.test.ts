import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  circleOnGround,
  panned,
  toPlace,
  toScreen,
  unrolled,
  wholeEarth,
  wrapped,
  zoomedAt,
} from './projection.ts';

const size = { width: 800, height: 400 };
const x = fc.double({ min: 0, max: 800, noNaN: true });
const y = fc.double({ min: 0, max: 400, noNaN: true });

describe('the flat map', () => {
  it('puts a place where it is found again', () => {
    fc.assert(
      fc.property(x, y, (left, top) => {
        const [longitude, latitude] = toPlace(wholeEarth, size, [left, top]);
        const [again, down] = toScreen(wholeEarth, size, longitude, latitude);
        // The two edges are one meridian.
        expect(Math.min(Math.abs(again - left), 800 - Math.abs(again - left))).toBeCloseTo(0, 6);
        expect(down).toBeCloseTo(top, 6);
      }),
    );
  });

  it('keeps what is under the pointer there as it comes nearer', () => {
    const at = [500, 150] as const;
    const before = toPlace(wholeEarth, size, at);
    const near = zoomedAt(wholeEarth, size, at, 4);
    expect(near.zoom).toBe(4);
    expect(toPlace(near, size, at)[0]).toBeCloseTo(before[0], 9);
    expect(toPlace(near, size, at)[1]).toBeCloseTo(before[1], 9);
  });

  it('never shows more than the poles, nor goes farther than the whole', () => {
    expect(panned(wholeEarth, size, [0, 500]).latitude_deg).toBe(0);
    expect(zoomedAt(wholeEarth, size, [1, 1], 0.1)).toEqual(wholeEarth);
    const near = zoomedAt(wholeEarth, size, [400, 200], 2);
    expect(panned(near, size, [0, 1e6]).latitude_deg).toBe(45);
  });

  it('goes on over 180°', () => {
    expect(
      unrolled([
        [170, 0],
        [-170, 1],
        [-160, 2],
      ]),
    ).toEqual([
      [170, 0],
      [190, 1],
      [200, 2],
    ]);
    expect(wrapped(190)).toBe(-170);
    const [shown] = toScreen({ longitude_deg: 175, latitude_deg: 0, zoom: 1 }, size, -175, 0);
    expect(shown).toBeGreaterThan(400);
  });

  it('draws circles of their size on the ground', () => {
    const ring = circleOnGround(0, 60, 111.19);
    expect(Math.max(...ring.map(([, latitude]) => latitude))).toBeCloseTo(61, 2);
    expect(Math.max(...ring.map(([longitude]) => longitude))).toBeCloseTo(2, 1);
  });
});
