import { useEffect, useMemo, useRef } from 'preact/hooks';
import { fetchMonths } from '../../api/api.ts';
import { useDocument } from '../../api/useDocument.ts';
import { TroubleNote } from '../../app/TroubleNote.tsx';
import type { ViewProps } from '../../app/views.ts';
import { monthTable } from '../../months/table.ts';
import { FuturesBar } from '../../studies/FuturesBar.tsx';
import { AnswerLine } from '../AnswerLine.tsx';
import { closeRoom, openedRoom, openRoom, rooms } from '../opened.ts';
import type { Room } from '../panel.ts';
import { panels } from '../panels.ts';
import { words as panelWords } from '../words.ts';
import { ClaimsOf } from './ClaimsOf.tsx';
import './depth.css';
import './parts.css';
import type { DepthInput } from './depth.ts';
import { Limits } from './Limits.tsx';
import { Multiples } from './Multiples.tsx';
import { Numbers } from './Numbers.tsx';
import { columnsOf, depths } from './rooms.ts';
import { Spreads } from './Spreads.tsx';
import { words } from './words.ts';

/** A panel opened to its depth: as wide as the page, with the time line under it. */
export default function DepthPage({ mission, inOrbit, room }: ViewProps & { readonly room: Room }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [room]);
  useEffect(handleEscape, []);
  const model = panels({ table: mission.table, inOrbit }).find((each) => each.room === room);
  return (
    <section class="depth" aria-labelledby="depth-title" data-depth={room}>
      <header class="depth-head">
        <Rooms room={room} />
        <button type="button" class="depth-close" onClick={closeRoom}>
          <span aria-hidden="true">←</span> {words().close} <kbd>Esc</kbd>
        </button>
      </header>
      <div class="depth-title">
        <h2 id="depth-title" ref={heading} tabIndex={-1}>
          {panelWords()[room].title}
        </h2>
        <p>{panelWords()[room].question}</p>
        {model && <AnswerLine model={model} />}
      </div>
      <Body mission={mission} inOrbit={inOrbit} room={room} />
    </section>
  );
}

function Rooms({ room }: { room: Room }) {
  return (
    <nav aria-label={words().rooms} class="depth-rooms">
      {rooms.map((each) => (
        <button
          key={each}
          type="button"
          aria-current={each === room ? 'page' : undefined}
          onClick={() => openRoom(each)}
        >
          {panelWords()[each].title}
        </button>
      ))}
    </nav>
  );
}

/** The room's columns beside those that the page has, and all that is made of them. */
function Body({ mission, inOrbit, room }: ViewProps & { readonly room: Room }) {
  const { table, verdict, funding, shells } = mission;
  const depth = depths[room];
  const names = columnsOf(depth);
  const missing = [...names, 'inService'].filter((name) => !table.columns.has(name));
  const { document, again } = useDocument(`${verdict.run} ${verdict.hash} ${funding} ${room}`, () =>
    fetchMonths(verdict.run, [...names, 'inService'], funding),
  );
  const input = useMemo((): DepthInput | undefined => {
    if (document.state !== 'ready') return undefined;
    const own = monthTable(document.value);
    return {
      table: { labels: table.labels, columns: new Map([...table.columns, ...own.columns]) },
      inOrbit,
      shells,
    };
  }, [document, mission]);
  if (document.state === 'failed') return <TroubleNote trouble={document.trouble} retry={again} />;
  if (!input) return <Waiting missing={missing.length} />;
  return (
    <>
      <Multiples depth={depth} input={input} />
      <FuturesBar mission={mission} />
      <div class="depth-columns">
        <Limits table={input.table} name={depth.limits} />
        <ClaimsOf claims={verdict.claims} room={room} />
        <Spreads mission={mission} headlines={depth.headlines} />
      </div>
      <Numbers run={verdict.run} room={room} names={names} input={input} />
    </>
  );
}

function Waiting({ missing }: { missing: number }) {
  return (
    <div aria-busy="true" class="depth-grid">
      <p class="unseen" role="status">
        {words().loading}
      </p>
      {Array.from({ length: Math.min(4, missing) }, (_, index) => (
        <div key={index} class="skeleton" />
      ))}
    </div>
  );
}

/** Esc leads back, wherever the focus is, unless something over the page takes it first. */
function handleEscape(): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    if (openedRoom.value) closeRoom();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}
