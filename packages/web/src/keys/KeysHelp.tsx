import { useEffect, useRef } from 'preact/hooks';
import { viewNames } from '../app/views.ts';
import { helpOpen, singleKeys, switchSingleKeys } from './help.ts';
import './keys.css';
import { words } from './words.ts';

/** Keys that are pressed together or in turn, and what they do. */
type Row = readonly [keys: readonly string[], does: string];

/** The list of keys; `?` opens it, as does its button in the header. */
export function KeysHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  const said = words();
  const open = helpOpen.value;
  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      class="keys-help"
      aria-labelledby="keys-title"
      onClose={() => {
        helpOpen.value = false;
      }}
      {...{ closedby: 'any' }}
    >
      {open && (
        <div class="keys-body">
          <header>
            <h2 id="keys-title">{said.title}</h2>
            <button
              type="button"
              class="close"
              aria-label={said.close}
              onClick={() => dialog.current?.close()}
            >
              ✕
            </button>
          </header>
          {groups().map(([title, rows]) => (
            <Group key={title} title={title} rows={rows} />
          ))}
          <p>{said.numbers}</p>
          <SingleKeys />
        </div>
      )}
    </dialog>
  );
}

function Group({ title, rows }: { title: string; rows: readonly Row[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function SingleKeys() {
  const { single, singleHint } = words();
  return (
    <label class="keys-single">
      <input
        type="checkbox"
        checked={singleKeys.value}
        onChange={(event) => switchSingleKeys(event.currentTarget.checked)}
      />
      <span>
        {single}
        <small>{singleHint}</small>
      </span>
    </label>
  );
}

function groups(): readonly (readonly [string, readonly Row[]])[] {
  const said = words();
  const views = viewNames.length;
  const time: readonly Row[] = [
    [[said.space], said.play],
    [['←', '→'], said.month],
    [[said.shift, '←', '→'], said.year],
    [[said.home, said.end], said.ends],
  ];
  const page: readonly Row[] = [
    [[said.tab], said.walk],
    [views > 1 ? ['1', '…', String(views)] : ['1'], said.views],
    [['T'], said.theme],
    [['L'], said.language],
    [['?'], said.help],
    [[said.escape], said.closes],
  ];
  const globe: readonly Row[] = [
    [['←', '→', '↑', '↓'], said.turn],
    [['+', '−'], said.zoom],
  ];
  return [
    [said.time, time],
    [said.page, page],
    [said.globe, globe],
  ];
}
