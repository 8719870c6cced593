import { jsonSchema } from '@kardashev/model/engine/json-schema.ts';
import { referencePage } from '@kardashev/model/engine/reference.ts';
import { planSchema } from '@kardashev/model/engine/schema.ts';
import type { Command } from 'commander';
import { writeTo } from '../output.ts';

/** `schema`: what a plan may say, for editors and for people. */
export function prepare(command: Command): void {
  command
    .option('--markdown', 'the reference page, for people')
    .option('--json', 'the JSON Schema (the default)')
    .option('--out <file>', 'write to a file instead of standard output')
    .action(({ markdown, out }: { markdown?: boolean; out?: string }) => {
      const text = markdown
        ? referencePage(planSchema)
        : JSON.stringify(jsonSchema(planSchema), undefined, 2);
      writeTo(out ?? '-', text.endsWith('\n') ? text : `${text}\n`);
    });
}
