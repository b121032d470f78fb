import { spawn } from 'node:child_process';
import { endWithUs } from './ending.mjs';
import { noteRunning } from './leftovers.mjs';

/** How long a program may take to end by itself before it is killed. */
const GRACE_MS = 8_000;

/** How long killed processes may take to be gone. */
const GONE_MS = 5_000;

/**
 * Resolves when no process of a group is left: what they owned may be tidied up
 * only then. No event tells.
 */
async function gone(group) {
  if (group === undefined || process.platform === 'win32') return;
  for (const end = Date.now() + GONE_MS; Date.now() < end; ) {
    try {
      process.kill(-group, 0);
    } catch {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

/**
 * Starts a program in a process group of its own. The group ends with this
 * process, however that ends; killed, with the next run.
 */
export function startGroup(command, args, options = {}) {
  const child = spawn(command, args, {
    ...options,
    detached: process.platform !== 'win32',
  });
  const forget =
    child.pid === undefined
      ? () => {}
      : noteRunning(child.pid, { group: process.platform !== 'win32' });
  const ended = new Promise(resolve => {
    child.on('exit', (code, signal) => resolve({ code, signal }));
    child.on('error', error => resolve({ error }));
  });
  const signalGroup = signal => {
    if (child.pid === undefined) return;
    try {
      if (process.platform === 'win32') child.kill(signal);
      else process.kill(-child.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error; // It has ended already.
    }
  };
  const group = {
    child,
    ended,
    /** Ends the whole group at once, without a chance to tidy up. */
    async kill() {
      signalGroup('SIGKILL');
      await ended;
    },
    async stop() {
      signalGroup('SIGTERM');
      const timer = setTimeout(() => signalGroup('SIGKILL'), GRACE_MS);
      await ended;
      clearTimeout(timer);
      // Children may outlive their leader: end what is left of the group.
      signalGroup('SIGKILL');
      await gone(child.pid);
    },
  };
  const closed = endWithUs({
    stop: group.stop,
    kill: () => signalGroup('SIGKILL'),
  });
  ended.then(() => {
    closed();
    forget();
  });
  return group;
}
