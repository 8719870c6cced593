import type { AlertRow, Imagers } from '@kardashev/contracts/ground.ts';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { type Load, loading } from '../api/api.ts';
import { TroubleNote } from '../app/TroubleNote.tsx';
import { count, monthName, share } from '../format/quantity.ts';
import { goTo, type Mission, month } from '../state/mission.ts';
import { clockText, spanText } from './moments.ts';
import { drawnPasses, imagersUp, type Pass, passesOver } from './passes.ts';
import { degreesText } from './places.ts';
import { words } from './words.ts';
import { chosenAlert, fetchImagers, known_s } from './world.ts';

/** Passes are worked out anew when the moment has gone on by so much: they last for minutes. */
const stale_s = 30;

/** Which of the plan's imagers can look at an event next, when, and whether they would see anything. */
export function PassTable({ mission }: { mission: Mission }) {
  const { run } = mission.verdict;
  const imagers = useSignal<Load<Imagers>>(loading);
  useEffect(() => {
    fetchImagers(run).then((answer) => {
      imagers.value = answer;
    });
  }, [run]);
  const alert = chosenAlert.value;
  if (imagers.value.state === 'loading' || !alert) return null;
  if (imagers.value.state === 'failed') return <TroubleNote trouble={imagers.value.trouble} />;
  return (
    <section class="passes-of" aria-labelledby="passes-title">
      <header>
        <h3 id="passes-title">{words().passes}</h3>
        <FleetMonth mission={mission} />
      </header>
      <Looks mission={mission} alert={alert} imagers={imagers.value.value} />
    </section>
  );
}

/** The month whose fleet is taken: each December of the plan, and the one on show elsewhere. */
function FleetMonth({ mission: { table } }: { mission: Mission }) {
  const choices = table.labels
    .map((label, index) => ({ label, index }))
    .filter(({ label, index }) => label.endsWith('-12') || index === month.value);
  return (
    <label class="fleet-month">
      {words().fleetOf}{' '}
      <select value={month.value} onChange={(event) => goTo(Number(event.currentTarget.value))}>
        {choices.map(({ label, index }) => (
          <option key={label} value={index}>
            {monthName(label)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Looks({ mission, alert, imagers }: { mission: Mission; alert: AlertRow; imagers: Imagers }) {
  const { latitude_deg, longitude_deg } = alert;
  const { table, shells } = mission;
  const moment_s = Math.floor(known_s.value / stale_s) * stale_s;
  const fleet = useMemo(() => {
    const column = table.columns.get('inService');
    const inService = (shell: string) => column?.values[column.rows.indexOf(shell)]?.[month.value] ?? 0;
    return imagersUp(shells, inService, imagers);
  }, [table, shells, imagers, month.value]);
  const passes = useMemo(
    () =>
      latitude_deg === null || longitude_deg === null
        ? []
        : passesOver({ latitude_deg, longitude_deg }, moment_s, fleet, imagers),
    [latitude_deg, longitude_deg, moment_s, fleet, imagers],
  );
  useEffect(() => {
    drawnPasses.value = passes;
    return () => {
      drawnPasses.value = [];
    };
  }, [passes]);
  const up = fleet.reduce((sum, one) => sum + one.imagers, 0);
  if (latitude_deg === null) return <p class="faint">{words().noPlaceNoPass}</p>;
  if (up === 0) return <p class="faint">{words().noImagers}</p>;
  if (passes.length === 0) return <p class="faint">{words().noPass}</p>;
  const lit = passes.find((pass) => pass.lit);
  return (
    <>
      <p>
        {words().passesOf(monthName(table.labels[month.value] ?? ''), count(up))}{' '}
        <strong>{lit ? words().firstLit(spanText(lit.in_s)) : words().noLit}</strong>
      </p>
      <Table passes={passes} moment_s={moment_s} />
      <p class="faint">
        {words().passAssumed(degreesText(imagers.farthestOffNadir_rad), share(1 - imagers.cloud))}
      </p>
    </>
  );
}

function Table({ passes, moment_s }: { passes: readonly Pass[]; moment_s: number }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, it scrolls by itself, and by keyboard
    <section class="scrolls" aria-label={words().asTable} tabIndex={0}>
      <table class="passes-table">
        <thead>
          <tr>
            <th scope="col">{words().look}</th>
            <th scope="col">{words().satellite}</th>
            <th scope="col" class="right">
              {words().elevation}
            </th>
            <th scope="col" class="right">
              {words().offNadir}
            </th>
            <th scope="col" class="right">
              {words().sun}
            </th>
          </tr>
        </thead>
        <tbody>
          {passes.map((pass) => (
            <tr key={`${pass.shell}/${pass.plane}/${pass.slot}/${pass.t_s}`} data-pass>
              <th scope="row">
                {clockText(moment_s + pass.in_s)} <small>{words().in(spanText(pass.in_s))}</small>
              </th>
              <td>
                {pass.shell} <small>{words().plane(count(pass.plane + 1), count(pass.slot + 1))}</small>
              </td>
              <td class="right">{degreesText(pass.sight.elevation_rad)}</td>
              <td class="right">{degreesText(pass.sight.offNadir_rad)}</td>
              <td class="right">
                {degreesText(pass.sunElevation_rad)} {pass.lit ? words().lit : words().dark}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
