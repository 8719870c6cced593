import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { NewRun, PlanRow } from '@kardashev/contracts/job.ts';
import { entryOf, type PlacedMap, readDocument, textOf } from '@kardashev/model/evidence/document.ts';
import { failure, type Outcome, success } from '@kardashev/model/outcome/outcome.ts';
import type { ReadText } from '@kardashev/model/plan/load.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { plansFolder } from '../house.ts';
import { loadCatalogue, resolvePlan } from '../plan-input.ts';

/** How faults name the text of a plan that came with the request. */
const ownText = 'plan';

/** Reads the plan of a wish. Faults: those of the command line. */
export function planOf({ plan, set }: NewRun): Outcome<ResolvedPlan> {
  const catalogue = loadCatalogue(new Map());
  if (!catalogue.ok) return catalogue;
  const named = /^[\w./-]+$/.test(plan);
  return resolvePlan({
    file: named ? plan : ownText,
    readText: readerOf(named ? undefined : plan),
    catalogue: catalogue.value,
    overrides: Object.entries(set).map(([path, text]) => ({ path, text })),
  });
}

/**
 * Reads plans that ship, and a text of its own. Nothing else: whoever may ask for a run may not therefore read the
 * files of this machine.
 */
function readerOf(own: string | undefined): ReadText {
  return (name, from) => {
    if (name === ownText && from === undefined && own !== undefined)
      return success({ file: ownText, text: own });
    const file = shippedFile(name);
    if (file === undefined) return failure(notShipped(name));
    return success({ file: `plans/${file}`, text: readFileSync(join(plansFolder, file), 'utf8') });
  };
}

/** `million`, `million.yaml`, `plans/million.yaml`, and `base/company.yaml` or `company.yaml`, which plans extend. */
function shippedFile(name: string): string | undefined {
  const plain = name.replace(/^plans\//, '').replace(/\.ya?ml$/, '');
  return ['', 'base']
    .map((folder) => join(folder, `${basename(plain)}.yaml`))
    .find((file) => {
      const asked = plain === file.replace(/\.yaml$/, '') || plain === basename(file, '.yaml');
      return asked && existsSync(join(plansFolder, file));
    });
}

function notShipped(name: string) {
  return {
    code: 'file/not-found',
    message: `There is no plan ${name.slice(0, 80)} that ships.`,
    at: {},
    cause: 'Runs asked for over the network read plans that ship, and no other file of this machine.',
    fix: `Name one of ${shippedNames().join(', ')}, or send the text of a plan that extends one.`,
  };
}

const shippedNames = (): string[] =>
  readdirSync(plansFolder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'));

/** The plans that ship and can be run, the announced one first. */
export function shippedPlans(): PlanRow[] {
  const rows = shippedNames().flatMap(rowOf);
  return [...rows.filter(({ name }) => name === 'million'), ...rows.filter(({ name }) => name !== 'million')];
}

function rowOf(name: string): PlanRow[] {
  const text = readFileSync(join(plansFolder, `${name}.yaml`), 'utf8');
  const document = readDocument(name, text);
  if (!document.ok || document.value.kind !== 'map') return [];
  const title = textOf(entryOf(document.value as PlacedMap, 'title')) ?? name;
  return [{ name, title, about: aboutIn(text) }];
}

/** The first sentence of the comment at the head of a plan. */
function aboutIn(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const words = lines
    .slice(0, end)
    .filter((line) => !line.includes('yaml-language-server'))
    .map((line) => line.replace(/^#\s*/, ''))
    .join(' ');
  return /^.*?[.!?](?=\s|$)/.exec(words)?.[0] ?? words;
}
