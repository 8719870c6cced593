const foot_m = 0.3048;

/**
 * Altitude of the 12 bits of an airborne position, in metres above the standard pressure level; undefined where
 * none is given. With the Q bit set it counts 25 ft, otherwise it is Gillham's Gray code of 100 ft. Annex 10,
 * 3.1.2.6.5.4.
 */
export function altitudeOf_m(code: number): number | undefined {
  if (code === 0) return undefined;
  if (code & 0x10) {
    const count = ((code & 0xfe0) >> 1) | (code & 0xf);
    return (25 * count - 1000) * foot_m;
  }
  const hundreds_ft = gillham(code);
  return hundreds_ft === undefined ? undefined : 100 * hundreds_ft * foot_m;
}

/** Order of the bits: C1 A1 C2 A2 C4 A4 B1 (Q) B2 D2 B4 D4, from the highest; Q stands where D1 would. */
function gillham(code: number): number | undefined {
  const bit = (place: number) => (code >> place) & 1;
  const [c1, a1, c2, a2, c4, a4, b1, , b2, d2, b4, d4] = Array.from({ length: 12 }, (_, i) => bit(11 - i));
  const fives = fromGray([d2!, d4!, a1!, a2!, a4!, b1!, b2!, b4!]);
  // C counts hundreds within five, 1 to 5, to and fro, and its 7 stands for 5.
  const coded = fromGray([c1!, c2!, c4!]);
  const ones = coded === 7 ? 5 : coded;
  if (ones === 0 || ones > 5) return undefined;
  return 5 * fives + (fives % 2 === 1 ? 6 - ones : ones) - 13;
}

function fromGray(bits: readonly number[]): number {
  let [value, last] = [0, 0];
  for (const bit of bits) {
    last ^= bit;
    value = 2 * value + last;
  }
  return value;
}
