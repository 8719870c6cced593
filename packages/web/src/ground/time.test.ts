import type { AlertRow } from '@kardashev/contracts/ground.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { advance, toggleReplay } from './clock.ts';
import { groundEvents } from './state.ts';
import { alertOf } from './stream.ts';
import { kindOf, saidOf, spanOf } from './times.ts';
import {
  alerts,
  chosen,
  goToKnown,
  ground,
  hear,
  known_s,
  live,
  of_s,
  playing,
  showLatest,
  told,
  world,
} from './world.ts';

const at_s = Date.UTC(2018, 0, 31, 3, 13, 54) / 1000;
const alert = (more: Partial<AlertRow>): AlertRow => ({
  event: 'e1',
  at: '2018-01-31T03:13:54Z',
  decidedAt: '2018-01-31T03:15:43Z',
  latitude_deg: null,
  longitude_deg: null,
  radius_km: null,
  confidence: 0.889,
  senses: ['posts'],
  lineage: ['posts/a'],
  ...more,
});
const burst = alert({});
const placed = alert({
  at: '2018-01-31T03:13:14Z',
  decidedAt: '2018-01-31T03:18:14Z',
  latitude_deg: -6.98,
  longitude_deg: 155.86,
  radius_km: 128,
  confidence: 0.96,
  senses: ['posts', 'quakes'],
});

beforeEach(() => {
  alerts.value = [burst, placed];
  ground.value = {
    state: 'ready',
    value: { coverage: undefined, incidents: [], tracks: [], lasts_s: 6 * 3600, live: false },
  };
  of_s.value = null;
  live.value = false;
  playing.value = false;
  chosen.value = null;
});

describe('the ground in two times', () => {
  it('knows nothing before the first post, then a burst, then the place', () => {
    known_s.value = at_s + 60;
    expect(world.value).toEqual([]);
    known_s.value = at_s + 120;
    expect(world.value).toEqual([burst]);
    expect(groundEvents.value).toEqual([]);
    known_s.value = at_s + 300;
    expect(world.value).toEqual([placed]);
    expect(groundEvents.value[0]).toMatchObject({ longitude_deg: 155.86, radius_km: 128 });
  });

  it('tells now what was so when nobody knew', () => {
    known_s.value = at_s + 7200;
    of_s.value = at_s - 30;
    expect(world.value).toEqual([placed]);
    of_s.value = at_s - 50;
    expect(world.value).toEqual([]);
  });

  it('forgets an event after it is over', () => {
    known_s.value = at_s + 7 * 3600;
    expect(world.value).toEqual([]);
    expect(told.value).toEqual([placed]);
  });

  it('plays to the end and begins anew from there', () => {
    goToKnown(at_s);
    advance(120);
    expect(known_s.value).toBe(at_s + 120);
    advance(1e9);
    expect(known_s.value).toBe(spanOf(alerts.value)?.until_s);
    toggleReplay();
    expect(known_s.value).toBe(spanOf(alerts.value)?.from_s);
    expect(playing.value).toBe(true);
  });

  it('takes what is told live once, and goes there', () => {
    showLatest();
    live.value = true;
    const next = alert({ event: 'e2', decidedAt: '2018-01-31T05:00:00Z' });
    hear(next);
    hear(next);
    expect(alerts.value).toHaveLength(3);
    expect(told.value[0]).toEqual(next);
    expect(known_s.value).toBe(Date.UTC(2018, 0, 31, 5) / 1000);
  });
});

describe('an alert', () => {
  it('is the same from the stream as from the list', () => {
    const { event, latitude_deg, longitude_deg, ...properties } = placed;
    const feature = {
      id: event,
      geometry: { coordinates: [longitude_deg ?? 0, latitude_deg ?? 0] as const },
      properties,
    };
    expect(alertOf(feature)).toEqual(placed);
  });

  it('has a kind by its senses, and a history', () => {
    expect(kindOf(burst)).toBe('burst');
    expect(kindOf(placed)).toBe('quake');
    expect(kindOf({ senses: ['hotspot'] })).toBe('fire');
    expect(saidOf(alerts.value, 'e1')).toHaveLength(2);
  });
});
