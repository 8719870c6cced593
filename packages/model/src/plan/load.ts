import { entryOf, type Placed, type PlacedMap, readDocument, textOf } from '../evidence/document.ts';
import { type Fault, failure, type Outcome, success } from '../outcome/outcome.ts';
import { merge, nested } from './merge.ts';

/** Reads a file named in a plan (or by the user, where `from` is missing). The caller knows about folders. */
export type ReadText = (
  name: string,
  from?: string,
) => Outcome<{ readonly file: string; readonly text: string }>;

export interface Override {
  /** Dotted path in the plan. */
  readonly path: string;
  readonly text: string;
}

/**
 * A plan's document with everything it extends below it and the overrides on top. Faults: those of `readText`,
 * `file/yaml`, `plan/shape`, `plan/circular-extends`, `plan/override`.
 */
export function loadPlan(
  file: string,
  readText: ReadText,
  overrides: readonly Override[],
): Outcome<{ readonly root: PlacedMap; readonly file: string }> {
  const loaded = loadFile(file, undefined, readText, []);
  if (!loaded.ok) return loaded;
  let { root } = loaded.value;
  const faults: Fault[] = [];
  for (const override of overrides) {
    const value = readDocument(`--set ${override.path}`, override.text);
    const known = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/.test(override.path);
    const said = value.ok && (value.value.kind !== 'scalar' || textOf(value.value) !== '');
    if (value.ok && known && said) root = merge(root, nested(override.path, value.value)) as PlacedMap;
    else faults.push(overrideFault(override));
  }
  return faults.length > 0 ? failure(...faults) : success({ root, file: loaded.value.file });
}

function loadFile(
  name: string,
  from: string | undefined,
  readText: ReadText,
  above: readonly string[],
): Outcome<{ readonly root: PlacedMap; readonly file: string }> {
  const read = readText(name, from);
  if (!read.ok) return read;
  const { file, text } = read.value;
  const document = readDocument(file, text);
  if (!document.ok) return document;
  const root = document.value;
  if (root.kind !== 'map') return failure(shapeFault(root));
  const parent = entryOf(root, 'extends');
  if (!parent) return success({ root, file });
  const chain = [...above, file];
  const parentName = textOf(parent);
  if (parentName === undefined) return failure(shapeFault(parent));
  const target = readText(parentName, file);
  if (!target.ok) return failure(...target.faults.map((fault) => ({ ...fault, at: parent.place })));
  if (chain.includes(target.value.file)) {
    return failure({
      code: 'plan/circular-extends',
      message: 'The plan extends itself.',
      at: parent.place,
      cause: `${[...chain, target.value.file].join(' extends ')}.`,
      fix: 'Take one extends out of the circle.',
    });
  }
  const below = loadFile(parentName, file, readText, chain);
  return below.ok ? success({ root: merge(below.value.root, root) as PlacedMap, file }) : below;
}

/** Nothing at all, or nothing but comments. */
const isEmpty = (node: Placed): boolean =>
  node.kind === 'scalar' && node.value === null && node.source === '';

function shapeFault(node: Placed): Fault {
  return {
    code: 'plan/shape',
    message: 'This is not a plan.',
    at: node.place,
    cause: isEmpty(node)
      ? 'The file is empty.'
      : 'A plan is a map of keys; extends takes the path of one plan.',
    fix: 'See plans/million.yaml for the shape of a plan.',
  };
}

function overrideFault({ path, text }: Override): Fault {
  return {
    code: 'plan/override',
    message: `--set ${path}=${text} cannot be read.`,
    at: { path },
    cause: 'The path must be keys joined by dots, the value a quantity as in a plan.',
    fix: 'Write --set path.to.key="value with unit".',
  };
}
