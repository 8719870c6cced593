import { readFileSync } from 'node:fs';
import type { CostDocument } from '@kardashev/model/study/cost-document.ts';
import type { ValueDocument } from '@kardashev/model/study/value/document.ts';

/**
 * Pictures of docs/capital.md, from what commands print:
 *
 *   kardashev value plans/million.yaml --json > value.json
 *   node tools/pictures/money.ts games value.json > docs/pictures/three-games.svg
 *   kardashev cost plans/peers/mccalip.yaml --json > a.json   (and so on)
 *   node tools/pictures/money.ts peers a.json b.json … > docs/pictures/peers.svg
 */
const [width, height] = [900, 440];
const ink = '#334';
const regimes = { hedge: '#2a9d6f', speculative: '#d9a11e', ponzi: '#c44536' } as const;
const colours = ['#3b6fb5', '#d9822b', '#4c9f70', '#a65fa8', '#c44536', '#7a7f3a', '#2c9cab', '#8c6d5a'];

function svg(title: string, body: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="${ink}" role="img" aria-label="${title}">
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="24" y="30" font-size="16" font-weight="600">${title}</text>
${body.join('\n')}
</svg>
`;
}

const text = (x: number, y: number, words: string, style = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${style}>${words}</text>`;

/** S month by month on a logarithmic scale, coloured by who pays, above the holders' multiples. */
function games({ stability, holders, breaks, parts, enterprise_USD }: ValueDocument): string {
  const box = { left: 62, top: 70, width: 420, height: 290 };
  const [low, high] = [0.1, 100];
  const x = (index: number): number => box.left + (box.width * index) / Math.max(1, stability.length - 1);
  const y = (value: number): number => {
    const kept = Math.min(high, Math.max(low, value));
    return box.top + box.height * (1 - Math.log(kept / low) / Math.log(high / low));
  };
  const marks = [0.1, 1, 10, 100].flatMap((value) => [
    `<path d="M${box.left} ${y(value).toFixed(1)}h${box.width}" stroke="${value === 1 ? ink : '#dde'}"/>`,
    text(box.left - 8, y(value) + 4, String(value), 'text-anchor="end"'),
  ]);
  const years = stability.flatMap(({ month }, index) =>
    month.endsWith('-01') && Number(month.slice(0, 4)) % 5 === 0
      ? [text(x(index), box.top + box.height + 18, month.slice(0, 4), 'text-anchor="middle"')]
      : [],
  );
  const dots = stability.flatMap(({ S, regime }, index) =>
    S === null
      ? [
          `<rect x="${(x(index) - 1).toFixed(1)}" y="${box.top}" width="2" height="5" fill="${regimes[regime]}"/>`,
        ]
      : [`<circle cx="${x(index).toFixed(1)}" cy="${y(S).toFixed(1)}" r="2.4" fill="${regimes[regime]}"/>`],
  );
  const legend = Object.entries(regimes).flatMap(([name, colour], index) => [
    `<circle cx="${box.left + 6 + index * 100}" cy="${box.top + box.height + 38}" r="4" fill="${colour}"/>`,
    text(box.left + 16 + index * 100, box.top + box.height + 42, name),
  ]);
  const side = 560;
  const held = holders.flatMap(({ holder, afterLockUp }, index) => {
    const { p5, p50, p95 } = afterLockUp.multiple;
    const at = (value: number): number => side + (290 * Math.log(Math.max(0.5, value) / 0.5)) / Math.log(40);
    const line = 96 + index * 40;
    return [
      text(side, line, holder),
      `<path d="M${at(p5).toFixed(1)} ${line + 12}H${at(p95).toFixed(1)}" stroke="#3b6fb5" stroke-width="4" stroke-linecap="round"/>`,
      `<circle cx="${at(p50).toFixed(1)}" cy="${line + 12}" r="5" fill="#fff" stroke="#3b6fb5" stroke-width="2"/>`,
      text(side + 310, line, `${p50.toFixed(1)}×`, 'text-anchor="end"'),
      `<path d="M${at(1).toFixed(1)} ${line + 5}v14" stroke="${ink}"/>`,
    ];
  });
  const money = (value: number): string => `${(value / 1e9).toFixed(0)} B$`;
  const sums = [
    ['Space', parts.space],
    ['Connectivity', parts.connectivity],
    ['AI', parts.ai],
    ['the whole', enterprise_USD],
  ] as const;
  const partLines = sums.flatMap(([name, spread], index) => [
    text(side, 296 + index * 20, name),
    text(
      side + 310,
      296 + index * 20,
      `${money(spread.p50)} (${money(spread.p5)} to ${money(spread.p95)})`,
      'text-anchor="end"',
    ),
  ]);
  return svg('The three games, million satellites from own books', [
    text(
      box.left,
      54,
      `Internal arbitrage: S, drawn over burnt${breaks ? `; below one first in ${breaks}` : ''}`,
    ),
    ...marks,
    ...years,
    ...dots,
    ...legend,
    text(side, 54, 'Escape capsule: value after the lock-up over cost'),
    text(side, 70, '5 %, median, 95 %; the stroke is what was paid', 'fill="#667"'),
    ...held,
    text(side, 272, 'No spin-off: parts, median (5 to 95 %)'),
    ...partLines,
  ]);
}

/** Parts of all calculators in the words of one. */
const groups: Readonly<Record<string, readonly string[]>> = {
  'satellite without chips': ['hardware', 'satellite'],
  'chips, and chips again': ['chips', 'chipFailures'],
  launch: ['launch'],
  'building and plant': ['building', 'plant', 'electrical', 'mechanical', 'civil', 'network'],
  'energy and water': ['energy', 'fuel', 'water'],
  operations: ['operations'],
  'insurance, waiting, engineering': ['insurance', 'waiting', 'engineering'],
};

function sumOf(parts: CostDocument['each'][number]['parts_USD'], group: string): number {
  return (groups[group] ?? []).reduce((sum, part) => sum + (parts[part] ?? 0), 0);
}

/** Dollars a watt by part, a bar for each side of each calculator. */
function peers(documents: readonly CostDocument[]): string {
  const sides = documents.flatMap((document) =>
    document.each
      .filter(({ kind }, index, all) => all.findIndex((one) => one.kind === kind) === index)
      .map((one) => ({ label: `${document.plan}, ${one.kind}`, month: document.month, one })),
  );
  const names = Object.keys(groups);
  const most = Math.min(120, Math.max(...sides.map(({ one }) => one.USDperW)));
  const left = 190;
  const x = (value: number): number => (460 * value) / most;
  const step = Math.min(44, 300 / sides.length);
  const bars = sides.flatMap(({ label, one }, index) => {
    const top = 60 + index * step;
    let from = left;
    const watts = one.total_USD / one.USDperW;
    const pieces = names.map((part, colour) => {
      const wide = Math.min(left + 470 - from, x(sumOf(one.parts_USD, part) / watts));
      const piece = `<rect x="${from.toFixed(1)}" y="${top}" width="${Math.max(0, wide).toFixed(1)}" height="${step - 12}" fill="${colours[colour % colours.length]}"/>`;
      from += Math.max(0, wide);
      return piece;
    });
    return [
      text(left - 8, top + step / 2 - 2, label, 'text-anchor="end"'),
      ...pieces,
      text(from + 6, top + step / 2 - 2, `${one.USDperW.toPrecision(3)} $/W, chips ${one.boundary.chips}`),
    ];
  });
  const legend = names.map((part, index) => {
    const [column, line] = [index % 4, Math.floor(index / 4)];
    const at = 24 + column * 215;
    return `<rect x="${at}" y="${382 + line * 18}" width="10" height="10" fill="${colours[index % colours.length]}"/>${text(at + 15, 391 + line * 18, part)}`;
  });
  return svg('What a watt to the chips costs over its life, each on its own boundary', [...bars, ...legend]);
}

const [what, ...files] = process.argv.slice(2);
const documents = files.map((file) => JSON.parse(readFileSync(file, 'utf8')));
process.stdout.write(
  what === 'games' ? games(documents[0] as ValueDocument) : peers(documents as CostDocument[]),
);
