import type { Claim } from '@kardashev/contracts/verdict.ts';
import { claims } from '@kardashev/model/study/claims/judge.ts';
import { roomOfClaim } from '@kardashev/model/study/claims/recorded.ts';
import { describe, expect, it } from 'vitest';
import { language } from '../language/language.ts';
import { factOf, knownClaims } from './facts.ts';
import { bulletOf } from './scale.ts';
import { claimText, claimTitle } from './texts.ts';

const claim = (id: string, claimed: Claim['claimed'], computed: Claim['computed'], unit = '1'): Claim => ({
  id,
  said: 'said',
  quantity: 'quantity',
  claimed,
  computed,
  unit,
  verdict: 'fails',
  margin: null,
  instead: '',
});
const span = [0, 239] as const;

describe('what the page knows of claims', () => {
  it('is what the model judges: all of them, their room and the side on which they hold', () => {
    expect([...knownClaims].sort()).toEqual(claims.map(({ id }) => id).sort());
    for (const one of claims) {
      expect(factOf(one.id).holds, one.id).toBe(one.holds);
      expect(factOf(one.id).room, one.id).toBe(roomOfClaim(one));
    }
  });

  it('is told in both languages', () => {
    for (const { id, said, quantity } of claims) {
      language.value = 'en';
      expect(claimText({ id, said, quantity })).toEqual({ said, quantity });
      const title = claimTitle(id);
      language.value = 'de';
      expect(claimText({ id, said, quantity }).said).not.toBe(said);
      expect(claimTitle(id)).not.toBe(id);
      expect(title).not.toBe(id);
      language.value = 'en';
    }
  });
});

describe('a claim on its scale', () => {
  it('is straight where both figures are of one size', () => {
    const bullet = bulletOf(claim('launch-hourly', 8760, 4380), span);
    expect(bullet?.scale).toBe('linear');
    expect(bullet?.good).toBe('above');
    expect((bullet?.computed ?? 0) / (bullet?.claimed ?? 1)).toBeCloseTo(0.5, 9);
  });

  it('goes by decades where one would be nothing beside the other', () => {
    const bullet = bulletOf(claim('every-pixel', 60, 46_424, 's'), span);
    expect(bullet).toMatchObject({ scale: 'logarithmic', good: 'below', from: 10, to: 100_000 });
    expect(bullet?.computed).toBeGreaterThan(bullet?.claimed ?? 1);
  });

  it('runs over the months of the plan, past which what never comes lies', () => {
    const never = bulletOf(claim('cheapest-2y', '2028-02', 'never', 'month'), span);
    expect(never).toMatchObject({ scale: 'months', never: true, good: 'below', computed: undefined });
    expect(never?.claimed).toBeCloseTo(25 / 239, 9);
    const comes = bulletOf(claim('cheapest-2y', '2028-02', '2036-01', 'month'), span);
    expect(comes?.computed).toBeCloseTo(120 / 239, 9);
  });

  it('has room for none, for less than nothing, and for the futures of a study', () => {
    expect(bulletOf(claim('no-upper-limit', 0.95, null), span)?.computed).toBeUndefined();
    const worse = bulletOf(claim('joined-faster', 0, -2, 'yr'), span);
    expect(worse?.computed).toBeLessThan(worse?.claimed ?? 0);
    const band = bulletOf(claim('million-satellites', 1e6, 1.2e6), span, [9e5, 1.4e6])?.band;
    expect(band?.[1]).toBeGreaterThan(band?.[0] ?? 1);
  });
});
