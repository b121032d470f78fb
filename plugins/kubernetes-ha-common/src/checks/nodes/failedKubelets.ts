/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Sections } from '../../snapshot/clusterSnapshot';
import {
  Detail,
  detailOf,
  UnknownReason,
  UnknownSignal,
} from '../../snapshot/signal';
import type { FailedRequest } from '../connectionFix';

/** A kubelet that was not read, with what was observed at its address. */
export type FailedKubelet = FailedRequest & {
  reason: UnknownReason;
  detail: Detail;
};

/** What was observed at the address of a kubelet. */
export function failedKubelet(
  nodeName: string,
  signal: UnknownSignal,
): FailedKubelet {
  const { via, reason, failure } = signal;
  const address = /^GET https:\/\/([^/]+)/.exec(via)?.[1];
  return {
    name: nodeName,
    ...(address && { address }),
    reason,
    detail: detailOf(signal),
    failure,
  };
}

const downReasons: ReadonlySet<UnknownReason> = new Set<UnknownReason>([
  'refused',
  'timeout',
  'unreachable',
]);

/**
 * Failed requests to the kubelets of these nodes, where they show why a node is
 * not Ready: their connections, not the rights of the reader.
 */
export function failedKubeletsOf(
  nodes: readonly string[],
  { kubelets }: Readonly<Sections>,
): FailedKubelet[] {
  if (kubelets.state !== 'observed') return [];
  const wanted = new Set(nodes);
  return kubelets.value.flatMap(({ nodeName, config }) =>
    wanted.has(nodeName) &&
    config.state === 'unknown' &&
    downReasons.has(config.reason)
      ? [failedKubelet(nodeName, config)]
      : [],
  );
}
