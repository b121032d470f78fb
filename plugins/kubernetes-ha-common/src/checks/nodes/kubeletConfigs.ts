/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { detailOf } from '../../snapshot/signal';
import type { Detail } from '../../snapshot/signal';
import { message } from '../../messages';
import type {
  KubeletConfig,
  KubeletInfo,
} from '../../snapshot/sections/kubelets';
import type { Outcome } from '../check';
import { connectionFix } from '../connectionFix';
import { failedKubelet, FailedKubelet } from './failedKubelets';
import { notApplicable, unknown } from '../outcome';

/** The configurations that kubelets gave, and those that gave none. */
export interface KubeletConfigs {
  known: { nodeName: string; config: KubeletConfig }[];
  missing: FailedKubelet[];
  /** Nodes without a kubelet (virtual nodes), with what says so. */
  absent: { nodeName: string; detail: Detail }[];
}

export function kubeletConfigs(
  kubelets: readonly KubeletInfo[],
): KubeletConfigs {
  const configs: KubeletConfigs = { known: [], missing: [], absent: [] };
  for (const { nodeName, config } of kubelets) {
    if (config.state === 'observed') {
      configs.known.push({ nodeName, config: config.value });
    } else if (config.state === 'unknown') {
      configs.missing.push(failedKubelet(nodeName, config));
    } else {
      configs.absent.push({ nodeName, detail: detailOf(config) });
    }
  }
  return configs;
}

/** The answer when too few kubelets told their configuration to speak for all. */
export function tooFewKubelets(
  { known, missing, absent }: KubeletConfigs,
  readRatio: number,
): Outcome | undefined {
  const total = known.length + missing.length;
  if (total === 0 && absent.length > 0) {
    return notApplicable(
      message('kubelets.absent', { detail: absent[0].detail }),
    );
  }
  if (known.length > 0 && known.length / total >= readRatio) return undefined;
  const fix = connectionFix('kubelet', missing);
  return unknown(
    missing[0]?.reason ?? 'not-exposed',
    message('kubelets.unread', {
      known: known.length,
      total,
      detail: missing[0]?.detail ?? '',
    }),
    message('kubelets.required', { readRatio }),
    {
      subjects: missing.map(({ name }) => name),
      ...(fix && { fix }),
    },
  );
}
