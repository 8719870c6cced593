import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Draws a study's claims and headline numbers as distributions, with the assumptions that decide them:
 *
 *   kardashev study plans/million.yaml --samples 512 --json > study.json
 *   node tools/pictures/study-verdict.ts study.json docs/pictures/study-verdict.svg
 */
interface Spread {
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}
interface Index {
  readonly assumption: string;
  readonly first: number;
  readonly beyondChance?: boolean;
}
interface Document {
  readonly samples: number;
  readonly seed: number;
  readonly assumptions: number;
  readonly outputs: { readonly [name: string]: Spread | null };
  readonly claims: {
    readonly [id: string]: { readonly holds_share: number; readonly undecided_share: number };
  };
  readonly sensitivity: { readonly [name: string]: readonly Index[] };
}

const [input = 'study.json', output = 'docs/pictures/study-verdict.svg'] = process.argv.slice(2);
const study = JSON.parse(readFileSync(input, 'utf8')) as Document;

const width = 920;
const [left, right] = [190, 560];

/** Headline numbers, each on its own logarithmic line over three powers of ten about its median or more. */
const shown = [
  ['satellites at their peak', 'fleet.satellites_peak', 1, ''],
  ['power to compute', 'fleet.powerToCompute_W', 1e9, 'GW'],
  ['work delivered', 'compute.delivered_FLOPperS', 1e21, 'ZFLOP/s'],
  ['days for 6 T parameters', 'compute.trainingRun.days', 1, 'd'],
  ['a PFLOP-day in orbit', 'capital.orbit_USDperPFLOPday', 1, '$'],
  ['a PFLOP-day on the ground', 'capital.ground_USDperPFLOPday', 1, '$'],
  ['capital needed', 'capital.capitalNeeded_USD', 1e12, 'T$'],
] as const;

const number = (value: number): string =>
  value >= 1e4
    ? value.toLocaleString('en', { maximumSignificantDigits: 3 })
    : String(Number(value.toPrecision(3)));

function fans(top: number): string[] {
  return shown.flatMap(([label, name, unit, symbol], line) => {
    const spread = study.outputs[name];
    const y = top + 44 * line;
    if (!spread) return [];
    const middle = Math.log10(spread.p50);
    // A decade and a half either way: a short bar is a sure number.
    const x = (value: number): number =>
      Math.min(
        right,
        Math.max(left, (left + right) / 2 + ((Math.log10(value) - middle) / 1.9) * ((right - left) / 2)),
      );
    const [p5, p25, p50, p75, p95] = [spread.p5, spread.p25, spread.p50, spread.p75, spread.p95].map(x) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const by = (study.sensitivity[name] ?? []).filter((one) => one.beyondChance !== false).slice(0, 2);
    const text = `${number(spread.p5 / unit)} – ${number(spread.p50 / unit)} – ${number(spread.p95 / unit)} ${symbol}`;
    return [
      `<text x="${left - 12}" y="${y + 4}" text-anchor="end">${label}</text>`,
      `<path d="M${p5.toFixed(1)} ${y}H${p95.toFixed(1)}" class="far"/>`,
      `<path d="M${p25.toFixed(1)} ${y}H${Math.max(p75, p25 + 1).toFixed(1)}" class="near"/>`,
      `<circle cx="${p50.toFixed(1)}" cy="${y}" r="4.5" class="dot"/>`,
      `<text x="${(left + right) / 2}" y="${y + 20}" text-anchor="middle" class="small">${text}</text>`,
      ...(by.length === 0
        ? [
            `<text x="${right + 24}" y="${y + 4}" class="small">many small ones: none stands out of chance</text>`,
          ]
        : []),
      ...by.map(
        (one, k) =>
          `<text x="${right + 24}" y="${y - 2 + 15 * k}" class="small">${one.assumption} ${(100 * one.first).toFixed(0)} %</text>`,
      ),
    ];
  });
}

function claims(top: number): string[] {
  const told = Object.entries(study.claims);
  const half = Math.ceil(told.length / 2);
  return told.flatMap(([id, { holds_share, undecided_share }], index) => {
    const column = Math.floor(index / half);
    const x = 190 + column * 440;
    const y = top + 21 * (index % half);
    const wide = 150;
    const text =
      undecided_share > 0.9
        ? 'undecided'
        : `${(100 * holds_share).toFixed(holds_share > 0 && holds_share < 0.1 ? 1 : 0)} %`;
    return [
      `<text x="${x - 12}" y="${y + 4}" text-anchor="end">${id}</text>`,
      `<rect x="${x}" y="${y - 5}" width="${wide}" height="10" class="none"/>`,
      `<rect x="${x}" y="${y - 5}" width="${(wide * holds_share).toFixed(1)}" height="10" class="holds"/>`,
      `<text x="${x + wide + 8}" y="${y + 4}" class="small">${text}</text>`,
    ];
  });
}

const claimsTop = 130 + 44 * shown.length;
const height = claimsTop + 21 * Math.ceil(Object.keys(study.claims).length / 2) + 40;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="13">
<style>
  svg { background: #fff; } text { fill: #222; } .title { font-size: 17px; font-weight: 600; } .small { font-size: 11.5px; fill: #555; }
  .far { stroke: #a9c1d9; stroke-width: 5; stroke-linecap: round; } .near { stroke: #2f6ea5; stroke-width: 9; }
  .dot { fill: #fff; stroke: #163b5c; stroke-width: 2; } .none { fill: #ececec; } .holds { fill: #2f6ea5; }
</style>
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="24" y="34" class="title">The announced plan in ${study.samples} futures over ${study.assumptions} uncertain assumptions</text>
<text x="24" y="54" class="small">seed ${study.seed}; bars: 5–95 % and 25–75 %, logarithmic, all lines to one scale about their medians; figures: 5 % – median – 95 %</text>
<text x="${right + 24}" y="78" class="small">decided by (share of variance by itself)</text>
${fans(100).join('\n')}
<text x="24" y="${claimsTop - 26}" class="title">How often each claim holds</text>
${claims(claimsTop).join('\n')}
</svg>
`;
writeFileSync(output, svg);
