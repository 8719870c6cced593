import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { Clock } from './clock.ts';
import { type Ears, keepConnected, type LiveSource, type Patience } from './source.ts';

/** Lines from a TCP server, such as a receiver's SBS-1 output on port 30003. */
export function linesOverTcp(host: string, port: number, patience?: Patience): LiveSource {
  return (ears, clock, signal) =>
    keepConnected((works) => listen(host, port, works, ears, clock, signal), ears, clock, signal, patience);
}

async function listen(
  host: string,
  port: number,
  works: () => void,
  ears: Ears,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  const socket = connect({ host, port });
  const lines = createInterface({ input: socket });
  const stop = () => socket.destroy();
  signal.addEventListener('abort', stop);
  let failed: Error | undefined;
  // Readline hands the socket's faults on as its own.
  for (const end of [socket, lines]) {
    end.on('error', (error: Error) => {
      failed = error;
    });
  }
  lines.on('line', (line) => {
    works();
    ears.payload(line, clock.now_s());
  });
  try {
    // Lines end with a socket that ends, and wait for ever on one that breaks: so it is the socket that counts.
    await new Promise((resolve) => socket.once('close', resolve));
  } finally {
    signal.removeEventListener('abort', stop);
    lines.close();
  }
  if (failed !== undefined) throw failed;
}
