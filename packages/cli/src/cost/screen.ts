import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import type { Alternative, CostDocument } from '@kardashev/model/study/cost-document.ts';
import { formatMoney, formatNumber } from '@kardashev/model/units/format.ts';
import { createColors } from 'picocolors';
import { fit } from '../layout.ts';
import { massText } from '../number-text.ts';
import { whenLines } from './when.ts';

const nameWidth = 24;
const columnWidth = 16;

/** Orbit and ground side by side: levelised costs, parts, boundary. */
export function costScreen(document: CostDocument, plan: ResolvedPlan, colour: boolean): string {
  const paint = createColors(colour);
  const { orbit, ground, month, crossover } = document;
  const when = month ? `, units asked for in ${month}` : '';
  return [
    paint.bold(plan.title) + paint.dim(when),
    '',
    paint.dim(line('', 'orbit', 'ground')),
    ...costLines(orbit, ground),
    '',
    paint.dim('Parts, present value on the day of entry into service'),
    ...partLines(orbit, ground),
    '',
    paint.dim('Boundary'),
    ...boundaryLines(orbit, ground),
    ...fleetLines(orbit),
    ...(month ? ['', crossoverText(crossover)] : otherProjects(document)),
    ...(document.when ? ['', ...whenLines(document.when)] : []),
  ].join('\n');
}

type Pair = readonly [Alternative | null, Alternative | null];

function line(name: string, orbit: string, ground: string): string {
  return `${fit(name, nameWidth)}${fit(orbit, columnWidth, true)}${fit(ground, columnWidth, true)}`;
}

function costLines(...[orbit, ground]: Pair): string[] {
  const row = (name: string, of: (one: Alternative) => number | null): string =>
    line(name, text(orbit && of(orbit)), text(ground && of(ground)));
  return [
    row('USD per PFLOP-day', (one) => one.USDperPFLOPday),
    row('USD per million tokens', (one) => one.USDperMtokens),
    row('USD per MWh', (one) => one.USDperMWh),
    row('USD per W', (one) => one.USDperW),
    row('USD per kW and year', (one) => one.USDperkWyear),
  ];
}

function text(value: number | null): string {
  return value === null ? '–' : formatNumber(value, 4);
}

function partLines(...[orbit, ground]: Pair): string[] {
  const names = new Set([orbit, ground].flatMap((one) => (one ? Object.keys(one.parts_USD) : [])));
  const money = (one: Alternative | null, name: string): string =>
    one?.parts_USD[name] ? formatMoney(one.parts_USD[name]) : '–';
  const rows = [...names].filter((name) => orbit?.parts_USD[name] || ground?.parts_USD[name]);
  return [
    ...rows.map((name) => line(words(name), money(orbit, name), money(ground, name))),
    line('total', orbit ? formatMoney(orbit.total_USD) : '–', ground ? formatMoney(ground.total_USD) : '–'),
  ];
}

/** `chipFailures` as `chip failures`. */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function boundaryLines(...[orbit, ground]: Pair): string[] {
  const row = (name: string, of: (boundary: Alternative['boundary']) => string): string =>
    line(name, orbit ? of(orbit.boundary) : '–', ground ? of(ground.boundary) : '–');
  return [
    row('chips', ({ chips }) => chips),
    row('energy divided by', ({ energy }) => energy),
    row('cost of capital', (one) => `${formatNumber(one.costOfCapital_perYear * 100)} %/yr`),
  ];
}

function fleetLines(orbit: Alternative | null): string[] {
  if (orbit?.satellites === undefined || orbit.mass_kg === undefined) return [];
  const { satellites, mass_kg, launches, ageingFactor } = orbit;
  return [
    '',
    `${satellites.toLocaleString('en')} satellites of ${massText(mass_kg / satellites)}, ${launches?.toLocaleString('en')} launches; cells keep ${formatNumber((ageingFactor ?? 1) * 100, 4)} % of their output, mean over the life`,
  ];
}

function otherProjects({ each }: CostDocument): string[] {
  if (each.length <= 2) return [];
  return [
    '',
    'All projects, USD per kW and year',
    ...each.map(({ name, USDperkWyear }) => line(name, text(USDperkWyear), '')),
  ];
}

function crossoverText(crossover: string | null): string {
  return crossover
    ? `Orbit is at or below the ground from ${crossover} on.`
    : 'Orbit does not come down to the ground within the plan.';
}
