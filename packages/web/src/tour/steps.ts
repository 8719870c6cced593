import { count, monthName, quantity, share, text } from '../format/quantity.ts';
import type { Mode } from '../globe/colour/modes.ts';
import { numberLocale } from '../language/language.ts';
import { at } from '../months/table.ts';
import type { Mission } from '../state/mission.ts';
import { passOf } from '../state/passes.ts';
import { constraintInSentence } from '../timeline/constraints.ts';
import type { MilestoneKind } from '../timeline/milestones.ts';
import { type Facts, factsOf } from './facts.ts';
import { words } from './words.ts';

export const stepNames = [
  'start',
  'first',
  'launches',
  'power',
  'links',
  'tokens',
  'binds',
  'money',
  'ground',
  'yours',
] as const;
export type StepName = (typeof stepNames)[number];

/** A step of the tour: where it takes the page, what it points at, and the two sentences it says. */
export interface Step {
  readonly name: StepName;
  /** Index of the month that it shows. */
  readonly month: number;
  /** Part of the page that it points at. */
  readonly target: string;
  /** Colour of the globe. */
  readonly colour: Mode;
  readonly sentences: readonly [string, string];
}

/** The tour of a run; steps about what a run does not have are left out. */
export function stepsOf(mission: Mission, inOrbit: (row: string) => boolean): readonly Step[] {
  const facts = factsOf(mission, inOrbit);
  const tell: Teller = { mission, facts, name: (month) => monthName(mission.table.labels[month] ?? '') };
  return [
    start(tell),
    first(tell),
    launches(tell),
    power(tell),
    links(tell),
    tokens(tell),
    binds(tell),
    money(tell),
    ground(tell),
    yours(tell),
  ].filter((step) => step !== undefined);
}

interface Teller {
  readonly mission: Mission;
  readonly facts: Facts;
  name(month: number): string;
}

const write = (value: number, unit: string) => text(quantity(value, unit));

function step(
  name: StepName,
  month: number,
  target: string,
  sentences: readonly [string, string],
  colour: Mode = 'shell',
): Step {
  return { name, month, target, sentences, colour };
}

/** The month of a milestone; undefined where the run does not come to it. */
function reached({ facts }: Teller, kind: MilestoneKind) {
  const found = facts.milestones.find((each) => each.kind === kind);
  return found && found.month !== null ? { ...found, month: found.month } : undefined;
}

function start({ mission: { table, verdict, funding }, facts, name }: Teller): Step {
  const { fleet } = passOf(verdict, funding) ?? verdict;
  const said = words();
  return step('start', facts.last, '.headlines', [
    said.start(name(0), name(table.labels.length - 1)),
    said.ends(count(fleet.satellites_end)),
  ]);
}

function first(tell: Teller): Step | undefined {
  const satellite = reached(tell, 'firstSatellite');
  const vehicle = reached(tell, 'bestVehicle');
  if (!satellite) return undefined;
  const flies = vehicle
    ? words().bestVehicle(
        vehicle.name ?? '',
        tell.name(vehicle.month),
        write(vehicle.value ?? Number.NaN, 'kg'),
      )
    : '';
  return step('first', satellite.month, '.globe', [words().first(tell.name(satellite.month)), flies]);
}

function launches(tell: Teller): Step | undefined {
  const { facts, name } = tell;
  const { month, value } = facts.launches;
  if (value <= 0) return undefined;
  const hourly = reached(tell, 'launchHourly');
  const { launches: most, hourly: from, notHourly } = words();
  return step('launches', month, '[data-room="transport"]', [
    most(count(value), name(month), write(at(facts.launchMass, month), 'kg')),
    hourly ? from(name(hourly.month)) : notHourly,
  ]);
}

function power({ facts, name }: Teller): Step | undefined {
  const { month, value } = facts.power;
  if (value <= 0) return undefined;
  const said = words();
  const sentences = [
    said.power(name(month), write(value, 'W')),
    said.granted(share(at(facts.granted, month))),
  ] as const;
  return step('power', month, '[data-room="energy"]', sentences, 'power');
}

function links({ facts, name }: Teller): Step | undefined {
  const { carried, capacity } = facts;
  if (!carried) return undefined;
  const said = words();
  const sentences = [
    said.links(share(carried.value), name(carried.month)),
    said.capacity(write(capacity, 'b/s')),
  ] as const;
  return step('links', carried.month, '[data-room="network"]', sentences, 'link');
}

function tokens(tell: Teller): Step | undefined {
  const { facts, name } = tell;
  if (!(facts.tokens > 0)) return undefined;
  const run = reached(tell, 'largeRun');
  const said = words();
  const { number, unit } = quantity(facts.tokens, '1');
  const second = run ? said.largeRun(name(run.month), write(run.value ?? Number.NaN, 'd')) : said.noLargeRun;
  const sentences = [said.tokens(`${number}\u00a0${unit}`.trim()), second] as const;
  return step('tokens', facts.last, '[data-room="compute"]', sentences, 'load');
}

function binds({ mission: { table }, facts }: Teller): Step | undefined {
  const { bound } = facts;
  if (!bound) return undefined;
  const said = words();
  const constraint = constraintInSentence(bound.constraint, numberLocale.value);
  return step('binds', bound.first, '.ribbon', [
    said.binds(constraint, count(bound.months), count(table.labels.length)),
    said.stretches(count(bound.changes)),
  ]);
}

function money({ mission: { verdict }, facts }: Teller): Step {
  const { capital, books, funding } = verdict;
  const said = words();
  const first =
    (capital.capitalNeeded_USD ?? 0) > 0
      ? said.money(write(capital.capitalNeeded_USD ?? Number.NaN, 'USD'))
      : capital.insolventFrom
        ? said.insolvent(monthName(capital.insolventFrom))
        : said.ownMoney(write(capital.cashLowest_USD ?? Number.NaN, 'USD'));
  const second =
    funding === 'as-needed' && books
      ? books.capital.insolventFrom
        ? said.ownBooksInsolvent(monthName(books.capital.insolventFrom))
        : said.ownBooks(count(books.fleet.satellites_end))
      : '';
  return step('money', facts.last, '[data-room="capital"]', [first, second]);
}

function ground(tell: Teller): Step | undefined {
  const { facts, name } = tell;
  if (!Number.isFinite(facts.orbitCost) || !Number.isFinite(facts.groundCost)) return undefined;
  const crossover = reached(tell, 'crossover');
  const said = words();
  return step('ground', crossover?.month ?? facts.last, '.headlines', [
    said.costs(write(facts.orbitCost, 'USD'), write(facts.groundCost, 'USD')),
    crossover ? said.crossover(name(crossover.month)) : said.noCrossover,
  ]);
}

function yours({ mission: { verdict }, facts }: Teller): Step {
  const holds = verdict.claims.filter((claim) => claim.verdict === 'holds').length;
  const { claims, change } = words();
  return step('yours', facts.last, '.claims', [claims(count(holds), count(verdict.claims.length)), change]);
}
