import open from 'open';

/** Whether there is a screen in front of this machine on which a browser could appear. */
export function hasDesktop(): boolean {
  if (process.env.CI !== undefined || process.env.SSH_CONNECTION !== undefined) return false;
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** Opens a page in the user's browser; where that cannot be done, nothing happens. */
export async function openPage(address: string): Promise<void> {
  try {
    const browser = await open(address);
    browser.on('error', () => {});
    browser.unref();
  } catch {
    // The address stands on the terminal.
  }
}
