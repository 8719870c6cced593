import { writeFileSync } from 'node:fs';

/** Writes a result to standard output, and nothing else goes there. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Writes a table or document to a file the user named; `-` is standard output. */
export function writeTo(file: string, text: string): void {
  if (file === '-') print(text);
  else writeFileSync(file, text);
}

/** A JSON document on standard output. What is not finite has no place in JSON and becomes null. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, undefined, 2));
}
