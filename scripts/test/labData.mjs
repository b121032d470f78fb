import { createHash } from 'node:crypto';
import { existsSync, statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import path from 'node:path';
import { root } from '../bootstrap/index.mjs';

/** What a few labs at once need, with room to spare. */
const LAB_BYTES = 2 * 1024 ** 3;

/**
 * Environment in which labs keep their data in memory where there is room:
 * etcd is as quick as its disk, and the disk of a busy machine would be
 * judged, truly, as too slow.
 */
export function labInMemory() {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return {};
  const { bavail, bsize } = statfsSync(memory);
  if (bavail * bsize < LAB_BYTES) return {};
  // Each checkout cleans up after itself and nobody else.
  const checkout = createHash('sha256').update(root).digest('hex').slice(0, 8);
  return {
    KUBERNETES_HA_LAB_DATA: path.join(memory, `kubernetes-ha-lab-${checkout}`),
  };
}

/** Two labs with their data in memory take 5 GB, a portal and jest beside them 3 GB. */
const BYTES_FOR_TWO = 12 * 1024 ** 3;

/** Whether two labs may run side by side on this machine. */
export function hasRoomForTwoLabs() {
  return totalmem() >= BYTES_FOR_TWO;
}
