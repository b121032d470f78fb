const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Ctrl-C comes twice under npm: from the terminal, and passed on. What comes later than this is meant. */
const REPEAT_MS = 1_500;

const open = new Set();
let endingSince;

/**
 * Sees to it that something that was started does not outlive this process:
 * `stop` ends it in good order, `kill` (synchronous) when there is no time
 * left. Returns what to call when it has ended by itself.
 */
export function endWithUs(entry) {
  open.add(entry);
  return () => open.delete(entry);
}

/** Ends everything that was started, newest first where order is given by time. */
export async function stopAll() {
  const entries = [...open].reverse();
  const results = await Promise.allSettled(entries.map(entry => entry.stop()));
  entries.forEach(entry => open.delete(entry));
  for (const { reason } of results) {
    if (reason) console.error(`Not ended in good order: ${reason.message}`);
  }
}

// Whatever ends this process, an error or a call of process.exit.
process.on('exit', () => open.forEach(entry => entry.kill?.()));

/** Whether a signal is ending this process: errors from now on are its consequences. */
export function isEnding() {
  return endingSince !== undefined;
}

/** On Ctrl-C and its like: says so, ends all that was started, then this process. A second Ctrl-C does not wait. */
export function endOnSignals({ code = 130, afterwards = () => {} } = {}) {
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (isEnding()) {
        if (Date.now() - endingSince > REPEAT_MS) process.exit(code);
        return;
      }
      endingSince = Date.now();
      console.log('\nStopping …');
      stopAll()
        .then(afterwards)
        .finally(() => process.exit(code));
    });
  }
}

/** Leaves tidying up to a program that has taken over our work: signals go to it, and we end when it has. */
export function passSignalsTo(child) {
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal);
    process.on(signal, () => child.kill(signal));
  }
}
