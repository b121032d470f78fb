/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import type { Lab } from '../../src';
import { INTERVAL_SECONDS } from '../observer';

/** The same lab, as it is shown with everything connected, and with nothing but a kubeconfig. */
export const clusters = ['everything-connected', 'kubeconfig-only'] as const;

/** How quick the disk is, is that of the machine which the lab runs on and of what else that does: not what is shown here. */
const policy = {
  thresholds: {
    'apiserver-etcd-path': { warnP99Seconds: 60 },
    'etcd-commit-p99': { warnSeconds: 60, failSeconds: 120 },
    'etcd-fsync-p99': { warnSeconds: 60, failSeconds: 120 },
  },
};

/** Writes an app-config file with both into a folder, and returns its path. */
export function writePagesConfig(lab: Lab, folder: string): string {
  const whole = lab.appConfig();
  const intervals = {
    controlPlaneSeconds: INTERVAL_SECONDS,
    // The smallest that is allowed.
    inventorySeconds: 10,
  };
  const [connected, bare] = clusters;
  const file = path.join(folder, 'app-config.yaml');
  writeFileSync(
    file,
    stringify({
      kubernetesHa: {
        policy,
        clusters: [
          { ...whole, name: connected, title: undefined, intervals },
          {
            name: bare,
            tier: whole.tier,
            connection: whole.connection,
            intervals,
          },
        ],
      },
    }),
    { mode: 0o600 },
  );
  return file;
}

/** As much of an app-config file as is exchanged here. */
interface WrittenClusters {
  kubernetesHa: { clusters: { name: string }[] };
}

/** Does what the Connect page says: replaces the entry of a cluster in an app-config file with the one that it gives. */
export function replaceEntry(file: string, yaml: string): void {
  const read = (text: string) => parse(text) as WrittenClusters;
  const [entry] = read(yaml).kubernetesHa.clusters;
  const config = read(readFileSync(file, 'utf8'));
  const { clusters: entries } = config.kubernetesHa;
  const place = entries.findIndex(({ name }) => name === entry.name);
  if (place < 0) {
    throw new Error(
      `The YAML is of cluster ${entry.name}. Expected: one of ${entries
        .map(({ name }) => name)
        .join(', ')}.`,
    );
  }
  entries[place] = entry;
  writeFileSync(file, stringify(config));
}
