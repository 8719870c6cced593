import { describe, expect, it } from 'vitest';
import { adopt } from './changes.ts';
import { changesIn, linkTo, partsOf } from './share.ts';

const hash = async (map: Map<string, string>) =>
  `#run=a&${new URLSearchParams((await partsOf(map)) as [string, string][])}`;

describe('changes in an address', () => {
  it('are read as they were written', async () => {
    const few = new Map([
      ['satellites.ai1.arrayArea', '700 m2'],
      ['transport.permits', '{2026-01: 25 /year, 2030-01: 100 /year}'],
      ['energy.loss', '5 %'],
      ['x.y', '{value: 1 %, source: "a = b & c", asOf: 2026}'],
    ]);
    expect(await hash(few)).toContain('set=satellites.ai1.arrayArea%3D700+m2');
    expect(await changesIn(await hash(few))).toEqual(few);
  });

  it('are packed where they get long', async () => {
    const many = new Map(Array.from({ length: 300 }, (_, index) => [`room.value${index}`, `${index} kW`]));
    const written = await hash(many);
    expect(written.length).toBeLessThan(3000);
    expect(written).toContain('setz=');
    expect(await changesIn(written)).toEqual(many);
  });

  it('leave out what cannot be read', async () => {
    expect(await changesIn('#set=nothing&set=a.b=1&setz=%%%&setz=AAAA')).toEqual(new Map([['a.b', '1']]));
  });

  it('stand in a link in place of those before', async () => {
    adopt(new Map([['a.b', '2']]));
    expect(await linkTo('http://x/#run=r&set=a.b%3D1')).toBe('http://x/#run=r&set=a.b%3D2');
    adopt(new Map());
  });
});
