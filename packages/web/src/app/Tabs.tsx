import { useEffect, useRef } from 'preact/hooks';
import { addressOf } from './address.ts';
import { type ViewName, view, viewNames, viewTitles } from './views.ts';
import { words } from './words.ts';

/** The views, as links: they can be opened in a window of their own, and the browser's way back leads through them. */
export function Tabs() {
  const titles = viewTitles();
  return (
    <nav class="tabs" aria-label={words().views}>
      <ul>
        {viewNames.map((name) => (
          <li key={name}>
            <Tab name={name} title={titles[name]} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Tab({ name, title }: { name: ViewName; title: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  const current = view.value === name;
  useEffect(() => {
    // On a phone the row of tabs is longer than the screen.
    if (current) link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <a
      ref={link}
      href={addressOf(name)}
      data-view={name}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        view.value = name;
      }}
    >
      {title}
    </a>
  );
}
