import { type HeadlineName, headlineNames } from '@kardashev/contracts/lineage.ts';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { count } from '../format/quantity.ts';
import { titleOf } from '../lineage/titles.ts';
import { changes } from '../rerun/changes.ts';
import type { OpenPlan } from '../rerun/session.ts';
import { Assumption } from './Assumption.tsx';
import { useDeciding } from './deciding.ts';
import { type Group, groups, type Row, rowsOf, search } from './rows.ts';
import { words } from './words.ts';

/** Rows shown before one asks for more: a plan has some two thousand. */
const atOnce = 25;
const decidingAtOnce = 12;

/** All assumptions of a plan: the deciding ones first, then by subsystem; or what a search finds. */
export function Assumptions({ plan, run }: { plan: OpenPlan; run: string }) {
  const rows = useMemo(() => rowsOf(plan), [plan]);
  const wish = useSignal('');
  const changedOnly = useSignal(false);
  const { search: label, searchHint, changedOnly: only } = words();
  const narrowed = wish.value.trim() !== '' || changedOnly.value;
  return (
    <section class="assumptions-list" aria-labelledby="assumptions-title">
      <h2 id="assumptions-title" class="unseen">
        {words().found(rows.length)}
      </h2>
      <div class="assumptions-filter">
        <input
          type="search"
          aria-label={label}
          placeholder={searchHint}
          value={wish.value}
          onInput={(event) => {
            wish.value = event.currentTarget.value;
          }}
        />
        <label class="plan-check">
          <input
            type="checkbox"
            checked={changedOnly.value}
            onChange={(event) => {
              changedOnly.value = event.currentTarget.checked;
            }}
          />
          {only}
        </label>
      </div>
      {narrowed ? (
        <Found rows={rows} wish={wish.value} changedOnly={changedOnly.value} />
      ) : (
        <>
          <Changed rows={rows} />
          <Deciding rows={rows} run={run} />
          {groups.map((group) => (
            <GroupOf key={group} group={group} rows={rows} />
          ))}
        </>
      )}
    </section>
  );
}

function Found({ rows, wish, changedOnly }: { rows: readonly Row[]; wish: string; changedOnly: boolean }) {
  const found = search(rows, wish).filter(({ path }) => !changedOnly || changes.value.has(path));
  return (
    <>
      <div role="status">
        <h3 class="group-title">{words().found(found.length)}</h3>
      </div>
      {found.length === 0 ? (
        <p class="plan-hint">
          {changes.value.size === 0 && changedOnly ? words().nothingChanged : words().nothingFound}
        </p>
      ) : (
        <List key={wish} rows={found} />
      )}
    </>
  );
}

/** What is changed stands first, so that who follows a link sees it. */
function Changed({ rows }: { rows: readonly Row[] }) {
  const own = rows.filter(({ path }) => changes.value.has(path));
  if (own.length === 0) return null;
  return (
    <section class="changed-rows">
      <h3 class="group-title">{words().changed}</h3>
      <List rows={own} />
    </section>
  );
}

function Deciding({ rows, run }: { rows: readonly Row[]; run: string }) {
  const chosen = useSignal<HeadlineName>('capital.orbit_USDperPFLOPday');
  const deciding = useDeciding(run, chosen.value).value;
  const byPath = useMemo(() => new Map(rows.map((row) => [row.path, row])), [rows]);
  const { decidingFor, decidingHint, decidingNone, decidingWait } = words();
  const known = deciding.state === 'ready' ? deciding.value : [];
  const waits = deciding.state === 'loading' || known.some(({ elasticity }) => elasticity === null);
  const first = known.filter(({ path }) => byPath.has(path)).slice(0, decidingAtOnce);
  return (
    <section class="deciding">
      <header>
        <h3 class="group-title">
          <label for="deciding-headline">{decidingFor}</label>
        </h3>
        <select
          id="deciding-headline"
          value={chosen.value}
          onChange={(event) => {
            chosen.value = event.currentTarget.value as HeadlineName;
          }}
        >
          {headlineNames.map((name) => (
            <option key={name} value={name}>
              {titleOf(name)}
            </option>
          ))}
        </select>
      </header>
      <p class="plan-hint" role="status">
        {deciding.state === 'failed' ? decidingNone : waits ? decidingWait : decidingHint}
      </p>
      <ul>
        {first.map(({ path, elasticity }) => (
          <Assumption key={path} row={byPath.get(path)!} elasticity={elasticity} />
        ))}
      </ul>
    </section>
  );
}

function GroupOf({ group, rows }: { group: Group; rows: readonly Row[] }) {
  const own = useMemo(() => rows.filter((row) => row.group === group), [rows]);
  const open = useSignal(false);
  if (own.length === 0) return null;
  return (
    <details
      class="group"
      data-group={group}
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>
        <h3 class="group-title">{words().groups[group]}</h3>
        <span>{count(own.length)}</span>
      </summary>
      {open.value && <List rows={own} />}
    </details>
  );
}

function List({ rows }: { rows: readonly Row[] }) {
  const shown = useSignal(atOnce);
  const rest = rows.length - shown.value;
  return (
    <>
      <ul>
        {rows.slice(0, shown.value).map((row) => (
          <Assumption key={row.path} row={row} />
        ))}
      </ul>
      {rest > 0 && (
        <button
          type="button"
          class="plain-button more"
          onClick={() => {
            shown.value += 2 * atOnce;
          }}
        >
          {words().more(Math.min(rest, 2 * atOnce))}
        </button>
      )}
    </>
  );
}
