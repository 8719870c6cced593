import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantText, readInstant_d, ttMinusUtc_s } from '../time/scales.ts';
import { readOmm } from './omm.ts';
import { sgp4Position_m, sgp4Satellite, sgp4Trajectory, untilEnd } from './sgp4.ts';
import { checkDigit, readTle } from './tle.ts';

const any = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const withDigit = (line: string) => `${line}${checkDigit(line)}`;
const fixed = (value: number, digits: number, width: number, fill = ' ') =>
  value.toFixed(digits).padStart(width, fill);

/** Any satellite near the Earth, as rounded as the two lines have it. */
const anySet = fc.record({
  day: fc.integer({ min: 1, max: 365 }),
  inclination: any(0, 179.9).map((x) => Number(x.toFixed(4))),
  node: any(0, 359.9).map((x) => Number(x.toFixed(4))),
  eccentricity: fc.integer({ min: 1, max: 200_000 }),
  perigee: any(0, 359.9).map((x) => Number(x.toFixed(4))),
  anomaly: any(0, 359.9).map((x) => Number(x.toFixed(4))),
  motion: any(11.5, 15).map((x) => Number(x.toFixed(8))),
  drag: fc.integer({ min: 10_000, max: 99_999 }),
});
type AnySet = typeof anySet extends fc.Arbitrary<infer T> ? T : never;

function asLines(set: AnySet): string {
  const first = `1 25544U 98067A   24${fixed(set.day + 0.5, 8, 12, '0')}  .00000000  00000-0  ${set.drag}-4 0  999`;
  const second = `2 25544 ${fixed(set.inclination, 4, 8)} ${fixed(set.node, 4, 8)} ${String(set.eccentricity).padStart(7, '0')} ${fixed(set.perigee, 4, 8)} ${fixed(set.anomaly, 4, 8)} ${fixed(set.motion, 8, 11)}12345`;
  return `TESTER\n${withDigit(first)}\n${withDigit(second)}\n`;
}

function asValues(set: AnySet): Record<string, string | number> {
  const epoch = new Date(Date.UTC(2024, 0, set.day, 12)).toISOString().slice(0, 23);
  return {
    OBJECT_NAME: 'TESTER',
    OBJECT_ID: '1998-067A',
    EPOCH: `${epoch}000`,
    MEAN_MOTION: set.motion,
    ECCENTRICITY: set.eccentricity / 1e7,
    INCLINATION: set.inclination,
    RA_OF_ASC_NODE: set.node,
    ARG_OF_PERICENTER: set.perigee,
    MEAN_ANOMALY: set.anomaly,
    NORAD_CAT_ID: 25544,
    BSTAR: set.drag * 1e-9,
    MEAN_ELEMENT_THEORY: 'SGP4',
  };
}

const kvn = (values: Record<string, string | number>) =>
  `CCSDS_OMM_VERS = 2.0\nCOMMENT made here\n${Object.entries(values)
    .map(([key, value]) => `${key} = ${value}`)
    .join('\n')}\n`;
const xml = (values: Record<string, string | number>) =>
  `<ndm><omm id="CCSDS_OMM_VERS" version="2.0"><body>${Object.entries(values)
    .map(([key, value]) => `<${key}>${value}</${key}>`)
    .join('')}</body></omm></ndm>`;

