import { spawn } from 'node:child_process';
import { which } from '../bootstrap/index.mjs';

/** Opens an address in the user's browser, if there is a desktop to open it on. */
export function openBrowser(url) {
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform];
  const hasDesktop = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const command = opener ?? (hasDesktop ? which('xdg-open') : undefined);
  if (!command || !process.stdout.isTTY || process.env.CI) return false;
  const child = spawn(command, [url], { stdio: 'ignore', detached: true });
  // The address is printed as well, so a browser that will not start is no error.
  child.on('error', () => {});
  child.unref();
  return true;
}
