import type { PlanDocument } from '@kardashev/contracts/plan.ts';
import { useSignal } from '@preact/signals';
import { changes } from '../rerun/changes.ts';
import { linkTo } from '../rerun/share.ts';
import { keptMission, rerunState } from '../rerun/state.ts';
import type { Mission } from '../state/mission.ts';
import { monthsCsv } from './csv.ts';
import { download, fileName } from './download.ts';
import { allMonths, type PassMonths } from './passes.ts';
import { planFile } from './plan-file.ts';
import { words } from './words.ts';

/** Everything that can be taken out of the page: the plan, the months, the report, a link. */
export function Exports({ plan, mission }: { plan: PlanDocument; mission: Mission }) {
  const told = useSignal('');
  const said = words();
  const { run, plan: name } = mission.verdict;
  const isChanged = keptMission.value !== undefined;
  const file = (ending: string) => fileName(isChanged ? `${name}-changed` : run, ending);
  const months = async (write: (passes: readonly PassMonths[]) => Promise<void> | void) => {
    const passes = await allMonths(mission.verdict);
    told.value = 'code' in passes ? `${said.failed}: ${passes.message}` : '';
    if (!('code' in passes)) await write(passes);
  };
  const acts: readonly (readonly [key: string, label: string, hint: string, act: () => void])[] = [
    [
      'plan',
      said.planFile,
      said.planHint,
      () => download(file('yaml'), planFile(plan, changes.value), 'application/yaml'),
    ],
    [
      'link',
      said.link,
      said.linkHint,
      () =>
        void copyLink((text) => {
          told.value = text;
        }),
    ],
    ['report', said.report, said.reportHint, () => void saveReport(plan, mission, file('html'))],
    [
      'csv',
      said.csv,
      said.csvHint,
      () => void months((passes) => download(file('csv'), monthsCsv(passes), 'text/csv')),
    ],
  ];
  // What is being computed would be an old result under a new name.
  const waits = ['computing', 'refused'].includes(rerunState.value.state) || (isChanged && !complete());
  return (
    <section class="exports" aria-labelledby="exports-title">
      <h2 id="exports-title">{said.take}</h2>
      <div class="export-buttons">
        {acts.map(([key, label, hint, act]) => (
          <button
            key={key}
            type="button"
            class="plain-button"
            title={hint}
            data-export={key}
            disabled={waits && key !== 'plan' && key !== 'link'}
            onClick={act}
          >
            {label}
          </button>
        ))}
        {isChanged ? (
          <button
            type="button"
            class="plain-button"
            title={said.parquetHint}
            data-export="parquet"
            disabled={waits}
            onClick={() =>
              void months(async (passes) => {
                const { monthsParquet } = await import('./parquet.ts');
                download(file('parquet'), monthsParquet(passes));
              })
            }
          >
            {said.parquet}
          </button>
        ) : (
          <a
            class="plain-button"
            title={said.parquetHint}
            data-export="parquet"
            href={`/api/runs/${run}/months.parquet`}
            download={file('parquet')}
          >
            {said.parquet}
          </a>
        )}
      </div>
      <p class="plan-hint" role="status">
        {told.value}
      </p>
    </section>
  );
}

function complete(): boolean {
  const state = rerunState.value;
  return state.state === 'shown' && state.rerun.complete;
}

async function copyLink(tell: (text: string) => void): Promise<void> {
  const link = await linkTo(location.href);
  history.replaceState(null, '', link);
  try {
    await navigator.clipboard.writeText(link);
    tell(words().copied);
  } catch {
    tell(words().notCopied);
  }
}

async function saveReport(plan: PlanDocument, mission: Mission, name: string): Promise<void> {
  const { reportOf } = await import('./report.ts');
  const kept = keptMission.value;
  download(name, reportOf({ plan, mission, kept, changes: changes.value }), 'text/html');
}
