import { entryOf, type Placed, readDocument, textOf } from '../../evidence/document.ts';
import { type Fault, failure, type Outcome, success } from '../../outcome/outcome.ts';

/** How an index is made. Read from a rules document. */
export interface IndexRules {
  /** Level on the base date. */
  readonly base: number;
  /** `YYYY-MM-DD`; the first date of the prices when left out. */
  readonly baseDate?: string;
  /** Whether all shares count, or those that can be traded. */
  readonly weighting: 'full' | 'float';
  /** Largest weight of one constituent when weights are set anew; 1 is none. */
  readonly cap: number;
  /** Symbols held from the base date; all that have a price then when left out. */
  readonly constituents?: readonly string[];
  /** Trading days from a listing to the close at which it enters. */
  readonly fastEntryDays: number;
}

const known = ['base', 'baseDate', 'weighting', 'cap', 'constituents', 'fastEntryDays'];

/** Reads a rules document. Faults: `file/yaml`, `index/rules`. */
export function readRules(file: string, text: string): Outcome<IndexRules> {
  const document = readDocument(file, text);
  if (!document.ok) return document;
  const root = document.value;
  const faults: Fault[] = [];
  const refuse = (node: Placed, cause: string): void => {
    faults.push({
      code: 'index/rules',
      message: 'The rules of the index cannot be followed.',
      at: node.place,
      cause,
      fix: 'Write base, baseDate, weighting: full or float, cap, constituents and fastEntryDays as docs/reference/index.md has them.',
    });
  };
  if (root.kind !== 'map') refuse(root, 'A rules document is a map of rules.');
  else
    for (const { key, value } of root.entries)
      if (!known.includes(key)) refuse(value, `"${key}" is no rule.`);
  const read = (key: string, otherwise: number, fits: (value: number) => boolean, what: string): number => {
    const node = entryOf(root, key);
    if (!node) return otherwise;
    const text = textOf(node) ?? '';
    const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text || Number.NaN);
    if (!fits(value)) refuse(node, `${key} is ${text || 'empty'}: it takes ${what}.`);
    return value;
  };
  const rules: IndexRules = {
    base: read('base', 100, (value) => value > 0, 'a level above zero'),
    cap: read('cap', 1, (value) => value > 0 && value <= 1, 'a weight above 0 and up to 1'),
    fastEntryDays: read(
      'fastEntryDays',
      0,
      (value) => Number.isInteger(value) && value >= 0,
      'a whole number',
    ),
    weighting: weightingOf(entryOf(root, 'weighting'), refuse),
    ...baseDateOf(entryOf(root, 'baseDate'), refuse),
    ...constituentsOf(entryOf(root, 'constituents'), refuse),
  };
  return faults.length > 0 ? failure(...faults) : success(rules);
}

type Refuse = (node: Placed, cause: string) => void;

function weightingOf(node: Placed | undefined, refuse: Refuse): IndexRules['weighting'] {
  const text = textOf(node) ?? 'float';
  if (text === 'full' || text === 'float') return text;
  if (node) refuse(node, `weighting is "${text}": it takes full or float.`);
  return 'float';
}

function baseDateOf(node: Placed | undefined, refuse: Refuse): Pick<IndexRules, 'baseDate'> {
  const text = textOf(node);
  if (!node || text === undefined) return {};
  const baseDate = text.slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(baseDate)) refuse(node, `baseDate is "${text}": it takes YYYY-MM-DD.`);
  return { baseDate };
}

function constituentsOf(node: Placed | undefined, refuse: Refuse): Pick<IndexRules, 'constituents'> {
  if (!node) return {};
  if (node.kind !== 'list') {
    refuse(node, 'constituents is a list of symbols.');
    return {};
  }
  const symbols = node.items.map((item) => textOf(item) ?? '');
  return symbols.length > 0 ? { constituents: symbols } : {};
}
