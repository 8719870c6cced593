import { useEffect, useRef } from 'preact/hooks';
import { ClaimNode } from './ClaimNode.tsx';
import { ColumnNode } from './ColumnNode.tsx';
import { HeadlineNode } from './HeadlineNode.tsx';
import { titleOf } from './titles.ts';
import { goDeeper, named, trail } from './trail.ts';
import { words } from './words.ts';

/** One number of the trail: its title, the way to it, and where it comes from. */
export function LineagePage({ run, number, close }: { run: string; number: string; close: () => void }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    title.current?.closest('dialog')?.scrollTo(0, 0);
  }, [number]);
  return (
    <>
      <header>
        <p>{words().open}</p>
        <h2 id="drawer-title" tabIndex={-1} ref={title}>
          {titleOf(number)}
        </h2>
        <button type="button" class="close" aria-label={words().close} onClick={close}>
          ✕
        </button>
      </header>
      <Way />
      <Node key={number} run={run} number={number} />
    </>
  );
}

/** The numbers that led here; each leads back. */
function Way() {
  const before = trail.value.slice(0, -1);
  if (before.length === 0) return null;
  return (
    <nav class="way" aria-label={words().way}>
      <ol>
        {before.map((number) => (
          <li key={number}>
            <button type="button" onClick={() => goDeeper(number)}>
              {titleOf(number)}
            </button>
            <span aria-hidden="true">›</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Node({ run, number }: { run: string; number: string }) {
  const { kind, name, ...rest } = named(number);
  if (kind === 'headline') return <HeadlineNode run={run} headline={name} />;
  if (kind === 'claim') return <ClaimNode run={run} claim={name} />;
  return <ColumnNode run={run} column={name} row={'row' in rest ? rest.row : undefined} />;
}
