import { readPrices } from '@kardashev/model/capital/index/prices.ts';
import { type IndexRules, readRules } from '@kardashev/model/capital/index/rules.ts';
import { runIndex } from '@kardashev/model/capital/index/run.ts';
import { type Project, sheetOf } from '@kardashev/model/capital/project/project.ts';
import { projectRows } from '@kardashev/model/capital/project/schema.ts';
import { levelisedOf } from '@kardashev/model/capital/project/sheet.ts';
import { prepareRun, simulateAtOnce } from '@kardashev/model/engine/run.ts';
import { entriesOf } from '@kardashev/model/plan/view.ts';
import { booksOf } from '@kardashev/model/study/books-document.ts';
import { Reading } from '@kardashev/model/study/reading.ts';
import { valuation } from '@kardashev/model/study/value/document.ts';
import { expectValue, housePlan, houseTables } from '@kardashev/model/testing/house.ts';

/** Speed of a static point model of orbital data centres in Python, measured on this kind of machine. */
const pythonPointModel_perS = 9400;

/** What money costs in time: calculators, books, values and an index of twenty years, on one core. */
export async function run(): Promise<void> {
  const project = entriesOf(housePlan('peers/mccalip'), 'projects', projectRows)[0] as unknown as Project;
  const calculators = rate(200_000, () => levelisedOf(sheetOf(project)));
  tell('calculators', calculators, 'a second');
  console.log(
    `    ${(calculators / pythonPointModel_perS).toFixed(1)} × a point model in Python, which asks for as much`,
  );
  const plan = housePlan('as-flown');
  const result = simulateAtOnce(expectValue(prepareRun(plan, { seed: 1, tables: houseTables(plan) })));
  const pass = result.passes[0];
  if (!pass) throw new Error('a run has a pass');
  const reading = new Reading(plan, result, pass);
  tell(
    'books of 240 months',
    rate(20, () => booksOf(reading)),
    'a second',
  );
  const draws = 2000;
  tell('valuations of 240 months', draws * rate(3, () => valuation(reading, 1, draws)), 'draws a second');
  const rows = expectValue(readPrices('prices.csv', prices()));
  const rules: IndexRules = expectValue(readRules('rules.yaml', 'cap: 0.1'));
  tell(
    'index of 100 shares',
    rows.length * rate(3, () => expectValue(runIndex(rows, rules))),
    'lines a second',
  );
}

/** Five years of a hundred shares, with a change of shares every twentieth day. */
function prices(): string {
  const lines = ['date,symbol,price_USD,shares,float,event,value'];
  const first = Date.UTC(2021, 0, 4);
  for (let day = 0; day < 1260; day++) {
    const date = new Date(first + Math.floor(day / 5) * 7 * 86_400_000 + (day % 5) * 86_400_000);
    const label = date.toISOString().slice(0, 10);
    for (let share = 0; share < 100; share++) {
      const price = (50 + share) * (1 + 0.1 * Math.sin(day / 30 + share));
      const event = day % 20 === share % 20 && day > 0 ? `,,shares,${1e6 + day}` : ',,,';
      lines.push(`${label},S${share},${price.toFixed(4)},${day === 0 ? '1000000,1,,' : event}`);
    }
  }
  return lines.join('\n');
}

function rate(times: number, work: () => unknown): number {
  work();
  const from = process.cpuUsage();
  for (let time = 0; time < times; time++) work();
  const { user, system } = process.cpuUsage(from);
  return times / ((user + system) / 1e6);
}

function tell(name: string, value: number, unit: string): void {
  console.log(`  ${name.padEnd(28)} ${Math.round(value).toLocaleString('en').padStart(12)} ${unit}`);
}
