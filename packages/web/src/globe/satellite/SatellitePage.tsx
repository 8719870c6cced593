import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Energy } from '../energy/energy.ts';
import type { GlobeData } from '../fleet/data.ts';
import type { FleetMonth } from '../fleet/fleet-month.ts';
import type { Choice } from '../pick/pick.ts';
import './satellite.css';
import { words } from './words.ts';

export interface SatelliteProps {
  readonly choice: Choice;
  readonly fleet: FleetMonth;
  readonly data: GlobeData;
  readonly energy: Energy;
  readonly close: () => void;
}

/** One satellite's page beside the globe, which stays in use. What is in it comes in a file of its own. */
export function SatellitePage(props: SatelliteProps) {
  const dialog = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  const [Body, setBody] = useState<ComponentType<SatelliteProps>>();
  useEffect(() => {
    before.current = document.activeElement;
    // Above everything, and yet the globe beside it stays in use.
    dialog.current?.showPopover();
    import('./SatelliteBody.tsx').then(({ SatelliteBody }) => setBody(() => SatelliteBody));
    return () => {
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    if (Body) dialog.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, [Body]);
  return (
    <div
      ref={dialog}
      popover="manual"
      role="dialog"
      class="satellite"
      aria-labelledby="satellite-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        props.close();
      }}
    >
      {Body ? (
        <Body {...props} />
      ) : (
        <p id="satellite-title" role="status">
          {words().loading}
        </p>
      )}
    </div>
  );
}
