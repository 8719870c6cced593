/**
 * Draws docs/pictures/network-latency.svg and network-bottlenecks.svg from the announced plan.
 * Run: npx node tools/pictures/network-maps.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Bottleneck,
  bottlenecksOf,
  type ShellDay,
  shellDays,
} from '@kardashev/model/study/network/bottlenecks.ts';
import { latencies, type RegionLatency } from '@kardashev/model/study/network/latency.ts';
import { networkMonth } from '@kardashev/model/study/network/month.ts';
import { expectValue, housePlan, houseTables } from '@kardashev/model/testing/house.ts';
import { heat, mapPage, mapWidth, onMap } from './world-map.ts';

const month = '2040-12';
/** The shell whose blocks are drawn. */
const shellName = 'low-30';
const plan = housePlan('million');
const found = expectValue(networkMonth(plan, month, 1, houseTables(plan)));
const days = shellDays(found);

const pictures = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
writeFileSync(`${pictures}network-latency.svg`, latencyMap(latencies(found, days)));
writeFileSync(`${pictures}network-bottlenecks.svg`, bottleneckMap(days, bottlenecksOf(found, days)));

function latencyMap(regions: readonly RegionLatency[]): string {
  const slowest = Math.max(...regions.map(({ orbitMedian_ms }) => orbitMedian_ms ?? 0));
  const circles: string[] = [];
  const words: string[] = [];
  for (const region of regions) {
    const [x, y] = onMap(region.latitude_deg, region.longitude_deg);
    const orbit = region.orbitMedian_ms;
    const colour = orbit === null ? '#999' : heat(orbit / slowest);
    circles.push(
      `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="13" fill="${colour}" fill-opacity="0.85"/>`,
    );
    const text = orbit === null ? 'not served' : `${orbit.toFixed(0)} ms`;
    const fibre = region.ground_ms === null ? '' : `fibre ${region.ground_ms.toFixed(0)} ms`;
    // To the left where a neighbour or the edge of the map stands to the right.
    const crowded = regions.some((other) => isBeside(region, other));
    const left = crowded || x > mapWidth - 90;
    const line = y - (crowded ? 18 : 0);
    const at = `x="${(x + (left ? -17 : 17)).toFixed(1)}" text-anchor="${left ? 'end' : 'start'}" class="halo"`;
    words.push(
      `<text ${at} y="${line.toFixed(1)}" font-weight="600">${text}</text>`,
      `<text ${at} y="${(line + 12).toFixed(1)}" fill="#667">${fibre}</text>`,
    );
  }
  return mapPage(
    `Users to a model in orbit and back, ${month}`,
    [...circles, ...words],
    'Median over a day, without the model’s own time; beside it fibre to the nearest data centre of the plan. Land: Natural Earth.',
  );
}

/** Whether another region stands where the words to the right of one would. */
function isBeside(one: RegionLatency, other: RegionLatency): boolean {
  const [x, y] = onMap(one.latitude_deg, one.longitude_deg);
  const [otherX, otherY] = onMap(other.latitude_deg, other.longitude_deg);
  return otherX > x && otherX < x + 70 && Math.abs(otherY - y) < 25;
}

function bottleneckMap(all: readonly ShellDay[], bottlenecks: readonly Bottleneck[]): string {
  const day = all.find(({ shell }) => shell.host.name === shellName)!;
  const noon = day.hours.find(({ hour }) => hour === 12)!.carried;
  const fullest = Math.max(...noon.fullness);
  const blocks = noon.blocks.map(([px, py, pz], index) => {
    const [x, y] = onMap((Math.asin(pz) * 180) / Math.PI, (Math.atan2(py, px) * 180) / Math.PI);
    const share = noon.fullness[index]! / fullest;
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${(2 + 5 * share).toFixed(1)}" fill="${heat(share)}" fill-opacity="0.7"/>`;
  });
  const stations = bottlenecks
    .filter(({ kind }) => kind === 'station')
    .map(({ name, fullness, latitude_deg, longitude_deg }) => {
      const [x, y] = onMap(latitude_deg!, longitude_deg!);
      return `<rect x="${(x - 5).toFixed(1)}" y="${(y - 5).toFixed(1)}" width="10" height="10" fill="#1b3a6b"/>
<text x="${(x + 9).toFixed(1)}" y="${(y + 4).toFixed(1)}" class="halo">${name} ${(100 * fullness).toFixed(0)} %</text>`;
    });
  return mapPage(
    `Where bits for the ground crowd, ${shellName} at 12:00 UTC, ${month}`,
    [...blocks, ...stations],
    `Dots: blocks of satellites, larger and redder the fuller their links; the fullest is at ${(100 * fullest).toFixed(1)} %. Squares: stations and how full they are.`,
  );
}
