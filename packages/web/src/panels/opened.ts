import { signal } from '@preact/signals';
import { readPart, writePart } from '../app/address.ts';
import type { Room } from './panel.ts';

export const rooms: readonly Room[] = ['energy', 'transport', 'network', 'compute', 'data', 'capital'];

/** The panel that is open to its depth; it stands in the address as `panel=`. */
export const openedRoom = signal<Room | undefined>(undefined);

const part = 'panel';

/** Opens a panel: a place that the browser's way back leads out of. */
export function openRoom(room: Room): void {
  if (openedRoom.value === room) return;
  if (!openedRoom.value) history.pushState(null, '', location.hash);
  openedRoom.value = room;
  writePart(part, room);
}

export function closeRoom(): void {
  openedRoom.value = undefined;
  writePart(part, '');
}

/** Opens what the address names, now and whenever one goes back or forth. */
export function followRoom(): () => void {
  const follow = () => {
    openedRoom.value = rooms.find((room) => room === readPart(part));
  };
  follow();
  addEventListener('popstate', follow);
  return () => {
    removeEventListener('popstate', follow);
    openedRoom.value = undefined;
  };
}
