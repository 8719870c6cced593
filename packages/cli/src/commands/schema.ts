import { jsonSchema } from '@kardashev/model/engine/json-schema.ts';
import { referencePage } from '@kardashev/model/engine/reference.ts';
import { planSchema } from '@kardashev/model/engine/schema.ts';
import type { Command } from 'commander';
import { writeTo } from '../output.ts';
import { BadInput } from '../stop.ts';

const bothFault = {
  code: 'command/usage',
  message: 'Both --markdown and --json are given.',
  at: { path: '--markdown' },
  cause: 'One page can be printed at a time.',
  fix: 'Leave one of them out.',
};

/** `schema`: what a plan may say, for editors and for people. */
export function prepare(command: Command): void {
  command
    .option('--markdown', 'the reference page, for people')
    .option('--json', 'the JSON Schema (the default)')
    .option('--out <file>', 'write to a file instead of standard output')
    .action(({ markdown, json, out }: { markdown?: boolean; json?: boolean; out?: string }) => {
      if (markdown && json) throw new BadInput([bothFault]);
      const text = markdown
        ? referencePage(planSchema)
        : JSON.stringify(jsonSchema(planSchema), undefined, 2);
      writeTo(out ?? '-', text.endsWith('\n') ? text : `${text}\n`);
    });
}
