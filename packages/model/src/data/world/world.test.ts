import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../fuse/alert.ts';
import type { Observation } from '../wire/observation.ts';
import { AlertHistory } from './alerts.ts';
import { type Detection, Incidents } from './associate.ts';
import { detectionOf } from './detect.ts';
import { canonical, type Fact, WorldHistory } from './history.ts';

const facts: Fact<{ magnitude: number }>[] = [
  { entity: 'quake', valid_s: 100, known_s: 160, value: { magnitude: 7.9 } },
  { entity: 'quake', valid_s: 100, known_s: 400, value: { magnitude: 7.6 } },
  { entity: 'burst', valid_s: 130, known_s: 140, value: { magnitude: 0 } },
  { entity: 'burst', valid_s: 200, known_s: 500, value: null },
];
const told = (some: readonly Fact<{ magnitude: number }>[]) => {
  const history = new WorldHistory<{ magnitude: number }>();
  for (const fact of some) history.say(fact);
  return history;
};

describe('the world in two times', () => {
  const history = told(facts);

  it('tells what was known then, and what is known now of then', () => {
    expect([...history.at(150, 150)]).toEqual([['burst', { magnitude: 0 }]]);
    expect(history.at(150, 200).get('quake')).toEqual({ magnitude: 7.9 });
    expect(history.at(150, 1000).get('quake')).toEqual({ magnitude: 7.6 });
    expect(history.at(90, 1000).size).toBe(0);
    expect(history.at(300, 450).has('burst')).toBe(true);
    expect(history.at(300, 500).has('burst')).toBe(false);
    expect(history.of('quake').map(({ known_s }) => known_s)).toEqual([160, 400]);
  });

  it('is the same whatever order facts come in, and however often', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(facts, { minLength: facts.length }),
        fc.subarray(facts),
        (order, again) => {
          const replayed = told([...order, ...again]);
          expect(replayed.hash()).toBe(history.hash());
          expect(canonical([...replayed.at(150, 1000)])).toBe(canonical([...history.at(150, 1000)]));
        },
      ),
    );
    expect(told(facts.slice(1)).hash()).not.toBe(history.hash());
  });
});

const rules = { gateDistance_m: 50e3, gateTime_s: 6 * 3600, prior: 0.01 };
const seen = (id: string, sense: string, latitude_deg: number, observed_s = 0): Detection => ({
  id,
  sense,
  kind: 'fire',
  observed_s,
  received_s: observed_s + 60,
  place: { latitude_deg, longitude_deg: -119, radius_m: 1000 },
  group: sense,
  logRatio: 4,
  reliability: 0.9,
});

describe('incidents of several senses', () => {
  it('grow surer with each independent sense, and keep what is under them', () => {
    const incidents = new Incidents(rules);
    const first = incidents.get(incidents.take(seen('a', 'posts', 34.4))!)!;
    const second = incidents.get(incidents.take(seen('b', 'hotspots', 34.45, 900))!)!;
    expect(second.event).toBe(first.event);
    expect(second.probability).toBeGreaterThan(first.probability);
    expect(second).toMatchObject({
      senses: ['hotspots', 'posts'],
      lineage: ['hotspots/b', 'posts/a'],
      until_s: 900,
    });
  });

  it('do not grow surer by a flood of one source, nor by the same detection again', () => {
    const incidents = new Incidents(rules);
    const once = incidents.get(incidents.take(seen('0', 'posts', 34.4))!)!.probability;
    for (let index = 1; index < 5000; index++) incidents.take(seen(String(index), 'posts', 34.4));
    expect(incidents.all).toHaveLength(1);
    expect(incidents.all[0]!.probability).toBe(once);
    expect(once).toBeLessThan(0.5);
    expect(incidents.take(seen('0', 'posts', 34.4))).toBeUndefined();
  });

  it('stay apart where they are far, late or of another kind', () => {
    const incidents = new Incidents(rules);
    incidents.take(seen('a', 'posts', 34.4));
    incidents.take(seen('far', 'posts', 36));
    incidents.take(seen('late', 'posts', 34.4, 7 * 3600));
    incidents.take({ ...seen('storm', 'posts', 34.4), kind: 'storm' });
    expect(incidents.all).toHaveLength(4);
  });

  it('take a detection without a place by time', () => {
    const incidents = new Incidents(rules);
    incidents.take({ ...seen('burst', 'posts', 0), place: undefined } as unknown as Detection);
    const event = incidents.take(seen('b', 'hotspots', 34.4, 300))!;
    expect(incidents.get(event)).toMatchObject({
      place: { latitude_deg: 34.4 },
      senses: ['hotspots', 'posts'],
    });
  });
});

describe('alerts in two times', () => {
  const burst: Alert = {
    event: 'e',
    at: '2012-09-05T14:45:01Z',
    decidedAt: '2012-09-05T14:46:14Z',
    latitude_deg: null,
    longitude_deg: null,
    radius_km: null,
    confidence: 0.8,
    senses: ['posts'],
    lineage: [],
  };
  const placed = {
    ...burst,
    at: '2012-09-05T14:42:08Z',
    decidedAt: '2012-09-05T14:47:08Z',
    latitude_deg: 10,
  };
  const told = (...alerts: Alert[]) => {
    const history = new AlertHistory(6 * 3600);
    for (const alert of alerts) history.say(alert);
    return (of: string, known: string) =>
      history.at(
        ...([of, known].map((time) => Date.parse(`2012-09-05T${time}Z`) / 1000) as [number, number]),
      );
  };

  it('tell what was known then, what is known now of then, and that an event is over', () => {
    const at = told(burst, placed);
    expect(at('14:43:00', '14:43:00')).toEqual([]);
    expect(at('14:43:00', '14:48:00')).toEqual([placed]);
    expect(at('14:46:30', '14:46:30')).toEqual([burst]);
    expect(at('14:46:30', '14:48:00')).toEqual([placed]);
    expect(at('21:00:00', '22:00:00')).toEqual([]);
  });

  it('take back a beginning that was too early', () => {
    const at = told(placed, { ...burst, decidedAt: '2012-09-05T14:50:00Z' });
    expect(at('14:43:00', '14:48:00')).toEqual([placed]);
    expect(at('14:43:00', '14:50:00')).toEqual([]);
    expect(at('14:46:00', '14:50:00')).toHaveLength(1);
  });
});

describe('observations as detections', () => {
  const trust = { detectionRatio: 1e4, quakeReliability: 0.99, hotspotReliability: 0.95 };
  const observation = (kind: Observation['kind'], values: Observation['values'] = {}): Observation => ({
    kind,
    id: 'x',
    source: 's',
    revision: 0,
    observed_s: 0,
    received_s: 0,
    values,
  });

  it('are as reliable as their source, and as they say of themselves', () => {
    expect(detectionOf(observation('quake'), trust)).toMatchObject({ kind: 'quake', reliability: 0.99 });
    expect(detectionOf(observation('hotspot', { confidence: 0.3 }), trust)!.reliability).toBe(0.3);
    expect(detectionOf(observation('post'), trust)).toBeUndefined();
  });
});
