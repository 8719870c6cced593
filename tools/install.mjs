// What start and test need before they can run. Only Node's own modules: nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledNode } from '../packages/cli/bin/relay.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.kardashev-lock');

export class Stop extends Error {}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Runs a script's main function; an expected failure ends it with its message, not with a stack. */
export async function main(run) {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    process.exit(1);
  }
}

/** The Node that everything runs on: the pinned one, whichever Node started npm. */
export function node24() {
  const bundled = bundledNode();
  if (bundled !== undefined) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Stop(
    'Node 24 did not arrive with the dependencies: its install script was not allowed to run, or its ' +
      'download failed.\nRun "npm rebuild node" and read what it says, or start with a Node 24 of your own.',
  );
}

/** Programs of the dependencies come first on the path, Node 24 among them. */
export function environment() {
  return { ...process.env, PATH: join(modules, '.bin') + delimiter + (process.env.PATH ?? '') };
}

/** Runs a program in the root of the checkout and returns its exit code. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    env: environment(),
    stdio: 'inherit',
    ...options,
  });
  if (error) throw new Stop(`Cannot start ${program}: ${error.message}`);
  return status ?? 1;
}

/** Runs npm with the Node that npm itself came with: the pinned one is replaced while it installs. */
export function npm(args, options = {}) {
  const script = process.env.npm_execpath;
  if (script === undefined) return run('npm', args, { shell: process.platform === 'win32', ...options });
  return run(process.env.npm_node_execpath ?? process.execPath, [script, ...args], options);
}

function wanted() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}\n`;
}

/** Installs exactly what the lockfile says, unless that is what is there. */
export function install() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return;
  say('Installing the dependencies …');
  // The environment of npm's caller, not ours: node_modules/.bin is about to be emptied.
  const status = npm(['ci', '--include=dev', '--loglevel=error'], {
    env: process.env,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Stop('npm ci failed; its messages are above. Nothing was started.');
  node24();
  writeFileSync(stamp, wanted());
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inside = readdirSync(path).filter((name) => name !== 'node_modules' && name !== 'dist');
  return Math.max(0, ...inside.map((name) => newest(join(path, name))));
}

const pageSources = [
  'packages/web',
  'packages/model',
  'packages/kernels',
  'packages/contracts',
  'package-lock.json',
];

function pageIsCurrent() {
  const page = join(root, 'packages/web/dist/index.html');
  if (!existsSync(page)) return false;
  const built = statSync(page).mtimeMs;
  return pageSources.every((source) => newest(join(root, source)) <= built);
}

/** Builds mission control; returns whether that went well. */
export function buildPage(stdio = 'inherit') {
  return (
    run(node24(), [join(modules, 'vite/bin/vite.js'), 'build', '--logLevel=warn'], {
      cwd: join(root, 'packages/web'),
      stdio,
    }) === 0
  );
}

/** Builds mission control where it is missing or older than what it is made of. */
export function ensurePage() {
  if (pageIsCurrent()) return;
  say('Building mission control …');
  if (!buildPage(['ignore', 2, 2])) throw new Stop('The page did not build; the messages are above.');
}
