import { coefficientsOf, type OrbitDesign } from '@kardashev/model/energy/design.ts';
import type { OrbitStep } from '@kardashev/model/energy/worst-orbit.ts';
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { digits, monthName, nothing, share, text } from '../../format/quantity.ts';
import { hostValue, loadOf } from '../colour/shell-figures.ts';
import type { Design, Sky } from '../energy/messages.ts';
import { satelliteAt } from '../fleet/filling.ts';
import { choose, orbitTime_s } from '../state.ts';
import { type OrbitFacts, orbitFacts, type Vintage, vintageOf } from './facts.ts';
import { OrbitChart } from './OrbitChart.tsx';
import type { SatelliteProps } from './SatellitePage.tsx';
import { words } from './words.ts';

const year_s = 365.25 * 86_400;

/** Orbit, one revolution's power and temperatures, jobs and life of one satellite. */
export function SatelliteBody({ choice, fleet, data, energy, close }: SatelliteProps) {
  const texts = words();
  const { row, filling } = fleet.shells[choice.shell]!;
  const shell = data.fleet?.shells.find(({ name }) => name === row.name);
  const facts = orbitFacts(fleet, choice, orbitTime_s.value);
  const vintage = vintageOf(fleet, data.table, shell, choice);
  const steps = useSignal<readonly OrbitStep[] | undefined>(undefined);
  const age_s = (vintage?.age_yr ?? 0) * year_s;
  const sky: Sky = { beta_rad: facts.beta_rad, flux_Wperm2: fleet.flux_Wperm2, age_s };
  useEffect(() => {
    if (!shell) return;
    let ended = false;
    energy.ask<'orbit'>({ kind: 'orbit', design: shell.design, sky }).then((answer) => {
      if (!ended) steps.value = answer;
    });
    return () => {
      ended = true;
    };
  }, [shell, fleet.month, choice.shell, choice.plane, age_s]);
  const along = (by: number) => {
    const places = Array.from({ length: filling.perPlane - 1 }, (_, step) => ({
      plane: choice.plane,
      slot: (choice.slot + by * (step + 1) + filling.perPlane * filling.perPlane) % filling.perPlane,
    }));
    const next = places.find((place) => satelliteAt(filling, place) >= 0);
    if (next)
      choose(
        { shell: choice.shell, ...next },
        fleet.shells.map((each) => each.row),
      );
  };
  return (
    <div class="satellite-body" data-satellite={`${row.name}.${choice.plane + 1}.${choice.slot + 1}`}>
      <header>
        <p>{texts.kind(row.satellite, monthName(fleet.label))}</p>
        <h2 id="satellite-title" tabIndex={-1}>
          {texts.title(row.name, String(choice.plane + 1), String(choice.slot + 1))}
        </h2>
        <nav>
          <button type="button" aria-label={texts.previous} title={texts.previous} onClick={() => along(-1)}>
            ←
          </button>
          <button type="button" aria-label={texts.next} title={texts.next} onClick={() => along(1)}>
            →
          </button>
          <button type="button" aria-label={texts.close} title={texts.close} onClick={close}>
            ✕
          </button>
        </nav>
      </header>
      {satelliteAt(filling, choice) < 0 && <p class="satellite-empty">{texts.empty}</p>}
      <OrbitSection facts={facts} />
      {shell && <Revolution facts={facts} steps={steps} design={shell.design} sky={sky} />}
      <Jobs host={row.name} fleet={fleet} data={data} />
      {vintage && <Life vintage={vintage} labels={data.table.labels} />}
    </div>
  );
}

