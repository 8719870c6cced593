import { useMemo } from 'preact/hooks';
import { fetchMonths } from '../api/api.ts';
import { useDocument } from '../api/useDocument.ts';
import { Card } from '../cards/Card.tsx';
import { Chart } from '../chart/Chart.tsx';
import { LogLog, type Path } from '../chart/LogLog.tsx';
import { digits, monthName, quantity, text } from '../format/quantity.ts';
import type { Series } from '../months/table.ts';
import { type Mission, month } from '../state/mission.ts';
import { SaveCsv } from '../tables/Table.tsx';
import { Arrived } from './Arrived.tsx';
import { bendsFrom, lastOf, type Scaling, scalingColumns, scalingOf, scalingRows } from './scaling.ts';
import { words } from './words.ts';

interface LawProps {
  readonly mission: Mission;
  readonly inOrbit: (row: string) => boolean;
}

/** The scaling law as it was stated, and what the run makes of it. */
export function LawSection({ mission, inOrbit }: LawProps) {
  const { verdict, funding } = mission;
  const months = useDocument(mission.table, () => fetchMonths(verdict.run, scalingColumns, funding));
  return (
    <Arrived {...months}>
      {(document) => {
        const scaling = scalingOf(document, inOrbit);
        return scaling ? <Law scaling={scaling} run={verdict.run} /> : <NoLaw />;
      }}
    </Arrived>
  );
}

function NoLaw() {
  return (
    <Card id="money-law" title={words().law.title}>
      <p class="quiet">{words().nothingInOrbit}</p>
    </Card>
  );
}

function Law({ scaling, run }: { scaling: Scaling; run: string }) {
  const say = words().law;
  const { labels, fleetSlope, trainingSlope } = scaling;
  const slopes = useMemo(
    () => ({
      title: say.slopes,
      unit: '1',
      lines: [
        { label: say.slopeFleet, values: fleetSlope, role: 'main' as const },
        { label: say.slopeTraining, values: trainingSlope, role: 'other' as const },
      ],
    }),
    [scaling, say],
  );
  return (
    <Card
      id="money-law"
      title={say.title}
      unit={`FLOP/s, dense bf16`}
      tools={<SaveCsv name={`${run}-law.csv`} table={say.chart} rows={() => scalingRows(scaling)} />}
    >
      <p class="answer-line">
        <strong>{say.answer(written(fleetSlope), written(trainingSlope))}</strong> {bends(scaling)}
      </p>
      <p class="quiet">
        {say.lead} {say.why}
      </p>
      <div class="card-pair">
        <div>
          <h4>{say.chart}</h4>
          <LogLog
            label={describe(scaling)}
            x={{ label: say.mass, unit: 'kg' }}
            unit="FLOP/s"
            paths={pathsOf(scaling)}
            at={month.value}
            height={300}
          />
        </div>
        <div class="tall-chart">
          <h4>{say.slopes}</h4>
          <Chart chart={slopes} labels={labels} />
        </div>
      </div>
    </Card>
  );
}

const written = (slopes: Series): string => digits(lastOf(slopes));

function bends({ labels, fleetSlope, trainingSlope }: Scaling): string {
  const say = words().law;
  const name = (at: number) => monthName(labels[at] ?? '');
  const fleet = bendsFrom(fleetSlope);
  const training = bendsFrom(trainingSlope);
  return [
    fleet === undefined ? say.straight : say.bends(name(fleet)),
    Number.isNaN(lastOf(trainingSlope))
      ? say.trainingNone
      : training === undefined
        ? say.trainingStraight
        : say.trainingBends(name(training)),
  ].join(' ');
}

function pathsOf({ mass_kg, law_FLOPperS, fleet_FLOPperS, training_FLOPperS }: Scaling): Path[] {
  const say = words().law;
  const points = (values: Series) => Array.from(mass_kg, (mass, at) => [mass, values[at]!] as const);
  return [
    { label: say.line, look: 'law', points: points(law_FLOPperS) },
    { label: say.fleet, look: 'main', points: points(fleet_FLOPperS) },
    { label: say.training, look: 'other', points: points(training_FLOPperS) },
  ];
}

function describe({ mass_kg, law_FLOPperS, fleet_FLOPperS, training_FLOPperS }: Scaling): string {
  const say = words().law;
  const end = (values: Series, unit: string) => text(quantity(lastOf(values), unit));
  return `${say.chart}: ${say.mass} ${end(mass_kg, 'kg')}, ${say.line} ${end(law_FLOPperS, 'FLOP/s')}, ${say.fleet} ${end(fleet_FLOPperS, 'FLOP/s')}, ${say.training} ${end(training_FLOPperS, 'FLOP/s')}`;
}
