/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { readdirSync } from 'node:fs';
import path from 'node:path';
import {
  assess,
  message,
  Message,
  readSnapshot,
  say,
  Scorecard,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
// The frontend depends on no library of Node.js; its tests read the recordings with it.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { RecordingPlayback } from '../../../kubernetes-ha-collector/src/recording/playback';

const folder = path.resolve(__dirname, '../../../../recordings');

/** The recorded clusters, by the names of their files. */
export const recordings = readdirSync(folder)
  .filter(name => name.endsWith('.jsonl.br'))
  .map(name => name.replace('.jsonl.br', ''));

/** Milliseconds into a recording at which nothing of it is broken yet. */
const AT_REST_MS = 20_000;

/** A recorded cluster as it would be assessed with nothing configured but a kubeconfig. */
export async function kubeconfigOnly(
  recording: string,
  now: Date,
): Promise<Scorecard> {
  const playback = await RecordingPlayback.open(
    path.join(folder, `${recording}.jsonl.br`),
  );
  const { schemaVersion, cluster } = playback.header;
  const notConfigured = (source: string, why: Message): Signal<never> => ({
    state: 'unknown',
    reason: 'not-configured',
    source,
    via: 'configuration',
    observedAt: now.toISOString(),
    detail: say(why),
    why,
  });
  return assess(
    readSnapshot({
      schemaVersion,
      cluster: { ...cluster, connection: 'kubeconfig' },
      takenAt: now.toISOString(),
      sections: {
        ...playback.sectionsAtPosition(AT_REST_MS, now),
        etcd: notConfigured(
          'etcd',
          message('detail.etcd-not-configured', { cluster: cluster.name }),
        ),
        loadBalancers: notConfigured(
          'loadbalancer',
          message('detail.lb-not-configured', {
            cluster: cluster.name,
            searched: 'kube-vip',
          }),
        ),
      },
    }),
  );
}