function Facts({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <dl>
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function OrbitSection({ facts }: { facts: OrbitFacts }) {
  const texts = words();
  const degrees = (angle_rad: number) => texts.degrees(digits((angle_rad * 180) / Math.PI));
  const minutes = (time_s: number) => texts.minutes(digits(time_s / 60));
  return (
    <section>
      <h3>{texts.orbit}</h3>
      <Facts
        rows={[
          [texts.altitude, text({ number: digits(facts.altitude_m / 1000), unit: 'km' })],
          [texts.inclination, degrees(facts.inclination_rad)],
          [texts.node, degrees(facts.node_rad)],
          [texts.period, minutes(facts.period_s)],
          [texts.beta, degrees(facts.beta_rad)],
          [texts.eclipse, facts.eclipse_s > 0 ? minutes(facts.eclipse_s) : texts.noEclipse],
        ]}
      />
    </section>
  );
}

interface RevolutionProps {
  readonly facts: OrbitFacts;
  readonly steps: Signal<readonly OrbitStep[] | undefined>;
  readonly design: Design;
  readonly sky: Sky;
}

function Revolution({ facts, steps, design, sky }: RevolutionProps) {
  const texts = words();
  const known = steps.value;
  if (!known) return <p role="status">{texts.computing}</p>;
  const limit_K = design.junctionLimit_K ?? Number.NaN;
  const of = (value: (step: OrbitStep) => number) => known.map(value);
  const array_kW = of(({ array_W }) => array_W / 1000);
  const chips_kW = of(({ chips_W }) => chips_W / 1000);
  const { capacity_J } = coefficientsOf(design as OrbitDesign, sky.age_s, sky.flux_Wperm2, sky.beta_rad);
  const charge = of(({ battery_J }) => (100 * battery_J) / capacity_J);
  const junction = of(({ junction_K }) => junction_K - 273.15);
  const radiator = of(({ radiator_K }) => radiator_K - 273.15);
  const mean_kW = chips_kW.reduce((sum, value) => sum + value, 0) / chips_kW.length;
  const celsius = (value: number) => text({ number: digits(Math.round(value)), unit: '°C' });
  const common = { period_s: facts.period_s, eclipse_s: facts.eclipse_s, now_s: facts.sinceNoon_s };
  const up = (values: readonly number[], step: number) => Math.ceil(Math.max(...values) / step) * step;
  const down = (values: readonly number[], step: number) => Math.floor(Math.min(...values) / step) * step;
  return (
    <section data-revolution>
      <h3>{texts.revolution}</h3>
      <OrbitChart
        {...common}
        title={texts.power}
        unit="kW"
        low={0}
        high={up(array_kW, 50)}
        lines={[
          { label: texts.array, role: 'other', values: array_kW },
          { label: texts.chips, role: 'main', values: chips_kW },
        ]}
      />
      {capacity_J > 0 && (
        <OrbitChart
          {...common}
          title={texts.battery}
          unit="%"
          low={0}
          high={100}
          lines={[{ label: texts.charge, role: 'main', values: charge }]}
        />
      )}
      <OrbitChart
        {...common}
        title={texts.heat}
        unit="°C"
        low={Math.min(0, down(radiator, 20))}
        high={up([...junction, limit_K - 273.15], 20)}
        lines={[
          { label: texts.radiator, role: 'other', values: radiator },
          { label: texts.junction, role: 'main', values: junction },
        ]}
      />
      <p class="satellite-note">{texts.sinceNoon}</p>
      <Facts
        rows={[
          [texts.chipsMean, text({ number: digits(mean_kW), unit: 'kW' })],
          [texts.hottest, texts.ofLimit(celsius(Math.max(...junction)), celsius(limit_K - 273.15))],
          [texts.discharge, capacity_J > 0 ? share(1 - Math.min(...charge) / 100) : nothing],
        ]}
      />
      <p class="satellite-note">{texts.computed}</p>
    </section>
  );
}

function Jobs({ host, fleet, data }: { host: string } & Pick<SatelliteProps, 'fleet' | 'data'>) {
  const texts = words();
  const work = data.table.columns.get('work_FLOPperS');
  const values = work?.values.map((row) => row[fleet.month] ?? 0) ?? [];
  const all = values.reduce((sum, value) => sum + value, 0);
  const mix = (work?.rows ?? []).map((name, row): readonly [string, string] => [
    `${texts.mix} ${name}`,
    share(values[row]! / all),
  ]);
  return (
    <section>
      <h3>{texts.jobs}</h3>
      <Facts
        rows={[
          [texts.load, share(loadOf(data.table, host, fleet.month))],
          ...(all > 0 ? mix : []),
          [texts.link, share(hostValue(data.table, 'downShare', host, fleet.month))],
        ]}
      />
      <p class="satellite-note">{texts.jobsNote}</p>
    </section>
  );
}

function Life({ vintage, labels }: { vintage: Vintage; labels: readonly string[] }) {
  const texts = words();
  const month = (index: number) => monthName(labels[index] ?? '');
  const vehicles = vintage.vehicles.map(({ name, share: part }) => `${name} (${share(part)})`).join(', ');
  const age = vintage.age_yr < 1 ? { number: digits(vintage.age_yr * 12) } : undefined;
  return (
    <section>
      <h3>{texts.life}</h3>
      <Facts
        rows={[
          [texts.entered, month(vintage.entry)],
          [
            texts.age,
            age
              ? text({ ...age, unit: texts.months })
              : text({ number: digits(vintage.age_yr), unit: texts.years }),
          ],
          [texts.launched, texts.about(month(vintage.launched))],
          [texts.vehicle, vehicles || nothing],
        ]}
      />
      <p class="satellite-note">{texts.lifeNote}</p>
    </section>
  );
}
