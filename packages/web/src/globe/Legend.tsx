import { count } from '../format/quantity.ts';
import type { ShellGroup } from './groups.ts';

/** Which colour is which shell, and how many satellites it has this month. */
export function Legend({ groups, counts }: { groups: readonly ShellGroup[]; counts: readonly number[] }) {
  return (
    <ul class="legend">
      {groups.map(({ label, colour, members }) => (
        <li key={label}>
          <span class="legend-swatch" style={{ background: colour }} />
          <span>{label}</span>
          <span class="legend-count">
            {count(members.reduce((sum, index) => sum + (counts[index] ?? 0), 0))}
          </span>
        </li>
      ))}
    </ul>
  );
}
