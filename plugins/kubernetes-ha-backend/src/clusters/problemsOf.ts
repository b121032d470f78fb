/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';

const writtenSchema = z.object({
  clusters: z.array(z.object({ name: z.unknown() })),
});

/**
 * The lines of a refused configuration that one cluster's reader may see: those
 * of its own entry, and those of no entry. How many other entries have some is
 * said, and where they stand. What has no such lines is in the log alone: it may
 * be about any cluster.
 */
export function problemsOf(
  cluster: string,
  error: Error,
  written: unknown,
): string[] {
  const clusters = writtenSchema.safeParse(written).data?.clusters ?? [];
  const lines = error.message
    .split('\n')
    .flatMap(line => /^ {2}- (.*)$/.exec(line)?.[1] ?? []);
  if (lines.length === 0) {
    return [
      'kubernetesHa: the changed configuration cannot be used. The log of the backend names the reason.',
    ];
  }
  const indexOf = (line: string) =>
    /^kubernetesHa\.clusters\[(\d+)\]/.exec(line)?.[1];
  const own = lines.filter(line => {
    const index = indexOf(line);
    return index === undefined || clusters[Number(index)]?.name === cluster;
  });
  const others = new Set(lines.filter(line => !own.includes(line)).map(indexOf))
    .size;
  if (others === 0) return own;
  return [
    ...own,
    `kubernetesHa.clusters: ${others} other ${
      others === 1 ? 'entry is' : 'entries are'
    } wrong. The log of the backend names what is; correct it, and the whole change is in force.`,
  ];
}
