#!/usr/bin/env node
// The command itself is TypeScript, which Node runs as it stands from 24 on. Started by an older Node, this
// file hands over to the Node 24 that came with the dependencies.
import { fileURLToPath } from 'node:url';
import { become, bundledNode } from './relay.mjs';

const relayed = 'KARDASHEV_RELAYED';

function runsTypeScript() {
  const major = Number(process.versions.node.split('.')[0]);
  return major >= 24 && Boolean(process.features.typescript);
}

if (runsTypeScript()) {
  // Children are to find their own way: they may be started by the older Node again.
  delete process.env[relayed];
  await import('../src/main.ts');
} else {
  const node = process.env[relayed] ? undefined : bundledNode();
  if (node === undefined) {
    process.stderr.write(
      `kardashev needs Node 24 or newer and was started by ${process.version}.\n` +
        'Run npm ci in the checkout, which brings one along, or install Node 24.\n',
    );
    process.exit(2);
  }
  become(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    ...process.env,
    [relayed]: '1',
  });
}
