import type { Judgement } from '@kardashev/model/study/claims/claim.ts';
import { claims as allClaims } from '@kardashev/model/study/claims/judge.ts';
import { type ExitCode, exit } from './exit.ts';
import { BadInput } from './stop.ts';

/** Stops the command when a gate names a claim that does not exist, before anything is computed. */
export function checkGates(required: readonly string[]): void {
  const known = allClaims.map(({ id }) => id);
  const unknown = required.filter((id) => !known.includes(id));
  if (unknown.length === 0) return;
  throw new BadInput(
    unknown.map((id) => ({
      code: 'claim/unknown',
      message: `There is no claim ${id}.`,
      at: { path: `--require ${id}` },
      cause: 'The announcement has no claim of this name.',
      fix: `It has ${known.join(', ')}.`,
    })),
  );
}

/** The exit code of a command that was asked to require claims: all of them must hold. */
export function gateExit(required: readonly string[], claims: readonly Judgement[]): ExitCode {
  const failing = claims.filter(({ id, verdict }) => required.includes(id) && verdict !== 'holds');
  for (const { id, verdict } of failing) process.stderr.write(`required claim ${id}: ${verdict}\n`);
  return failing.length > 0 ? exit.gateFailed : exit.done;
}
