import type { Fault } from '@kardashev/model/outcome/outcome.ts';
import { BadInput } from '../stop.ts';

/** Ends the command: something on its line cannot be. `option` is where, such as `--altitude`. */
export function refuse(code: string, option: string, message: string, cause: string, fix: string): never {
  const fault: Fault = { code, message, at: { path: option }, cause, fix };
  throw new BadInput([fault]);
}
