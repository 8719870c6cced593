import type { Setting } from '../flows/subsystem.ts';
import { present } from '../outcome/invariant.ts';
import { type Fault, failure, type Outcome, success } from '../outcome/outcome.ts';
import { type Job, jobOf, type Pods } from './cluster.ts';
import { type ComputeHost, type FleetTables, fleetTables, hostOf } from './fleet.ts';
import { type BestCluster, emptyCluster } from './large-run.ts';
import type { ComputePlan, ComputeSection } from './schema.ts';
import { trainingRun_FLOP } from './transformer.ts';
import { type Work, workOf } from './work.ts';

export interface ComputeParams {
  readonly section: ComputeSection;
  readonly hosts: readonly ComputeHost[];
  readonly works: readonly Work[];
  readonly tables: FleetTables;
  readonly largeRun: Job;
  readonly largeRun_FLOP: number;
  /** Room to work in, so that a step allocates nothing: the best cluster in orbit and that on the ground; holds nothing from one step to the next. */
  readonly scratch: { readonly pods: Pods; readonly orbit: BestCluster; readonly ground: BestCluster };
}

export function compileCompute(plan: ComputePlan, setting: Setting): Outcome<ComputeParams> {
  if (plan.accelerators.length === 0) return failure(noAccelerator);
  const { section } = plan;
  const modelOf = (name: string) =>
    present(
      plan.models.find((model) => model.name === name),
      `the model ${name} is in the plan`,
    );
  const works = plan.workloads.map((entry) => workOf(entry, modelOf(entry.model), section));
  const tables = fleetTables(plan, setting, works);
  const idle = works.filter((_, index) => cannotRun(tables, setting.hosts.length, index));
  if (idle.length > 0) return failure(...idle.map(neverRuns));
  const large = modelOf(section.largeRun);
  return success({
    section,
    hosts: setting.hosts.map((host) => hostOf(plan, host)),
    works,
    tables,
    largeRun: jobOf(large, large.batch, section),
    largeRun_FLOP: trainingRun_FLOP(large, large.tokens),
    scratch: {
      pods: {
        available: 0,
        rate_FLOPperS: 0,
        memory_B: 0,
        link_bps: 0,
        hop_s: 0,
        interruption_perS: 0,
        restart_s: 0,
        checkpoint_BperS: 0,
      },
      orbit: emptyCluster(),
      ground: emptyCluster(),
    },
  });
}

/** True when not one generation of chips on any host can do the work. */
function cannotRun(tables: FleetTables, hosts: number, work: number): boolean {
  const rows = hosts * tables.months;
  if (!tables.peak_FLOPperS.some((peak) => peak > 0)) return false;
  return !tables.useful_FLOPperS.subarray(work * rows, (work + 1) * rows).some((rate) => rate > 0);
}

const noAccelerator: Fault = {
  code: 'compute/no-accelerator',
  message: 'The plan lists no accelerator.',
  at: { path: 'accelerators' },
  cause: 'Satellites and halls get the newest accelerator that the plan lists by their month of entry.',
  fix: 'List accelerators of the catalogue, such as accelerators: [gb300, rubin].',
};

function neverRuns({ name, model, entry }: Work): Fault {
  return {
    code: 'compute/never-runs',
    message: `No accelerator of the plan can do the work ${name}.`,
    at: { path: `workloads.${name}` },
    cause: `${model.name} does not give a token within ${entry.tokenTime_s} s on ${entry.gang} accelerators or more.`,
    fix: 'Allow more time per token (tokenTime), more accelerators per job (gang), or a smaller model.',
  };
}
