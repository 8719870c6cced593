import type { SetAside } from '@kardashev/model/data/wire/observation.ts';

/** How many were set aside for each reason. */
export function countReasons(all: readonly SetAside[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { setAside } of all) counts[setAside] = (counts[setAside] ?? 0) + 1;
  return counts;
}

/** `Set aside: 3 duplicate, 1 off-globe.`; nothing where nothing was. */
export function reasonsLine(counts: Readonly<Record<string, number>>): string[] {
  const told = Object.entries(counts).map(([reason, count]) => `${count} ${reason}`);
  return told.length === 0 ? [] : [`Set aside: ${told.join(', ')}.`];
}
