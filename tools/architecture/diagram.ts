import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeOf } from './check.ts';
import { groups } from './rules.ts';
import { isTest, readSources, root, type Source, target } from './source.ts';

export const page = join(root, 'ARCHITECTURE.md');
const begin = '<!-- drawn by npm run architecture: begin -->';
const end = '<!-- drawn by npm run architecture: end -->';

type Edges = Map<string, Set<string>>;

/** Two Mermaid drawings of the imports as they are: between packages, and between the rooms of model. */
export function draw(sources: readonly Source[]): string {
  const shipped = sources.filter(({ file }) => !isTest(file));
  const packages = reduce(edges(shipped, (file) => placeOf(file)?.pack));
  const rooms = reduce(edges(shipped, modelRoom));
  return [
    'The packages:',
    chart([...nodes(packages), ...arrows(packages)]),
    'Inside `model`:',
    chart([
      ...Object.entries(groups).flatMap(([title, members]) => frame(title, members, rooms)),
      ...arrows(rooms),
    ]),
  ].join('\n\n');
}

/** The page with its drawing replaced. */
export function insert(text: string, drawing: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`ARCHITECTURE.md has lost its markers ${begin} … ${end}`);
  return `${text.slice(0, from + begin.length)}\n${drawing}\n${text.slice(to)}`;
}

function modelRoom(file: string): string | undefined {
  const place = placeOf(file);
  return place?.pack === 'model' ? place.room : undefined;
}

function edges(sources: readonly Source[], nodeOf: (file: string) => string | undefined): Edges {
  const result: Edges = new Map();
  for (const { file, imports } of sources) {
    const from = nodeOf(file);
    if (from === undefined) continue;
    const reached = result.get(from) ?? new Set();
    result.set(from, reached);
    for (const { specifier } of imports) {
      const to = nodeOf(target(file, specifier) ?? '');
      if (to !== undefined && to !== from) reached.add(to);
    }
  }
  return result;
}

/** Leaves out the arrows that a longer way already shows; with all of them nobody could read the drawing. */
function reduce(graph: Edges): Edges {
  const shown = ([from, reached]: [string, Set<string>]): [string, Set<string>] => {
    const detour = (to: string) =>
      [...reached].some((via) => via !== to && reaches(graph, via, to, new Set([from])));
    return [from, new Set([...reached].filter((to) => !detour(to)))];
  };
  return new Map([...graph].map(shown));
}

function reaches(graph: Edges, from: string, to: string, seen: Set<string>): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return [...(graph.get(from) ?? [])].some((next) => reaches(graph, next, to, seen));
}

const nodes = (graph: Edges): string[] => [...graph.keys()].sort();

function frame(title: string, members: readonly string[], graph: Edges): string[] {
  const present = members.filter((room) => graph.has(room));
  // A frame around one room would bear the room's own name, which Mermaid does not take.
  if (present.length < 2) return present;
  return [
    `subgraph frame_${title.replaceAll(' ', '_')}["${title}"]`,
    ...present.map((room) => `  ${room}`),
    'end',
  ];
}

function arrows(graph: Edges): string[] {
  return nodes(graph).flatMap((from) => [...graph.get(from)!].sort().map((to) => `${from} --> ${to}`));
}

function chart(lines: readonly string[]): string {
  return ['```mermaid', 'flowchart TD', ...lines.map((line) => `  ${line}`), '```'].join('\n');
}

if (import.meta.main) {
  writeFileSync(page, insert(readFileSync(page, 'utf8'), draw(readSources())));
}
