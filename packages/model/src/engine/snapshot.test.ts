import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeSnapshot, encodeSnapshot } from './snapshot.ts';

const arrays = fc.dictionary(fc.string({ minLength: 1 }), fc.array(fc.double()));

it('gives back every bit it was given', () => {
  fc.assert(
    fc.property(arrays, fc.jsonValue(), (given, value) => {
      const map = new Map(Object.entries(given).map(([name, values]) => [name, Float64Array.from(values)]));
      const read = decodeSnapshot(encodeSnapshot({ head: { value }, arrays: map }));
      expect(JSON.stringify(read?.head)).toBe(JSON.stringify({ value }));
      expect([...(read?.arrays ?? [])]).toEqual([...map]);
    }),
  );
});

it('notices any torn or altered byte', () => {
  const bytes = encodeSnapshot({ head: { done: 12 }, arrays: new Map([['bus', Float64Array.of(1, 2, 3)]]) });
  for (let at = 0; at < bytes.length; at++) {
    const altered = bytes.slice();
    altered[at] = (altered[at] as number) ^ 1;
    expect(decodeSnapshot(altered)).toBeUndefined();
    expect(decodeSnapshot(bytes.slice(0, at))).toBeUndefined();
  }
});
