import { describe, expect, it } from 'vitest';
import { type Sgp4Satellite, sgp4Position_m, sgp4Satellite, untilEnd } from './sgp4.ts';
import { runColumns, sgp4Run } from './sgp4-run.ts';
import { readTle } from './tle.ts';

/** Of AIAA 2006-6753: with drag, decaying, eccentric, nearly equatorial, deep space. */
const text = `
1 06251U 62025E   06176.82412014  .00008885  00000-0  12808-3 0  3985
2 06251  58.0579  54.0425 0030035 139.1568 221.1854 15.56387291  6774
1 28872U 05037B   05333.02012661  .25992681  00000-0  24476-3 0  1534
2 28872  96.4736 157.9986 0303955 244.0492 110.6523 16.46015938 10708
1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753
2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667
1 88888U          80275.98708465  .00073094  13844-3  66816-4 0    87
2 88888  72.8435 115.9689 0086731  52.6988 110.5714 16.05824518  1058
1 08195U 75081A   06176.33215444  .00000099  00000-0  11873-3 0   813
2 08195  64.1586 279.0717 6877146 264.7651  20.2257  2.00491383225656
`;

const read = readTle(text, { repairChecksums: true });
const satellites = (read.ok ? read.value.sets : []).map((set) => {
  const satellite = sgp4Satellite(set);
  return [set.catalogueNumber, satellite.ok ? satellite.value : undefined] as const;
});

describe('a run of SGP4', () => {
  it.each(satellites)('is that of single steps to 0.1 mm: %s', (_, found) => {
    const satellite = found as Sgp4Satellite;
    const count = 2_000;
    const out = new Float64Array(count * runColumns);
    const placed = sgp4Run(satellite, -300, 1.7, count, out);
    let expected = 0;
    for (let index = 0; index < count; index++) {
      const single = untilEnd(() => sgp4Position_m(satellite, -300 + index * 1.7));
      const [x, y, z] = out.subarray(index * runColumns);
      if (!single.ok) {
        expect(x).toBeNaN();
        continue;
      }
      expected++;
      const miss_m = Math.hypot(single.value[0] - x!, single.value[1] - y!, single.value[2] - z!);
      expect(miss_m).toBeLessThan(1e-4);
    }
    expect(placed).toBe(expected);
  });

  it('has the velocity with which its places change', () => {
    const satellite = satellites[0]![1]!;
    const out = new Float64Array(3 * runColumns);
    sgp4Run(satellite, 100, 0.001, 3, out);
    for (const axis of [0, 1, 2]) {
      const change = (out[2 * runColumns + axis]! - out[axis]!) / 0.12;
      expect(out[runColumns + 3 + axis]! / change).toBeCloseTo(1, 4);
    }
  });
});
