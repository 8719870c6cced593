import { type Fault, failure, type Outcome, success } from '@kardashev/model/outcome/outcome.ts';
import { packedTextOf } from '../feed/bytes.ts';
import type { Texts } from '../files.ts';

/** The text of a file that the user named, unpacked where it is packed, kept for faults that point into it. */
export function readInput(file: string, texts: Texts): string {
  const text = packedTextOf(file);
  texts.set(file, text);
  return text;
}

/** A JSON object's members as what they must be; every mistake is told. */
export function readJsonObject(text: string, file: string): Outcome<Readonly<Record<string, unknown>>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return success(value as Record<string, unknown>);
    }
    return failure(jsonFault(file, 'It is no object.'));
  } catch (error) {
    return failure(jsonFault(file, (error as Error).message));
  }
}

function jsonFault(file: string, cause: string): Fault {
  return {
    code: 'file/json',
    message: `${file} is not the JSON that is wanted.`,
    at: { file },
    cause,
    fix: 'Write an object: {"epoch": …, "timeScale": …, "r_m": [x, y, z], "v_mps": [x, y, z]}.',
  };
}
