import { createServer } from 'node:net';

/**
 * Throws if the port cannot be had within the time: else whoever holds it, an
 * older portal say, would answer in place of the new one.
 */
export async function assertFree(port, waitMs = 0) {
  const deadline = Date.now() + waitMs;
  for (;;) {
    const code = await refusal(port);
    if (code === undefined) return;
    if (Date.now() >= deadline) {
      throw new Error(
        `Port ${port} cannot be used (${code}). Expected: a free port. End what uses it, or choose another port.`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** Why nobody can listen on the port, or undefined. */
function refusal(port) {
  return new Promise(resolve => {
    const probe = createServer();
    probe.once('error', error => resolve(error.code));
    probe.listen(port, '127.0.0.1', () =>
      probe.close(() => resolve(undefined)),
    );
  });
}
