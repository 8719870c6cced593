import type { Study, StudyFan, StudySpread, StudySummary } from '@kardashev/contracts/study.ts';
import { syntheticRun, syntheticRuns } from './fixture.ts';

/** A synthetic study of the first synthetic run: its own lines with made-up factors around them. */
const summary: StudySummary = {
  study: 'synthetic-study-1',
  plan: 'million (synthetic)',
  seed: 1,
  sampling: 'sobol',
  samples: 512,
  asked: 512,
  written: '2026-11-22T12:30:00.000Z',
  differences: 0,
};

/** Series of a study, and the columns whose sum over shells they are the futures of. */
const series: readonly (readonly [name: string, unit: string, column: string])[] = [
  ['satellites', '1', 'inService'],
  ['powerToCompute_W', 'W', 'powerToCompute_W'],
  ['launchMass_kg', 'kg', 'launchMass_kg'],
  ['downCapacity_bps', 'b/s', 'downCapacity_bps'],
  ['tokens_perS', '1/s', 'tokens_perS'],
  ['revisit_s', 's', 'revisit_s'],
  ['cash_USD', 'USD', 'cash_USD'],
];

const spread = (unit: string, own: number): StudySpread => ({
  unit,
  mean: own,
  sd: own * 0.2,
  p5: own * 0.5,
  p25: own * 0.8,
  p50: own * 0.95,
  p75: own * 1.1,
  p95: own * 1.4,
  none_share: 0,
});

async function study(name: string): Promise<Study | undefined> {
  const months = await syntheticRuns.months(syntheticRun);
  const verdict = await syntheticRuns.verdict(syntheticRun);
  if (name !== summary.study || !months || !verdict) return undefined;
  const { labels, columns } = months;
  const decembers = labels.flatMap((label, month) => (label.endsWith('-12') ? [month] : []));
  const fan = (unit: string, column: string): StudyFan => {
    const rows = columns.find((each) => each.name === column)?.values.slice(0, 6) ?? [];
    const times = (factor: number) =>
      decembers.map((month) => factor * rows.reduce((sum, row) => sum + (row[month] ?? 0), 0));
    const years = decembers.map((month) => Number(labels[month]?.slice(0, 4)));
    return {
      unit,
      years,
      p5: times(0.5),
      p25: times(0.8),
      p50: times(0.95),
      p75: times(1.1),
      p95: times(1.4),
    };
  };
  return {
    ...summary,
    from: labels[0]!,
    to: labels.at(-1)!,
    outputs: {
      'fleet.satellites_end': spread('1', verdict.fleet.satellites_end),
      'fleet.powerToCompute_W': spread('W', verdict.fleet.powerToCompute_W),
    },
    claims: Object.fromEntries(
      verdict.claims.map(({ id }, index) => {
        const holds_share = (index % 5) / 4;
        return [id, { holds_share, fails_share: 1 - holds_share, undecided_share: 0, error: 0.04 }];
      }),
    ),
    infeasible: { count: 3, share: 3 / 512 },
    fans: Object.fromEntries(series.map(([key, unit, column]) => [key, fan(unit, column)])),
  };
}

export const syntheticStudies = {
  list: async (run?: string): Promise<StudySummary[]> =>
    run === undefined || run === syntheticRun ? [{ ...summary, differences: run ? 0 : null }] : [],
  study,
};
