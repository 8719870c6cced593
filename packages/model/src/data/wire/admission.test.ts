import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Admission, admissionLimits } from './admission.ts';
import { isObservation, isSetAside, type Observation } from './observation.ts';
import { FeedWatch } from './watch.ts';

const quake = (id: string, more: Partial<Observation> = {}): Observation => ({
  kind: 'quake',
  id,
  source: 'test',
  revision: 0,
  observed_s: 1e9,
  received_s: 1e9,
  values: {},
  ...more,
});

describe('what comes in', () => {
  it('comes in once, in whatever order and however often it is sent', () => {
    const sent = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 3 })));
    fc.assert(
      fc.property(sent, (messages) => {
        const gate = new Admission();
        const through = messages
          .map(([id, revision]) => gate.admit(quake(String(id), { revision })))
          .filter(isObservation);
        const keys = through.map(({ id, revision }) => `${id}#${revision}`);
        expect(new Set(keys).size).toBe(keys.length);
        // The newest revision of everything gets through, late or not.
        for (const [id] of messages) {
          const newest = Math.max(...messages.filter(([other]) => other === id).map(([, r]) => r));
          expect(keys).toContain(`${id}#${newest}`);
        }
      }),
    );
  });

  it('is no later than its arrival where a clock runs a little ahead', () => {
    const gate = new Admission();
    expect(gate.admit(quake('a', { observed_s: 1e9 + 60 }))).toMatchObject({ observed_s: 1e9 });
    expect(gate.admit(quake('b', { observed_s: 1e9 + 3600 }))).toEqual({ setAside: 'future' });
    expect(gate.admit(quake('c', { observed_s: 1e9 - 1e8 }))).toEqual({ setAside: 'too-old' });
    expect(gate.counts).toEqual({ admitted: 1, setAside: { future: 1, 'too-old': 1 } });
  });

  it('is kept from one flooding source, and not from the others', () => {
    const gate = new Admission({ ...admissionLimits, flood_perS: 10, floodBurst: 20 });
    for (let index = 0; index < 1000; index++) gate.admit(quake(String(index)));
    expect(gate.counts).toEqual({ admitted: 20, setAside: { flood: 980 } });
    expect(isSetAside(gate.admit(quake('0', { source: 'other' })))).toBe(false);
    expect(isSetAside(gate.admit(quake('later', { received_s: 1e9 + 1 })))).toBe(false);
  });

  it('is known for at least as long as ids are remembered', () => {
    const gate = new Admission({ ...admissionLimits, remembered_s: 100 });
    gate.admit(quake('a'));
    expect(gate.admit(quake('a', { received_s: 1e9 + 150 }))).toEqual({ setAside: 'duplicate' });
  });
});

describe('freshness', () => {
  it('tells a silent feed from one that repeats old news', () => {
    const watch = new FeedWatch({ feed_s: 60, content_s: 600 });
    expect(watch.at(0)).toMatchObject({ feedStale: true, contentStale: true });
    watch.told(1000, 1010);
    watch.heard(2000);
    expect(watch.at(2000)).toMatchObject({ feedAge_s: 0, feedStale: false, contentStale: true });
    expect(watch.at(2100)).toMatchObject({ feedStale: true });
  });

  it('is not fooled by a clock that runs ahead', () => {
    const watch = new FeedWatch({ feed_s: 60, content_s: 600 });
    watch.told(5000, 1000);
    expect(watch.at(2000)).toMatchObject({ contentAge_s: 1000, clockAhead_s: 4000 });
  });
});
