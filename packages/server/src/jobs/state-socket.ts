import type { WebSocket } from 'ws';
import type { StateLog } from './state-log.ts';

/** Bytes that may wait for a reader before the next frames are held back. */
const mostWaiting_bytes = 1 << 18;

/**
 * Sends a log to one reader at the reader's own pace: the header as text, then a binary frame a month, and a close when
 * no month will follow. What the reader has not taken is not sent yet, and stays in the log alone.
 */
export function sendState(socket: WebSocket, log: StateLog, onClose: () => void): void {
  let place = 0;
  let began = false;
  const send = (): void => {
    if (socket.readyState !== socket.OPEN) return;
    if (!began && log.header !== undefined) socket.send(log.header);
    began = log.header !== undefined;
    while (place < log.frames.length && socket.bufferedAmount < mostWaiting_bytes) {
      // The last of a batch calls back once it is on its way, and the next batch follows.
      socket.send(log.frames[place++] as Uint8Array, { binary: true }, sent);
    }
    finish();
  };
  const sent = (error?: Error | null): void => {
    if (!error && place < log.frames.length) send();
  };
  const finish = (): void => {
    if (log.complete && place >= log.frames.length) socket.close(1000, 'complete');
  };
  const unfollow = log.follow(send);
  socket.on('close', () => {
    unfollow();
    onClose();
  });
  // A reader that breaks off is no failure of ours; close follows.
  socket.on('error', () => {});
  send();
}
