import type { Fleet } from '@kardashev/contracts/fleet.ts';
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { fetchFleet, fetchMonths } from '../../api/api.ts';
import { type MonthTable, monthTable } from '../../months/table.ts';
import type { Mission } from '../../state/mission.ts';
import { figureColumns } from '../colour/shell-figures.ts';

/** What the globe knows of a run beyond the page's own columns: it comes after the first picture. */
export interface GlobeData {
  /** Undefined where the server does not tell satellites apart. */
  readonly fleet: Fleet | undefined;
  readonly table: MonthTable;
}

const columns = [...figureColumns, 'launches', 'launchMass_kg', 'batteryDepth', 'work_FLOPperS'] as const;

/** Follows the mission: at once with the page's columns, then with all that the globe wants. */
export function useGlobeData(mission: Mission): Signal<GlobeData> {
  const data = useSignal<GlobeData>({ fleet: undefined, table: mission.table });
  useEffect(() => {
    let ended = false;
    data.value = { fleet: data.value.fleet, table: mission.table };
    load(mission).then((loaded) => {
      if (!ended) data.value = loaded;
    });
    return () => {
      ended = true;
    };
  }, [mission]);
  return data;
}

async function load({ verdict, funding, table }: Mission): Promise<GlobeData> {
  const missing = columns.filter((name) => !table.columns.has(name));
  const [fleet, months] = await Promise.all([
    fetchFleet(verdict.run, funding),
    missing.length > 0 ? fetchMonths(verdict.run, missing, funding) : undefined,
  ]);
  const more = months?.state === 'ready' ? monthTable(months.value).columns : new Map();
  return {
    fleet: fleet.state === 'ready' ? fleet.value : undefined,
    table: { labels: table.labels, columns: new Map([...table.columns, ...more]) },
  };
}
