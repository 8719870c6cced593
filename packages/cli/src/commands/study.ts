import { studyOf } from '@kardashev/model/study/monte-carlo/plan-study.ts';
import type { Command } from 'commander';
import { print, printJson, writeTo } from '../output.ts';
import { inSession } from '../session.ts';
import type { Session } from '../simulation.ts';
import { BadInput, need } from '../stop.ts';
import { carryOutPart, type FinishedStudy } from '../study/carry-out.ts';
import { samplesCsv } from '../study/csv.ts';
import { documentOf, type StudyDocument, studyDocument } from '../study/document.ts';
import { type StudyInput, studyInput } from '../study/input.ts';
import { matrixScreen, studyMatrix } from '../study/matrix.ts';
import { merged } from '../study/merge.ts';
import { checkQueue } from '../study/on-bullmq.ts';
import { type StudyOptions, withStudy } from '../study/options.ts';
import { paretoOf, paretoScreen } from '../study/pareto.ts';
import { studyScreen } from '../study/screen.ts';
import { searchFor, searchScreen } from '../study/search.ts';

const colour = (): boolean => process.stdout.isTTY === true;

/** `study PLAN…`: thousands of futures of a plan; what they come to, what decides them, and where to look for others. */
export function prepare(command: Command): void {
  withStudy(command).action(async (what: readonly string[], options: StudyOptions) => {
    checkQueue(options);
    const [first, ...rest] = what;
    await inSession(options.workers, async (session) => {
      if (first === 'merge') await merge(rest, options, session);
      else await study(studyInput(what, options), options, session);
    });
  });
}

async function merge(rest: readonly string[], options: StudyOptions, session: Session): Promise<void> {
  const [path, more] = rest;
  if (path === undefined || more !== undefined) throw new BadInput([mergeTakesOne]);
  const finished = await merged(path);
  tell(await documentOf(finished, options, session), finished, options);
}

async function study(input: StudyInput, options: StudyOptions, session: Session): Promise<void> {
  const [scenario, another] = input.scenarios;
  if (scenario === undefined) return;
  if (options.shard) return tellPart(input, options, session);
  if (options.for !== undefined) {
    const found = await searchFor(options.for, scenario, input, options, session);
    return options.json ? printJson(found) : print(searchScreen(found));
  }
  if (options.pareto !== undefined) {
    const front = await paretoOf(options.pareto, scenario, input, options, session);
    return options.json ? printJson(front) : print(paretoScreen(front));
  }
  if (another !== undefined) {
    const matrix = await studyMatrix(input, options, session);
    return options.json ? printJson(matrix) : print(matrixScreen(matrix));
  }
  const { document, finished } = await studyDocument(scenario, input, options, session);
  tell(document, finished, options);
}

function tell(document: StudyDocument, { rows }: FinishedStudy, options: StudyOptions): void {
  if (options.csv !== undefined) writeTo(options.csv, samplesCsv(rows));
  if (options.json) printJson(document);
  else if (options.csv !== '-') print(studyScreen(document, colour()));
}

async function tellPart(input: StudyInput, options: StudyOptions, session: Session): Promise<void> {
  const { correlations } = input;
  const { seed, samples, sampling, passes } = options;
  const parts = [];
  for (const { name, plan } of input.scenarios) {
    const made = need(studyOf(plan, { seed, samples, sampling, passes, correlations }));
    const { folder, shards, ...told } = await carryOutPart(made, options, session);
    parts.push({
      scenario: name,
      folder: folder.path,
      part: options.shard?.part,
      of: options.shard?.of,
      shards,
      ...told,
    });
  }
  if (options.json) printJson(parts.length === 1 ? parts[0] : parts);
  else
    for (const { folder, shards } of parts)
      print(`${shards} shards lie in ${folder}; put them together with study merge.`);
}

const mergeTakesOne = {
  code: 'command/usage',
  message: 'study merge takes one folder.',
  at: { path: 'merge' },
  cause: 'It puts together the shards of one study, below one folder.',
  fix: 'Write kardashev study merge DIR.',
};
