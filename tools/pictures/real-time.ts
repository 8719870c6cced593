/**
 * Writes the generated part of docs/data.md: what "every pixel in real time" comes to by resolution and number of
 * imagers. Run: npx node tools/pictures/real-time.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assumptionsOf } from '@kardashev/model/data/assumptions.ts';
import { realTime, wholeEarth_bps } from '@kardashev/model/data/reach/real-time.ts';
import { dataSchema } from '@kardashev/model/data/schema.ts';
import { radians } from '@kardashev/model/sky/angle.ts';
import { expectValue, houseCatalogue } from '@kardashev/model/testing/house.ts';
import { formatNumber } from '@kardashev/model/units/format.ts';

const imager = expectValue(
  assumptionsOf('data', { section: dataSchema.section, collections: {} }, houseCatalogue()),
);
const pixels = imager.swath_m / imager.groundSample_m;
const shell = { altitude_m: 700e3, inclination_rad: radians(80), nodes: 'spread' } as const;
const quantile = 0.95;

function duration(time_s: number): string {
  if (!Number.isFinite(time_s)) return 'never';
  if (time_s < 120) return `${time_s.toFixed(0)} s`;
  if (time_s < 7200) return `${(time_s / 60).toFixed(0)} min`;
  return time_s < 172_800 ? `${(time_s / 3600).toFixed(0)} h` : `${(time_s / 86_400).toFixed(0)} d`;
}

const rows = [0.5, 1, 3, 10].flatMap((groundSample_m) =>
  [100, 1e4, 1e6].map((imagers) => {
    const { wait_s, raw_bps, product_bps, work_FLOPperS } = realTime(
      shell,
      imagers,
      groundSample_m,
      { pixels, imager },
      quantile,
    );
    const radar = realTime(
      shell,
      imagers,
      groundSample_m,
      { pixels, imager: { ...imager, radarShare: 1 } },
      quantile,
    );
    const cells = [
      `${groundSample_m} m`,
      formatNumber(imagers),
      duration(wait_s),
      duration(radar.wait_s),
      `${formatNumber(raw_bps / 1e12)} Tbit/s`,
      `${formatNumber(product_bps / 1e12)} Tbit/s`,
      `${formatNumber(work_FLOPperS / 1e18)} EFLOP/s`,
    ];
    return `| ${cells.join(' | ')} |`;
  }),
);
const whole = wholeEarth_bps({ pixel_bit: imager.pixel_bit, groundSample_m: 1 }, 60) / 1e15;
const page = fileURLToPath(new URL('../../docs/data.md', import.meta.url));
const [head, , tail] = readFileSync(page, 'utf8').split(
  /(<!-- generated: begin -->[\s\S]*<!-- generated: end -->)/,
);
const generated = `<!-- generated: begin -->
| pixel | imagers | wait, 95 % | by radar | read out | sent when understood on orbit | work |
|---|---|---|---|---|---|---|
${rows.join('\n')}

The whole Earth at 1 m once a minute would be ${formatNumber(whole)} Pbit/s before anything is thrown away.
<!-- generated: end -->`;
writeFileSync(page, `${head}${generated}${tail}`);