describe('an orbit mean-elements message', () => {
  it('says the same as two lines, in JSON, XML and keywords', () => {
    fc.assert(
      fc.property(anySet, any(-1440, 1440), (set, minutes) => {
        const tle = readTle(asLines(set));
        const values = asValues(set);
        const texts = [
          ['json', JSON.stringify([values])],
          ['xml', xml(values)],
          ['kvn', kvn(values)],
        ] as const;
        const sets = texts.map(([format, text]) => readOmm(text, format));
        if (!tle.ok) throw new Error(tle.faults[0]!.message);
        const [expected] = tle.value.sets;
        for (const read of sets) {
          if (!read.ok) throw new Error(read.faults[0]!.message);
          const [found] = read.value;
          expect(found).toMatchObject({ name: 'TESTER', catalogueNumber: '25544', designator: '1998-067A' });
          const [one, other] = [expected!, found!].map((each) =>
            untilEnd(() => {
              const satellite = sgp4Satellite(each);
              if (!satellite.ok) throw new Error(satellite.faults[0]!.message);
              return sgp4Position_m(satellite.value, minutes);
            }),
          );
          expect(one!.ok).toBe(other!.ok);
          if (!one!.ok || !other!.ok) continue;
          const [a, b] = [one!.value, other!.value];
          expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeLessThan(1e-2);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['is no JSON', 'json', '[{', 'omm/syntax'],
    ['lacks elements', 'json', '{"OBJECT_NAME": "X"}', 'omm/missing'],
    ['is empty', 'json', '[]', 'omm/empty'],
    ['is cut off', 'xml', '<ndm><omm><MEAN_MOTION>15', 'omm/syntax'],
    ['has a line without =', 'kvn', 'CCSDS_OMM_VERS = 2.0\nMEAN_MOTION 15\n', 'omm/syntax'],
  ] as const)('is refused where it %s', (_, format, text, code) => {
    const read = readOmm(text, format, 'file.omm');
    expect(read.ok ? '' : read.faults[0]!.code).toBe(code);
    expect(read.ok ? '' : read.faults[0]!.at.file).toBe('file.omm');
  });

  it('is refused where its elements are of another theory or no numbers', () => {
    const values = asValues(fc.sample(anySet, { numRuns: 1, seed: 1 })[0]!);
    const read = readOmm(
      JSON.stringify([values, { ...values, MEAN_ELEMENT_THEORY: 'DSST', INCLINATION: 'steep' }]),
      'json',
    );
    const faults = read.ok ? [] : read.faults;
    expect(faults.map(({ code, at }) => [code, at.path])).toEqual([
      ['omm/theory', '[1]'],
      ['omm/field', '[1]'],
    ]);
  });
});

const good = asLines(fc.sample(anySet, { numRuns: 1, seed: 7 })[0]!);

describe('two lines', () => {
  const [name, first, second] = good.trim().split('\n') as [string, string, string];

  it('are taken only with the right check digit, unless it is to be mended', () => {
    const wrong = `${second.slice(0, 68)}${(Number(second[68]) + 3) % 10}`;
    const text = `${name}\n${first}\n${wrong}\n`;
    const read = readTle(text, { file: 'x.tle' });
    const [fault] = read.ok ? [] : read.faults;
    expect(fault).toMatchObject({ code: 'tle/checksum', at: { file: 'x.tle', line: 3, column: 69 } });
    expect(fault!.message).toBe(`The check digit is ${wrong[68]}, expected is ${second[68]}.`);
    const mended = readTle(text, { repairChecksums: true });
    expect(mended.ok && mended.value.repairedLines).toEqual([3]);
  });

  it('notice any one digit that changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 67 }), fc.integer({ min: 1, max: 9 }), (column, by) => {
        const digit = first[column]!;
        fc.pre(digit >= '0' && digit <= '9');
        const changed = `${first.slice(0, column)}${(Number(digit) + by) % 10}${first.slice(column + 1)}`;
        expect(readTle(`${changed}\n${second}\n`).ok).toBe(false);
      }),
    );
  });

  it.each([
    ['a cut line', `${first.slice(0, 50)}\n${second}\n`, 'tle/truncated', 1],
    ['a first line alone', `${first}\n`, 'tle/unpaired', 1],
    ['a second line alone', `${second}\n`, 'tle/unpaired', 1],
    ['a stray name at the end', `${good}STRAY\n`, 'tle/unpaired', 4],
    [
      'a pair of two satellites',
      `${first}\n${withDigit(`2 25545${second.slice(7, 68)}`)}\n`,
      'tle/unpaired',
      2,
    ],
    [
      'letters for a number',
      `${first}\n${withDigit(`${second.slice(0, 8)}  5x.0000${second.slice(17, 68)}`)}\n`,
      'tle/',
      2,
    ],
    ['nothing', '# only a comment\n', 'tle/empty', undefined],
  ])('are refused for %s, with the line', (_, text, code, line) => {
    const read = readTle(text);
    const [fault] = read.ok ? [] : read.faults;
    expect(fault?.code).toContain(code);
    expect(fault?.at.line).toBe(line);
  });

  it('end in a fault that names the satellite when it has decayed', () => {
    const low = withDigit(`${second.slice(0, 52)}16.9${second.slice(56, 68)}`);
    const read = readTle(`LOW ONE\n${first}\n${low}\n`);
    if (!read.ok) throw new Error(read.faults[0]!.message);
    const [set] = read.value.sets;
    const satellite = sgp4Satellite(set!);
    const outcome = satellite.ok
      ? untilEnd(() => sgp4Trajectory(satellite.value, set!.epoch_d + 30).position_m(0))
      : satellite;
    const [fault] = outcome.ok ? [] : outcome.faults;
    expect(fault?.code).toMatch(/^sgp4\//);
    expect(fault?.message).toContain('LOW ONE');
  });
});

describe('instants', () => {
  it('are read as they are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 2e9 }), (second) => {
        const text = instantText(second / 86_400);
        expect(Math.round((readInstant_d(text) ?? Number.NaN) * 86_400)).toBe(second);
      }),
    );
  });

  it('that do not exist are none', () => {
    for (const text of ['2024-02-30', '2024-13-01', '2024-01-01T25:00', 'today', '']) {
      expect(readInstant_d(text)).toBeUndefined();
    }
  });

  it('of 2026 are 69.184 s earlier in UTC than in TT, of 2000 64.184 s', () => {
    expect(ttMinusUtc_s(readInstant_d('2026-01-01')!)).toBeCloseTo(69.184, 9);
    expect(ttMinusUtc_s(readInstant_d('2000-01-01')!)).toBeCloseTo(64.184, 9);
  });
});
