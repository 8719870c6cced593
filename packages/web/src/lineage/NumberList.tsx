import type { Input } from '@kardashev/contracts/number-lineage.ts';
import { titleOf } from './titles.ts';
import { goDeeper } from './trail.ts';
import { roomName, words } from './words.ts';

interface Numbered extends Partial<Pick<Input, 'room' | 'when' | 'doc'>> {
  readonly number: string;
}

/** Numbers that one is made of, or that it goes into; each leads on to its own lineage. */
export function NumberList({ numbers }: { numbers: readonly Numbered[] }) {
  return (
    <ul class="numbers">
      {numbers.map(({ number, room, when, doc }) => (
        <li key={number}>
          <button type="button" data-deeper={number} title={doc} onClick={() => goDeeper(number)}>
            <span>{titleOf(number)}</span> <code>{number}</code>
          </button>
          {(room || when) && (
            <small>{[room && roomName(room), when && words().when[when]].filter(Boolean).join(' · ')}</small>
          )}
        </li>
      ))}
    </ul>
  );
}
