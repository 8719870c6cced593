import {
  delivered_FLOPperS,
  departure_kg,
  type Joint,
  law_FLOPperS,
  modulesOf,
} from '@kardashev/model/compute/bricks/law.ts';
import { bestLoss } from '@kardashev/model/compute/bricks/loss.ts';
import { jobOf } from '@kardashev/model/compute/cluster.ts';
import type { Rig } from '@kardashev/model/compute/machine/load.ts';

/** Draws the announced law beside what one training job gets out of a mass in orbit, and the loss that follows. */

const [width, height] = [860, 430];
const panel = { left: 74, top: 74, width: 320, height: 270, between: 108 };
const masses_t = [10, 100, 1e3, 1e4, 1e5, 1e6];
const perDecade = 24;
export const trainingDays = 100;

interface Line {
  readonly name: string;
  readonly colour: string;
  readonly rate: (mass_kg: number) => number;
}

const text = (x: number, y: number, words: string, style = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${style}>${words}</text>`;

/** Lines of the left panel: the law first. */
export function lawLines({ machine, models, section }: Rig): readonly Line[] {
  const model = models[0]!;
  const line = (name: string, colour: string, joint: Joint, every: number): Line => {
    const modules = modulesOf(model, machine, section, joint);
    const job = jobOf(model, model.batch, { ...section, exchangeEvery: every });
    return { name, colour, rate: (mass_kg) => delivered_FLOPperS(job, modules, mass_kg, section) };
  };
  const modules = modulesOf(model, machine, section, 'formation');
  return [
    {
      name: 'the law as stated',
      colour: '#888f9c',
      rate: (mass_kg) => law_FLOPperS(modules, mass_kg, section),
    },
    line('docked', '#d08a00', 'docked', 1),
    line('in formation', '#2b62b5', 'formation', 1),
    line('spread over shells', '#c5362f', 'spread', 1),
  ];
}

/** Where one job in formation gets less than nine tenths, and less than half, of what the law says. */
export function departures(rig: Rig): { readonly tenth_kg: number; readonly half_kg: number } {
  const { machine, models, section } = rig;
  const modules = modulesOf(models[0]!, machine, section, 'formation');
  const job = jobOf(models[0]!, models[0]!.batch, section);
  const at = (share: number): number => departure_kg(job, modules, section, share);
  return { tenth_kg: at(0.9), half_kg: at(0.5) };
}

const places = (): number[] => {
  const decades = Math.log10(masses_t.at(-1)! / masses_t[0]!);
  return Array.from(
    { length: decades * perDecade + 1 },
    (_, step) => masses_t[0]! * 10 ** (step / perDecade),
  );
};
const xOf = (mass_t: number): number =>
  (panel.width * Math.log(mass_t / masses_t[0]!)) / Math.log(masses_t.at(-1)! / masses_t[0]!);

function curve(left: number, y: (mass_kg: number) => number, style: string): string {
  const points = places().flatMap((mass_t) => {
    const value = y(1e3 * mass_t);
    return Number.isFinite(value) ? [`${(left + xOf(mass_t)).toFixed(1)} ${value.toFixed(1)}`] : [];
  });
  return `<path d="M${points.join('L')}" ${style}/>`;
}

function frame(left: number, ticks: readonly (readonly [number, string])[], head: string): string[] {
  const base = panel.top + panel.height;
  return [
    text(left, panel.top - 16, head, 'class="head"'),
    ...ticks.flatMap(([y, label]) => [
      `<path d="M${left} ${y.toFixed(1)}h${panel.width}" class="grid"/>`,
      text(left - 8, y + 4, label, 'class="tick" text-anchor="end"'),
    ]),
    ...masses_t.map((mass_t) =>
      text(
        left + xOf(mass_t),
        base + 18,
        mass_t.toLocaleString('en-GB'),
        'class="tick" text-anchor="middle"',
      ),
    ),
    text(left + panel.width / 2, base + 38, 'mass in orbit, tonnes', 'class="tick" text-anchor="middle"'),
  ];
}

const base = panel.top + panel.height;
const rates = [1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23] as const;
const rateNames = ['0.1', '1', '10', '100', '1,000', '10,000', '100,000'];

function rateY(rate: number): number {
  const [low, high] = [rates[0], rates.at(-1)!];
  return rate > 0 ? base - (panel.height * Math.log(rate / low)) / Math.log(high / low) : Number.NaN;
}

const losses = [1.7, 1.75, 1.8, 1.85, 1.9] as const;
const lossY = (value: number): number =>
  base - (panel.height * (value - losses[0])) / (losses.at(-1)! - losses[0]);

/** The picture as SVG. */
export function lawPicture(rig: Rig): string {
  const lines = lawLines(rig);
  const right = panel.left + panel.width + panel.between;
  const run_s = trainingDays * 86_400;
  const lossAt = (rate: number): number =>
    rate > 0 ? lossY(bestLoss(rig.section, rate * run_s)) : Number.NaN;
  const { tenth_kg, half_kg } = departures(rig);
  const formation = lines[2]!;
  const marks = [
    [tenth_kg, '9/10 of the law'],
    [half_kg, 'half of it'],
  ] as const;
  const style = (line: Line): string =>
    `stroke="${line.colour}"${line === lines[0] ? ' stroke-dasharray="5 4"' : ''}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Training delivered, and loss reached, by mass in orbit">
<style>
text{font-family:system-ui,Helvetica,Arial,sans-serif;fill:#22262e}
.title{font-size:17px;font-weight:600}.head{font-size:13px;font-weight:600}.tick{font-size:11px;fill:#667081}.mark{font-size:11px}
path{fill:none;stroke-width:2;stroke-linejoin:round}.grid{stroke:#e3e6eb;stroke-width:1}
</style>
<rect width="100%" height="100%" fill="#fff"/>
${text(16, 28, 'Intelligence ∝ mass × density: as stated, and for one training job of 6 T parameters', 'class="title"')}
${frame(
  panel.left,
  rates.map((rate, index) => [rateY(rate), rateNames[index]!]),
  'Training delivered to one job, EFLOP/s',
).join('\n')}
${lines.map((line) => curve(panel.left, (mass) => rateY(line.rate(mass)), style(line))).join('\n')}
${marks
  .map(([mass_kg, words]) => {
    const [x, y] = [panel.left + xOf(mass_kg / 1e3), rateY(formation.rate(mass_kg))];
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="4" fill="${formation.colour}"/>${text(x + 8, y + 16, words, 'class="mark"')}`;
  })
  .join('\n')}
${frame(
  right,
  losses.map((value) => [lossY(value), value.toFixed(2)]),
  `Loss after ${trainingDays} days, nats a token`,
).join('\n')}
${[lines[0]!, lines[1]!, formation].map((line) => curve(right, (mass) => lossAt(line.rate(mass)), style(line))).join('\n')}
${lines
  .map((line, index) => {
    const x = panel.left + index * 170;
    return `<path d="M${x} ${height - 26}h22" ${style(line)}/>${text(x + 28, height - 22, line.name, 'class="mark"')}`;
  })
  .join('\n')}
${text(width - 12, height - 4, 'Loss: Hoffmann et al. 2022, approach 3, model and data at their best for the training delivered', 'class="tick" text-anchor="end"')}
</svg>
`;
}
