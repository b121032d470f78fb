import { createHash } from 'node:crypto';
import { existsSync, statfsSync } from 'node:fs';
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
