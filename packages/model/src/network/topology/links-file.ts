import { type Fault, failure, type Outcome, success } from '../../outcome/outcome.ts';
import { LinkList, type Links } from './links.ts';

/** A row that names two satellites, as the caller's CSV reader found it. */
export interface LinkRow {
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

/**
 * Links of the user's own over `satellites` satellites. The same link twice, in either sense, is one. Fault:
 * `network/links` for what is no satellite, or a link to itself; all rows are told.
 */
export function ownLinks(file: string, rows: readonly LinkRow[], satellites: number): Outcome<Links> {
  const list = new LinkList();
  const known = new Set<number>();
  const faults: Fault[] = [];
  for (const row of rows) {
    const cause = wrong(row, satellites);
    if (cause !== undefined) {
      faults.push(rowFault(file, row, cause));
      continue;
    }
    const [from, to] = [Number(row.from), Number(row.to)];
    const key = Math.min(from, to) * satellites + Math.max(from, to);
    if (known.has(key)) continue;
    known.add(key);
    list.add(from, to);
  }
  return faults.length > 0 ? failure(...faults) : success(list.links());
}

function wrong({ from, to }: LinkRow, satellites: number): string | undefined {
  for (const end of [from, to]) {
    const number = end.trim() === '' ? Number.NaN : Number(end);
    if (!Number.isInteger(number) || number < 0) return `"${end}" is no number of a satellite.`;
    if (number === satellites) return `There is no satellite ${end}: they are numbered from 0, not from 1.`;
    if (number > satellites) return `There is no satellite ${end}: the last is ${satellites - 1}.`;
  }
  return Number(from) === Number(to) ? 'A satellite cannot be linked to itself.' : undefined;
}

const rowFault = (file: string, row: LinkRow, cause: string): Fault => ({
  code: 'network/links',
  message: `The link from "${row.from}" to "${row.to}" cannot be.`,
  at: { file, line: row.line },
  cause,
  fix: 'A satellite is plane · perPlane + slot, both from 0, and counts on from shell to shell.',
});
