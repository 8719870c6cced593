import { describe, expect, it } from 'vitest';
import type { Alert } from '../fuse/alert.ts';
import { alertEventOf } from './alert-event.ts';
import { capOf } from './cap.ts';
import { featureOf } from './feature.ts';
import { boxOf, itemsOf } from './items.ts';
import { RuleWatch } from './rules.ts';

const first: Alert = {
  event: 'event-20120905T144501Z',
  at: '2012-09-05T14:45:01Z',
  decidedAt: '2012-09-05T14:46:14Z',
  latitude_deg: null,
  longitude_deg: null,
  radius_km: null,
  confidence: 0.83,
  senses: ['posts'],
  lineage: ['posts/a&b'],
};
const second: Alert = {
  ...first,
  at: '2012-09-05T14:42:08Z',
  decidedAt: '2012-09-05T14:47:08Z',
  latitude_deg: 10.085,
  longitude_deg: -85.315,
  radius_km: 316,
  confidence: 0.999,
  senses: ['posts', 'quakes'],
};
const sender = { sender: 'watch@example.org', senderName: 'Watch', status: 'Test' } as const;

describe('alert rules', () => {
  const rule = { id: 'r', raiseAt: 0.8, clearAt: 0.5, unplaced: true };
  const at = (confidence: number): Alert => ({ ...first, confidence });

  it('raise and clear at different probabilities, so that nothing flickers', () => {
    const watch = new RuleWatch(rule);
    expect([0.7, 0.82, 0.7, 0.82, 0.49, 0.7].map((confidence) => watch.take(at(confidence)))).toEqual([
      undefined,
      'raise',
      'update',
      'update',
      'clear',
      undefined,
    ]);
  });

  it('concern a circle, and certain senses', () => {
    const near = { latitude_deg: 9.9, longitude_deg: -84.1, radius_m: 300e3 };
    expect(new RuleWatch({ ...rule, within: near }).take(second)).toBe('raise');
    expect(new RuleWatch({ ...rule, within: { ...near, latitude_deg: 50 } }).take(second)).toBeUndefined();
    expect(new RuleWatch({ ...rule, unplaced: false }).take(first)).toBeUndefined();
    expect(new RuleWatch({ ...rule, senses: ['quakes'] }).take(first)).toBeUndefined();
  });
});

describe('CAP 1.2', () => {
  it('has what the standard requires, escaped, with a circle where there is a place', () => {
    const text = capOf(second, sender, [first]);
    for (const name of ['identifier', 'sender', 'sent', 'status', 'msgType', 'scope']) {
      expect(text).toMatch(new RegExp(`<${name}>[^<]+</${name}>`));
    }
    expect(text).toContain('<circle>10.085,-85.315 316</circle>');
    expect(text).toContain('<msgType>Update</msgType>');
    expect(text).toMatch(/<references>watch@example.org,[^,\s]+,2012-09-05T14:46:14-00:00<\/references>/);
    expect(text).not.toMatch(/&(?!amp;|lt;|gt;)/);
    expect(capOf(first, sender)).not.toContain('<area>');
  });
});

describe('features', () => {
  const features = [featureOf(first), { ...featureOf(second), id: 'b' }];

  it('have a null geometry without a place, and a point with one', () => {
    expect(features.map(({ geometry }) => geometry)).toEqual([
      null,
      { type: 'Point', coordinates: [-85.315, 10.085] },
    ]);
    expect(alertEventOf(second, '/kardashev')).toMatchObject({
      specversion: '1.0',
      data: { type: 'Feature' },
    });
  });

  it('are found by box and time, page by page', () => {
    const page = { limit: 10, offset: 0 };
    const ids = (query: object) => itemsOf(features, { ...page, ...query })?.features.map(({ id }) => id);
    expect(ids({})).toHaveLength(2);
    expect(ids({ bbox: [-90, 0, -80, 20] })).toEqual(['b']);
    expect(ids({ bbox: [170, 0, -80, 20] })).toEqual(['b']);
    expect(ids({ datetime: '2012-09-05T14:44:00Z/..' })).toEqual([first.event]);
    expect(ids({ datetime: '2012-09-05T14:42:08Z' })).toEqual(['b']);
    expect(itemsOf(features, { ...page, datetime: 'soon' })).toBeUndefined();
    expect(itemsOf(features, { limit: 1, offset: 1 })).toMatchObject({ matched: 2, features: [{ id: 'b' }] });
    expect(boxOf('1,2,3')).toBeUndefined();
    expect(boxOf('-10,-5,0,10,5,9')).toEqual([-10, -5, 10, 5]);
  });
});
