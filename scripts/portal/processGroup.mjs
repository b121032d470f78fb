import { spawn } from 'node:child_process';

/** Milliseconds that a group gets to end by itself before it is killed. */
const GRACE_MS = 8_000;

/**
 * Starts a command as the leader of a process group of its own, so that all
 * it starts can be ended together, by the group's id and by nothing else.
 * `stop()` resolves when the leader has ended.
 */
export function startGroup(command, args, options = {}) {
  const child = spawn(command, args, {
    ...options,
    detached: process.platform !== 'win32',
  });
  const ended = new Promise(resolve => {
    child.on('exit', (code, signal) => resolve({ code, signal }));
    child.on('error', error => resolve({ error }));
  });
  const signalGroup = signal => {
    try {
      if (process.platform === 'win32') child.kill(signal);
      else process.kill(-child.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error; // It has ended already.
    }
  };
  return {
    child,
    ended,
    /** Ends the whole group at once, without a chance to tidy up. */
    async kill() {
      signalGroup('SIGKILL');
      await ended;
    },
    async stop() {
      if (child.pid === undefined) return;
      signalGroup('SIGTERM');
      const timer = setTimeout(() => signalGroup('SIGKILL'), GRACE_MS);
      await ended;
      clearTimeout(timer);
      // Children may outlive their leader: end what is left of the group.
      signalGroup('SIGKILL');
    },
  };
}
