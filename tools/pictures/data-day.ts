/**
 * Draws docs/pictures/data-day.svg: 7 November 2012 as the data room saw it, from recorded times of posts (CrisisLexT26,
 * counts alone are drawn) and the USGS catalogue (public domain). Needs KARDASHEV_DATA. Run: npx node tools/pictures/data-day.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assumptionsOf } from '@kardashev/model/data/assumptions.ts';
import { readPostTimes } from '@kardashev/model/data/fuse/post-times.ts';
import { readQuakeTable } from '@kardashev/model/data/fuse/quake-table.ts';
import { QuakeWatch } from '@kardashev/model/data/fuse/quake-watch.ts';
import { replay } from '@kardashev/model/data/fuse/replay.ts';
import { fusionSchema } from '@kardashev/model/data/fuse/schema.ts';
import { unixText, unixTime_s } from '@kardashev/model/data/wire/globe.ts';
import { isSetAside } from '@kardashev/model/data/wire/observation.ts';
import { expectValue, houseCatalogue } from '@kardashev/model/testing/house.ts';
import { loadTowns } from '../../packages/cli/src/feed/towns.ts';
import { landPath } from './world-map.ts';

const folder = process.env.KARDASHEV_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
const from_s = unixTime_s('2012-11-07T00:00:00Z')!;
const to_s = from_s + 86_400;
const publishDelay_s = 300;

const posts_s = readPostTimes(read('posts/t26-2012_Guatemala_earthquake-times.csv'))!.times_s;
const table = readQuakeTable(
  read('quakes/usgs-m55-2008-2016.csv'),
  { source: 'usgs' },
  (at) => at + publishDelay_s,
);
const quakes = ('readings' in table ? table.readings : []).flatMap((one) =>
  isSetAside(one) || one.observed_s < from_s - 86_400 || one.observed_s > to_s ? [] : [one],
);
const fusion = expectValue(assumptionsOf('fusion', fusionSchema, houseCatalogue()));
const watch = new QuakeWatch(fusion, loadTowns(), publishDelay_s);
const alerts = replay(
  watch,
  posts_s.filter((at) => at < to_s),
  quakes,
);

const width = 1080;
const map = { left: 20, top: 58, width: 1040, height: 460 };
const north = 75;
const south = -60;
const x = (longitude_deg: number) => map.left + ((longitude_deg + 180) / 360) * map.width;
const y = (latitude_deg: number) => map.top + ((north - latitude_deg) / (north - south)) * map.height;
const text = (at: number, down: number, words: string, extra = '') =>
  `<text x="${at.toFixed(1)}" y="${down.toFixed(1)}" ${extra}>${words}</text>`;

const ofDay = quakes.filter(({ observed_s }) => observed_s >= from_s);
const dots = ofDay.map(({ place, values }) => {
  const radius = 2 + 2.2 * ((values.magnitude ?? 5) - 5);
  return `<circle cx="${x(place!.longitude_deg).toFixed(1)}" cy="${y(place!.latitude_deg).toFixed(1)}" r="${radius.toFixed(1)}" class="quake"/>`;
});
const placed = alerts.filter(({ latitude_deg }) => latitude_deg !== null).at(-1)!;
const [px, py] = [x(placed.longitude_deg!), y(placed.latitude_deg!)];
const reach = (placed.radius_km! / 111.2 / (north - south)) * map.height;

const chart = { left: 70, top: 570, width: 960, height: 110 };
const begin_s = unixTime_s('2012-11-07T16:30:00Z')!;
const minutes = 20;
const counts = Array.from({ length: minutes * 6 }, (_, bin) => {
  const at = begin_s + bin * 10;
  return posts_s.filter((time) => time >= at && time < at + 10).length;
});
const top = Math.max(...counts);
const when = (time_s: number) => chart.left + ((time_s - begin_s) / (minutes * 60)) * chart.width;
const bars = counts.map((count, bin) => {
  const high = (count / top) * chart.height;
  return `<rect x="${when(begin_s + bin * 10).toFixed(1)}" y="${(chart.top + chart.height - high).toFixed(1)}" width="6.6" height="${high.toFixed(1)}" class="bar"/>`;
});
const ticks = Array.from({ length: minutes / 5 + 1 }, (_, tick) => {
  const at = begin_s + tick * 300;
  return text(
    when(at),
    chart.top + chart.height + 18,
    unixText(at).slice(11, 16),
    'class="tick" text-anchor="middle"',
  );
});
const marks = [
  { at_s: unixTime_s(placed.at)!, words: 'quake', rise: 40 },
  ...alerts.map((alert) => ({
    at_s: unixTime_s(alert.decidedAt)!,
    words:
      alert.latitude_deg === null
        ? `told, no place, ${(100 * alert.confidence).toFixed(0)} % sure`
        : `place told, ${(100 * alert.confidence).toFixed(2)} % sure`,
    rise: alert.latitude_deg === null ? 24 : 8,
  })),
];
const lines = marks.map(({ at_s, words, rise }) => {
  const at = when(at_s);
  return `<line x1="${at.toFixed(1)}" x2="${at.toFixed(1)}" y1="${chart.top - rise + 4}" y2="${chart.top + chart.height}" class="mark"/>${text(at + 5, chart.top - rise + 12, `${unixText(at_s).slice(11, 19)} ${words}`, 'class="note"')}`;
});

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 750" width="${width}" height="750" role="img" aria-label="7 November 2012: quakes of the day, and the alert that posts and catalogue gave together">
<style>
text{font-family:system-ui,Helvetica,Arial,sans-serif;fill:#22262e}
.title{font-size:19px;font-weight:600}.head{font-size:13px;fill:#555d6b}.note,.tick{font-size:12px;fill:#4b5463}
.land{fill:#e4e8ed}.quake{fill:#c5362f;fill-opacity:.65}
.reach{fill:#c5362f;fill-opacity:.12;stroke:#c5362f}.bar{fill:#2b62b5}.mark{stroke:#c5362f;stroke-dasharray:3 3}.lead{stroke:#4b5463}
</style>
<rect width="100%" height="100%" fill="#fff"/>
${text(20, 32, '7 November 2012: one alert out of a day, first from posts, then with its place', 'class="title"')}
<svg x="${map.left}" y="${map.top}" width="${map.width}" height="${map.height}" viewBox="${map.left} ${map.top} ${map.width} ${map.height}"><path class="land" d="${landPath((latitude, longitude) => [x(longitude), y(latitude)])}"/></svg>
${dots.join('')}
<circle cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="${reach.toFixed(1)}" class="reach"/>
<line x1="${(px - 8).toFixed(1)}" y1="${(py + 6).toFixed(1)}" x2="${(px - 66).toFixed(1)}" y2="${(py + 42).toFixed(1)}" class="lead"/>
${text(px - 70, py + 46, `${placed.latitude_deg?.toFixed(2)}, ${placed.longitude_deg?.toFixed(2)}`, 'class="note" text-anchor="end"')}
${text(px - 70, py + 62, `felt strongly within ${placed.radius_km?.toFixed(0)} km`, 'class="note" text-anchor="end"')}
${text(map.left + 8, map.top + map.height - 10, `Red: the ${ofDay.length} quakes of magnitude 5.5 and above of the day (USGS).`, 'class="head"')}
${bars.join('')}${ticks.join('')}${lines.join('')}
${text(chart.left - 10, chart.top + 10, `${top}`, 'class="tick" text-anchor="end"')}
${text(20, 732, 'Posts in ten seconds (CrisisLexT26, about one post in a hundred), UTC. The catalogue publishes five minutes after the origin.', 'class="head"')}
</svg>
`;
writeFileSync(fileURLToPath(new URL('../../docs/pictures/data-day.svg', import.meta.url)), svg);
