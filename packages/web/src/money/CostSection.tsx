import type { Cost } from '@kardashev/contracts/cost.ts';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Card } from '../cards/Card.tsx';
import { Chart } from '../chart/Chart.tsx';
import { digits, monthName, share } from '../format/quantity.ts';
import { weightedMean } from '../months/table.ts';
import { type Mission, month } from '../state/mission.ts';
import { SaveCsv } from '../tables/Table.tsx';
import { type Basis, bases, breakdownOf, costRows, placesOf, seriesOf } from './breakdown.ts';
import { PartBars } from './PartBars.tsx';
import { words } from './words.ts';

interface CostProps {
  readonly cost: Cost;
  readonly mission: Mission;
  readonly inOrbit: (row: string) => boolean;
}

/** Ground against orbit: through the months, and part by part in the month on show. */
export function CostSection({ cost, mission, inOrbit }: CostProps) {
  const basis = useSignal<Basis>('USDperPFLOPday');
  const say = words().cost;
  const { orbit, ground, months } = cost;
  const chart = useMemo(() => {
    const lines = [
      ...(orbit ? [{ label: say.orbit, values: seriesOf(orbit[basis.value]), role: 'main' as const }] : []),
      ...(ground
        ? [
            {
              label: say.ground,
              values: seriesOf(ground[basis.value]),
              role: orbit ? ('other' as const) : ('main' as const),
            },
          ]
        : []),
    ];
    // The unit in full stands over the chart; on its axis there is no room.
    return { title: `${say.chart}, ${say.units[basis.value]}`, unit: 'USD', lines, logarithmic: true };
  }, [cost, basis.value, say]);
  if (!orbit && !ground) {
    return (
      <Card id="money-cost" title={say.title}>
        <p class="quiet">{say.none}</p>
      </Card>
    );
  }
  const at = Math.min(month.value, months.length - 1);
  return (
    <Card
      id="money-cost"
      title={say.title}
      unit={`${say.units[basis.value]}, ${words().real}`}
      tools={
        <>
          <BasisChooser basis={basis.value} choose={(next) => (basis.value = next)} />
          <SaveCsv name={`${cost.run}-cost.csv`} table={say.chart} rows={() => costRows(cost)} />
        </>
      }
    >
      <CostAnswer cost={cost} mission={mission} inOrbit={inOrbit} />
      <div class="card-pair">
        <div class="tall-chart">
          <h4>{say.chart}</h4>
          <Chart chart={chart} labels={months} />
        </div>
        <div>
          <h4>{say.parts(monthName(months[at] ?? ''))}</h4>
          <PartBars breakdown={breakdownOf(cost, basis.value, at)} unit={say.units[basis.value]} />
        </div>
      </div>
      <p class="quiet small">{say.boundary(share((orbit ?? ground)!.costOfCapital_perYear))}</p>
    </Card>
  );
}

function BasisChooser({ basis, choose }: { basis: Basis; choose: (basis: Basis) => void }) {
  const say = words().cost;
  return (
    <label class="picker">
      {say.basis}{' '}
      <select value={basis} onChange={(event) => choose(event.currentTarget.value as Basis)}>
        {bases.map((each) => (
          <option key={each} value={each}>
            {say.bases[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Whether and when orbit is the cheaper place, in the month on show and why in the end. */
function CostAnswer({ cost, mission, inOrbit }: CostProps) {
  const say = words().cost;
  const { orbit, ground, months, crossover } = cost;
  const last = months.length - 1;
  const at = Math.min(month.value, last);
  if (!orbit) return <p class="answer-line">{say.onlyGround}</p>;
  if (!ground) return <p class="answer-line">{say.onlyOrbit}</p>;
  const [o, g] = [orbit.USDperPFLOPday[at] ?? null, ground.USDperPFLOPday[at] ?? null];
  const name = monthName(months[at] ?? '');
  const unit = (value: number) => `${digits(value)}\u00a0${say.units.USDperPFLOPday}`;
  const places = placesOf(cost, 'orbit', last);
  const carried = weightedMean(mission.table, 'deliverableShare', 'inService', inOrbit)?.[last] ?? Number.NaN;
  const [wo, wg, middle] = [orbit.USDperW[last], ground.USDperW[last], ground.USDperPFLOPday[last]];
  return (
    <>
      <p class="answer-line">
        <strong>
          {crossover ? say.crossed(monthName(crossover)) : say.notCrossed(monthName(months[last] ?? ''))}
        </strong>{' '}
        {o !== null && g !== null
          ? say.dearer(name, unit(o), unit(g), digits(o / g))
          : o === null && g !== null && say.endless(name)}
      </p>
      <p class="quiet">
        {placesText(places, middle, unit)}{' '}
        {wo != null && wg != null && <>{say.watt(`${digits(wo)}\u00a0$`, `${digits(wg)}\u00a0$`)} </>}
        {Number.isFinite(carried) && say.links(share(carried))}
      </p>
    </>
  );
}

/** Between what shells of the plan lie, and the middle of the sites; in the end. */
function placesText(
  places: readonly { readonly name: string; readonly cost: number }[],
  middle: number | null | undefined,
  write: (value: number) => string,
): string {
  const say = words().cost;
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last || middle == null) return '';
  const told = ({ name, cost }: { name: string; cost: number }) => `${name} ${write(cost)}`;
  return first === last
    ? say.place(told(first), write(middle))
    : say.places(told(first), told(last), write(middle));
}
