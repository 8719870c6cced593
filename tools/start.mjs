// npm start: from a bare checkout to the verdict and mission control. Built-in modules only.
import { join } from 'node:path';
import { become } from '../packages/cli/bin/relay.mjs';
import { ensurePage, environment, install, main, node24, root } from './install.mjs';

await main(() => {
  const args = process.argv.slice(2);
  install();
  ensurePage();
  const command = join(root, 'packages/cli/bin/kardashev.mjs');
  become(node24(), [command, 'start', ...args], environment());
});
