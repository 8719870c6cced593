import type { Program, Solver } from '@kardashev/kernels/numeric/program.ts';
import type { Highs, VariableType } from 'highs';
import * as highsModule from 'highs';

/** Nothing in these may depend on the machine: one thread, one seed, no seconds. */
const options = { output_flag: false, random_seed: 1 };

/** Its types speak of a CommonJS module; what Node imports is an ES module with the loader as its default. */
const loadHighs = highsModule.default as unknown as typeof highsModule.default.default;

let loaded: Promise<Highs> | undefined;

/** HiGHS, as models want a solver. */
export async function highsSolver(): Promise<Solver> {
  loaded ??= loadHighs();
  const highs = await loaded;
  return {
    solve: (program, { relativeGap, nodes, first }) =>
      highs.withModel(modelOf(program, highs), (model) => {
        model.options.set({ ...options, mip_rel_gap: relativeGap, mip_max_nodes: nodes });
        if (first) model.setSolution({ colValue: first });
        model.run();
        const { optimal } = highs.constants.modelStatus;
        const whole = program.whole.includes(1);
        const solved = model.getModelStatus() === optimal;
        const bound = whole ? Number(model.info.get('mip_dual_bound')) : model.getObjectiveValue();
        const feasible = Number(model.info.get('primal_solution_status')) === 2;
        return {
          ...(solved || feasible ? { values: model.getSolution().colValue } : {}),
          bound: whole || solved ? bound : -Infinity,
        };
      }),
  };
}

function modelOf(program: Program, highs: Highs) {
  const { integer, continuous } = highs.constants.variableType;
  const numCols = program.cost.length;
  const numRows = program.rowLower.length;
  const { starts, indices, values } = program;
  return {
    numCols,
    numRows,
    colCost: program.cost,
    colLower: new Float64Array(numCols),
    colUpper: program.upper.map((bound) => (bound === Infinity ? highs.infinity : bound)),
    rowLower: program.rowLower.map((bound) => (bound === -Infinity ? -highs.infinity : bound)),
    rowUpper: program.rowUpper.map((bound) => (bound === Infinity ? highs.infinity : bound)),
    matrix: { format: 'csr' as const, numRows, numCols, starts, indices, values },
    integrality: Array.from(program.whole, (whole): VariableType => (whole === 1 ? integer : continuous)),
  };
}
