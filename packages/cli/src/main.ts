import { Command, CommanderError } from 'commander';
import { commands } from './commands.ts';
import { endWith } from './ending.ts';
import { version } from './house.ts';
import { checkTargets } from './targets.ts';

const args = process.argv.slice(2);
// A reader that has seen enough, such as head, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await (await program()).parseAsync(asked(), { from: 'user' });
} catch (error) {
  if (error instanceof CommanderError && error.exitCode === 0) process.exitCode = 0;
  else process.exitCode = endWith(error, args);
}

async function program(): Promise<Command> {
  const kardashev = new Command('kardashev')
    .description('An open twin of the orbital-AI enterprise: from sunlight on a wing to tokens, to cash.')
    .version(version)
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 a required claim failed, 2 bad input, 3 interrupted and resumable,\n70 a defect of the program.',
    );
  // Before the commands, which take these settings over.
  kardashev.exitOverride().configureOutput({ outputError: () => {} });
  kardashev.hook('preAction', (_, command) => checkTargets(command));
  for (const { usage, description, load } of commands) {
    const command = kardashev.command(usage).description(description);
    // Only what is asked for is loaded: help should not wait for a database.
    if (command.name() === wanted()) await (await load()).prepare(command);
  }
  return kardashev;
}

function wanted(): string | undefined {
  return args.filter((arg) => !arg.startsWith('-') && arg !== 'help')[0];
}

/** What was asked for. Help about a command that does not exist is a mistake like the command itself. */
function asked(): string[] {
  const name = wanted();
  const known = name === undefined || commands.some(({ usage }) => usage.split(' ')[0] === name);
  return known ? args : args.filter((arg) => !['--help', '-h', 'help'].includes(arg));
}
