import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloudEventOf, readCloudEvent } from './cloud-event.ts';
import { readFirms } from './firms.ts';
import { jetstreamCursor, readJetstream } from './jetstream.ts';
import { isObservation, type WireFormat } from './observation.ts';
import { readSbs } from './sbs.ts';
import { readStac } from './stac.ts';
import { readUsgs } from './usgs.ts';
import { readXStream } from './x-stream.ts';

const arrival = { received_s: 1_725_911_163, source: 'test' };

/** As the service's own documentation shows a post. */
const jetstream = {
  did: 'did:plc:eygmaihciaxprqvxpfvl6flk',
  time_us: 1725911162329308,
  kind: 'commit',
  commit: {
    rev: '3l3qo2vutsw2b',
    operation: 'create',
    collection: 'app.bsky.feed.post',
    rkey: '3l3qo2vuowo2b',
    record: {
      $type: 'app.bsky.feed.post',
      createdAt: '2024-09-09T19:46:02.102Z',
      langs: ['ar'],
      text: 'زلزال الآن في الدار البيضاء 😱',
    },
    cid: 'bafyreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi',
  },
};

const x = {
  data: {
    id: '1067094924124872705',
    text: 'Just felt it 🏚️',
    created_at: '2018-11-26T16:37:10.000Z',
    lang: 'en',
    geo: { place_id: '01a9a39529b27f36' },
  },
  includes: {
    places: [{ id: '01a9a39529b27f36', geo: { type: 'Feature', bbox: [-74.1, 40.6, -73.9, 40.8] } }],
  },
};

const usgs = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 'us1000chhc',
      properties: { mag: 6.4, time: 1517932242390, updated: 1517966773840, type: 'earthquake', dmin: 0.2 },
      geometry: { type: 'Point', coordinates: [121.66, 24.17, 11] },
    },
    { type: 'Feature', id: 'a', properties: { mag: 1, time: 1, type: 'quarry blast' }, geometry: null },
    { type: 'Feature', id: 'b', properties: { mag: 1, time: 1 }, geometry: { coordinates: [0, 95, 1] } },
  ],
};

const firms = `latitude,longitude,bright_ti4,scan,track,acq_date,acq_time,satellite,instrument,confidence,version,bright_ti5,frp,daynight
34.4,-119.1,367,0.4,0.4,2017-12-05,906,N,VIIRS,h,1,300,12.5,N\r
34.4,-219.1,367,0.4,0.4,2017-12-05,0906,N,VIIRS,n,1,300,12.5,N
34.4,-119.1`;

const sbs =
  'MSG,3,1,1,4840D6,1,2024/09/09,19:46:01.500,2024/09/09,19:46:01.600,,38000,,,52.2572,3.9194,,,0,0,0,0';

const stac = {
  type: 'Feature',
  stac_version: '1.1.0',
  id: 'S2B_1',
  collection: 'sentinel-2-l2a',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [179, 0],
        [-179, 0],
        [-179, 1],
        [179, 1],
        [179, 0],
      ],
    ],
  },
  bbox: [179, 0, -179, 1],
  properties: { datetime: '2024-09-09T19:00:00Z', 'eo:cloud_cover': 40, gsd: 10 },
};

const formats: readonly [string, WireFormat, string][] = [
  ['Jetstream', readJetstream, JSON.stringify(jetstream)],
  ['X', readXStream, JSON.stringify(x)],
  ['USGS', readUsgs, JSON.stringify(usgs)],
  ['FIRMS', readFirms, firms],
  ['SBS-1', readSbs, sbs],
  ['STAC', readStac, JSON.stringify(stac)],
];

describe.each(formats)('%s', (_, read, payload) => {
  it('gives an observation', () => {
    expect(read(payload, arrival).filter(isObservation)).toHaveLength(1);
  });

  it('survives being cut anywhere, and whatever else comes', () => {
    for (let end = 1; end < payload.length; end++) read(payload.slice(0, end), arrival);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (text) => {
        for (const reading of read(text, arrival)) expect(reading).toBeTypeOf('object');
      }),
    );
  });

  it('comes back from a CloudEvent as it went', () => {
    const [observation] = read(payload, arrival).filter(isObservation);
    const { text: _text, language: _language, subject: _subject, ...kept } = observation!;
    const event = JSON.stringify(cloudEventOf(observation!));
    const [back] = readCloudEvent(event, arrival);
    expect(back).toEqual({ ...kept, observed_s: expect.closeTo(kept.observed_s, 5) });
  });
});

describe('a reading', () => {
  it('of a post names nobody, and keeps its text as it is', () => {
    const [post] = readJetstream(JSON.stringify(jetstream), arrival);
    expect(JSON.stringify(post)).not.toContain('did:plc');
    expect(post).toMatchObject({ language: 'ar', text: jetstream.commit.record.text });
    expect(jetstreamCursor(JSON.stringify(jetstream))).toBe(1725911162329308);
  });

  it('of a post written by a clock that is ahead takes the time of the relay', () => {
    const record = { ...jetstream.commit.record, createdAt: '2031-01-01T00:00:00Z' };
    const late = { ...jetstream, commit: { ...jetstream.commit, record } };
    expect(readJetstream(JSON.stringify(late), arrival)).toMatchObject([{ observed_s: 1725911162.329308 }]);
  });

  it('of a place takes its middle and its corners', () => {
    const [post] = readXStream(JSON.stringify(x), arrival);
    expect(post).toMatchObject({
      place: { latitude_deg: expect.closeTo(40.7), radius_m: expect.closeTo(13970, -2) },
    });
  });

  it('of quakes sets aside blasts and places off the globe', () => {
    expect(readUsgs(JSON.stringify(usgs), arrival)).toMatchObject([
      { kind: 'quake', values: { magnitude: 6.4, depth_m: 11_000 } },
      { setAside: 'not-an-observation', at: 'features[1]' },
      { setAside: 'off-globe', at: 'features[2]' },
    ]);
  });

  it('of hotspots takes times without leading zeros', () => {
    expect(readFirms(firms, arrival)).toMatchObject([
      { observed_s: Date.UTC(2017, 11, 5, 9, 6) / 1000, values: { power_W: 12.5e6, confidence: 0.9 } },
      { setAside: 'off-globe', at: 'line 3' },
      { setAside: 'wrong-shape', at: 'line 4' },
    ]);
  });

  it('of a scene across the antimeridian stays small', () => {
    const [scene] = readStac(JSON.stringify(stac), arrival);
    expect(scene).toMatchObject({ place: { longitude_deg: 180 }, values: { cloud: 0.4 } });
    expect((scene as { place: { radius_m: number } }).place.radius_m).toBeLessThan(130_000);
  });

  it('of aircraft is in SI', () => {
    expect(readSbs(sbs, arrival)).toMatchObject([{ values: { altitude_m: expect.closeTo(11_582.4) } }]);
  });

  it('tells a text that was cut from one that is wrong', () => {
    const text = JSON.stringify(usgs);
    expect(readUsgs(text.slice(0, -5), arrival)).toEqual([{ setAside: 'truncated-json' }]);
    expect(readUsgs(text.replace(':', ';'), arrival)).toEqual([{ setAside: 'wrong-json' }]);
    expect(readUsgs('[]', arrival)).toEqual([{ setAside: 'wrong-shape' }]);
  });
});
