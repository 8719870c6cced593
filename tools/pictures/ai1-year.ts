/**
 * Draws docs/pictures/ai1-year.svg: a year of sunlight and of junction temperature for AI1 in each shell of the FCC
 * filing, five years old, one plane a shell. Run: npx node tools/pictures/ai1-year.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { referenceFleet } from '@kardashev/kernels/fleet/reference.ts';
import { type SatelliteDay, satelliteYear } from '@kardashev/model/energy/satellite-year.ts';
import { radians } from '@kardashev/model/sky/angle.ts';
import { nodeOfLocalTime_rad } from '@kardashev/model/sky/beta.ts';
import { newYear_d } from '@kardashev/model/sky/eclipse-days.ts';
import { houseSatellite } from '@kardashev/model/testing/satellite.ts';

const year = 2028;
const age_s = 5 * 365.25 * 86_400;
const shells = [
  { name: '559 km, 29°', altitude_km: 559, inclination_deg: 29 },
  { name: '575 km, 97.7°', altitude_km: 575, inclination_deg: 97.7 },
  { name: '702 km, 30°', altitude_km: 702, inclination_deg: 30 },
  { name: '725 km, 97.2°', altitude_km: 725.5, inclination_deg: 97.2 },
  { name: '962 km, 30°', altitude_km: 962, inclination_deg: 30 },
  { name: '984 km, 99.4°', altitude_km: 984.5, inclination_deg: 99.4 },
] as const;

const { satellite, section } = houseSatellite('ai1');
const limit_K = section.junctionLimit_K;

function daysOf(altitude_km: number, inclination_deg: number): readonly SatelliteDay[] {
  const flight = {
    altitude_m: altitude_km * 1e3,
    inclination_rad: radians(inclination_deg),
    node_rad: nodeOfLocalTime_rad(18, newYear_d(year)),
    year,
  };
  return satelliteYear(satellite, section, flight, age_s, { fleet: referenceFleet }).days;
}

const width = 1080;
const panel = { left: 176, top: 86, width: 370, height: 92, gap: 34, between: 96 };
const height = panel.top + shells.length * (panel.height + panel.gap) + 46;
const months = ['J', 'F', 'M', 'A', 'M', 'J', 'J', 'A', 'S', 'O', 'N', 'D'];
const sunScale = { low: 0.55, high: 1 };
const heatScale = { low: 95, high: 130 };

const text = (x: number, y: number, words: string, extra = '') =>
  `<text x="${x}" y="${y}" ${extra}>${words}</text>`;
const scaled = (value: number, { low, high }: { low: number; high: number }, top: number) =>
  (top + panel.height * (1 - (value - low) / (high - low))).toFixed(1);

function curve(
  days: readonly SatelliteDay[],
  left: number,
  top: number,
  scale: { low: number; high: number },
  of: (day: SatelliteDay) => number,
): string {
  return days
    .map((day, index) => {
      const x = left + (panel.width * index) / (days.length - 1);
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${scaled(of(day), scale, top)}`;
    })
    .join('');
}

function frame(
  left: number,
  top: number,
  ticks: readonly (readonly [value: number, label: string])[],
  scale: typeof sunScale,
) {
  const lines = ticks.map(([value, label]) => {
    const y = scaled(value, scale, top);
    return `<line x1="${left}" x2="${left + panel.width}" y1="${y}" y2="${y}" class="grid"/>${text(left - 8, Number(y) + 4, label, 'class="tick" text-anchor="end"')}`;
  });
  const names = months.map((name, index) =>
    text(
      left + (panel.width * (index + 0.5)) / 12,
      top + panel.height + 15,
      name,
      'class="tick" text-anchor="middle"',
    ),
  );
  return [...lines, ...names].join('');
}

const parts: string[] = [];
shells.forEach(({ name, altitude_km, inclination_deg }, index) => {
  const days = daysOf(altitude_km, inclination_deg);
  const top = panel.top + index * (panel.height + panel.gap);
  const right = panel.left + panel.width + panel.between;
  const sunlit = days.reduce((sum, day) => sum + day.held.sunlitShare, 0) / days.length;
  const power = days.reduce((sum, day) => sum + day.held.chips_W, 0) / days.length;
  const hottest = Math.max(...days.map((day) => day.free.junction_K)) - 273.15;
  const worst = Math.min(...days.map((day) => day.held.chips_W));
  parts.push(
    text(20, top + 16, name, 'class="name"'),
    text(20, top + 36, `sunlit ${(100 * sunlit).toFixed(1)} %`, 'class="note"'),
    text(20, top + 53, `${(power / 1e3).toFixed(0)} kW, least ${(worst / 1e3).toFixed(0)}`, 'class="note"'),
    text(20, top + 70, `up to ${hottest.toFixed(0)} °C`, 'class="note"'),
    frame(
      panel.left,
      top,
      [
        [0.6, '60 %'],
        [0.8, '80 %'],
        [1, '100 %'],
      ],
      sunScale,
    ),
    `<path d="${curve(days, panel.left, top, sunScale, (day) => day.held.sunlitShare)}" class="sun"/>`,
    frame(
      right,
      top,
      [
        [115, '115'],
        [105, '105 °C'],
        [125, '125'],
      ],
      heatScale,
    ),
    `<path d="${curve(days.slice(0, 2), right, top, heatScale, () => limit_K - 273.15)}" class="limit"/>`,
    `<path d="${curve(days, right, top, heatScale, (day) => day.free.junction_K - 273.15)}" class="free"/>`,
    `<path d="${curve(days, right, top, heatScale, (day) => day.held.junction_K - 273.15)}" class="held"/>`,
  );
});

const right = panel.left + panel.width + panel.between;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="A year of sunlight and junction temperature for AI1 in each FCC shell">
<style>
text{font-family:system-ui,Helvetica,Arial,sans-serif;fill:#22262e}
.title{font-size:19px;font-weight:600}.head{font-size:13px;fill:#555d6b}.name{font-size:13px;font-weight:600}
.note,.tick{font-size:11px;fill:#667081}
path{fill:none;stroke-width:1.8;stroke-linejoin:round}.grid{stroke:#e3e6eb}
.sun{stroke:#d08a00}.free{stroke:#c5362f}.held{stroke:#2b62b5}.limit{stroke:#222;stroke-width:1;stroke-dasharray:4 4}
</style>
<rect width="100%" height="100%" fill="#fff"/>
${text(20, 32, `AI1 in the six bands of the FCC filing, ${year}, five years old`, 'class="title"')}
${text(panel.left, 62, 'Sunlit share of the revolution, by day', 'class="head"')}
${text(right, 62, 'Hottest junction: <tspan fill="#c5362f">at full load</tspan>, <tspan fill="#2b62b5">as throttled</tspan>, limit dashed', 'class="head"')}
${parts.join('\n')}
${text(20, height - 14, 'One plane a shell, its node at 18:00 local time on 1 January; planes at 30° turn through the year, 97.2° at 725 km leaves the dawn. Kilowatts are to chips, mean and least of the year.', 'class="note"')}
</svg>
`;
const out = fileURLToPath(new URL('../../docs/pictures/ai1-year.svg', import.meta.url));
mkdirSync(fileURLToPath(new URL('../../docs/pictures/', import.meta.url)), { recursive: true });
writeFileSync(out, svg);
