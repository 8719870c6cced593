import { KeyedRandom } from '../../packages/model/src/random/philox.ts';

/** Payloads in the wire formats, drawn by seed: nobody's, and as many as a benchmark needs. */
const random = new KeyedRandom(7, 'payloads');

/** When they arrive, Unix seconds. */
export const now_s = 1_800_000_000;

const between = (index: number, draw: number, least: number, most: number): number =>
  least + (most - least) * random.uniform(index, draw);
const place = (index: number) => [between(index, 0, -70, 70), between(index, 1, -179, 179)] as const;
const time = (index: number): string => new Date((now_s - between(index, 2, 0, 86_400)) * 1000).toISOString();

const many = (count: number, make: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Positions of aircraft, a line each. */
export const sbsLines = (count: number): string[] =>
  many(count, (index) => {
    const [latitude, longitude] = place(index);
    const [date, clock] = time(index).split('T') as [string, string];
    const at = `${date.replaceAll('-', '/')},${clock.slice(0, -1)}`;
    const address = (0xa00000 + (index % 5000)).toString(16).toUpperCase();
    return `MSG,3,1,1,${address},1,${at},${at},,${index % 40_000},450,${index % 360},${latitude.toFixed(5)},${longitude.toFixed(5)},64,,0,0,0,0`;
  });

/** Hotspots, in tables of ten thousand. */
export function firmsTables(count: number): string[] {
  const rows = 10_000;
  const header =
    'latitude,longitude,bright_ti4,scan,track,acq_date,acq_time,satellite,confidence,frp,daynight';
  return many(Math.ceil(count / rows), (table) => {
    const lines = many(Math.min(rows, count - table * rows), (row) => {
      const index = table * rows + row;
      const [latitude, longitude] = place(index);
      const at = time(index);
      return `${latitude.toFixed(5)},${longitude.toFixed(5)},330.1,0.4,0.4,${at.slice(0, 10)},${at.slice(11, 16).replace(':', '')},N,n,3.2,N`;
    });
    return [header, ...lines].join('\n');
  });
}

/** Quakes, in documents of two thousand. */
export function usgsDocuments(count: number): string[] {
  const each = 2000;
  return many(Math.ceil(count / each), (document) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: Array.from({ length: Math.min(each, count - document * each) }, (_, row) => {
        const index = document * each + row;
        const [latitude, longitude] = place(index);
        return {
          type: 'Feature',
          properties: {
            mag: 2.3,
            place: '4km W of there',
            time: Date.parse(time(index)),
            updated: 1,
            status: 'automatic',
            type: 'earthquake',
            dmin: 0.1,
          },
          geometry: { type: 'Point', coordinates: [longitude, latitude, 10] },
          id: `xx${index}`,
        };
      }),
    }),
  );
}

/** Posts, a message each. */
export const jetstreamLines = (count: number): string[] =>
  many(count, (index) =>
    JSON.stringify({
      did: `did:plc:${String(index % 90_000).padStart(24, 'a')}`,
      time_us: now_s * 1e6 - index,
      kind: 'commit',
      commit: {
        rev: '3l3qo2vutsw2b',
        operation: 'create',
        collection: 'app.bsky.feed.post',
        rkey: `r${index}`,
        record: {
          $type: 'app.bsky.feed.post',
          createdAt: time(index),
          langs: ['en'],
          text: `Something happened here, number ${index}`,
        },
      },
    }),
  );
