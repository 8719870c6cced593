import type { Fault } from '@kardashev/model/outcome/outcome.ts';
import type { CommanderError } from 'commander';

/** What commander found wrong with the command line, as a fault like any other. */
export function usageFault(error: CommanderError, args: readonly string[]): Fault {
  const [first = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  const command = args.find((arg) => !arg.startsWith('-'));
  const known = error.code === 'commander.unknownCommand' || command === undefined;
  return {
    code: 'command/usage',
    message: `${first.charAt(0).toUpperCase()}${first.slice(1).replace(/\.?$/, '.')}`,
    at: {},
    cause: 'The command line cannot be understood.',
    fix: [suggestion?.replace(/^\((.*)\)$/, '$1'), `See kardashev ${known ? '' : `${command} `}--help.`]
      .filter((part) => part !== undefined)
      .join(' '),
  };
}
