import { describe, expect, it } from 'vitest';
import { altitude_m } from './pattern.ts';
import { readShells } from './shell-file.ts';

const whole = {
  planes: '34',
  perPlane: '34',
  inclination_deg: '51.9',
  meanMotion_revPerDay: '14.80',
  maxSlantRange_m: '1260000',
};

/** The file with some keys changed or, where undefined, left out. */
const text = (change: Record<string, string | undefined> = {}): string =>
  Object.entries({ ...whole, ...change })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');

const faultsOf = (source: string) => {
  const read = readShells('shell.yaml', source, 0);
  return read.ok ? [] : read.faults;
};
const codesOf = (source: string) => faultsOf(source).map(({ code }) => code);

describe('a shell file', () => {
  it('is read as Kuiper flies, 630 km high', () => {
    const read = readShells('shell.yaml', text(), 0);
    expect(read.ok && altitude_m(read.value[0]!.pattern)).toBeCloseTo(629_775, 0);
  });

  it('may be JSON, have Windows line ends, or hold several shells', () => {
    expect(
      codesOf(
        JSON.stringify({
          planes: 3,
          perPlane: 40,
          inclination_deg: 53,
          altitude_m: 550e3,
          minElevation_deg: 25,
        }),
      ),
    ).toEqual([]);
    expect(codesOf(text().replaceAll('\n', '\r\n'))).toEqual([]);
    const shells = readShells(
      's.yaml',
      'minElevation_deg: 25\nperPlane: 20\nshells:\n  - {planes: 20, inclination_deg: 53, altitude_m: 550000}\n  - {planes: 6, inclination_deg: 97, altitude_m: 560000, minElevation_deg: 10}\n',
      0,
    );
    expect(shells.ok && shells.value.map(({ sight }) => sight.minElevation_rad?.toFixed(3))).toEqual([
      '0.436',
      '0.175',
    ]);
  });

  it('says when altitude and mean motion do not fit: 550 km that flies at 509', () => {
    const [fault] = faultsOf(
      text({ meanMotion_revPerDay: '15.19', inclination_deg: '53', altitude_m: '550000' }),
    );
    expect(fault?.code).toBe('shell/altitude-mismatch');
    expect(fault?.message).toContain('509 km');
    expect(fault?.fix).toContain('15.05');
    expect(codesOf(text({ altitude_m: '630000' }))).toEqual([]);
  });

  it.each([
    ['shell/missing', { planes: undefined }],
    ['shell/missing', { meanMotion_revPerDay: undefined }],
    ['shell/missing', { maxSlantRange_m: undefined }],
    ['shell/missing', { clusterReach_steps: '5' }],
    ['shell/unknown-key', { raanspread_deg: '360' }],
    ['shell/value', { planes: '3.5' }],
    ['shell/value', { perPlane: '' }],
    ['shell/value', { inclination_deg: '190' }],
    ['shell/value', { earthModel: 'grs80' }],
    ['shell/value', { epoch: 'yesterday' }],
    ['shell/underground', { meanMotion_revPerDay: undefined, altitude_m: '630' }],
    ['shell/underground', { meanMotion_revPerDay: '17.5' }],
    ['shell/never-in-view', { maxSlantRange_m: '1260' }],
  ] as const)('tells of %s for %j', (code, change) => {
    expect(codesOf(text(change))).toContain(code);
  });

  it.each(['', '[]', 'shells: []', 'shells: [1]', '12'])('tells of no shell in "%s"', (source) => {
    expect(codesOf(source)).toEqual(['shell/shape']);
  });

  it('names line and column', () => {
    expect(faultsOf(text({ perPlane: 'many' }))[0]?.at).toMatchObject({
      file: 'shell.yaml',
      line: 2,
      column: 11,
    });
  });
});
