/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { isAtLeast } from '../apiserver/kubernetesMinor';
import type { Sections } from '../../snapshot/clusterSnapshot';
import { componentFlags } from '../componentFlags';
import { goDurationSeconds } from '../goDuration';

/** Defaults of `--node-monitor-grace-period`, in seconds. */
export interface GraceDefaults {
  graceSeconds: number;
  graceSecondsBefore132: number;
}

/** As upstream has them. */
export const defaultGrace: GraceDefaults = {
  graceSeconds: 50,
  graceSecondsBefore132: 40,
};

/** `--node-monitor-grace-period` that applies where the flag is not set, by the version; undefined while that is not known. */
function defaultGraceSeconds(
  { version }: Readonly<Sections>,
  defaults: GraceDefaults,
): number | undefined {
  if (version.state !== 'observed') return undefined;
  const raised = isAtLeast(version.value.gitVersion, 32);
  if (raised === undefined) return undefined;
  return raised ? defaults.graceSeconds : defaults.graceSecondsBefore132;
}

/**
 * How long the controller-managers wait for a silent node, shortest first; the
 * default where their flags are not visible.
 */
export function graceSecondsInForce(
  signals: Readonly<Sections>,
  defaults: GraceDefaults,
): number[] {
  const byDefault = defaultGraceSeconds(signals, defaults);
  const flags = componentFlags('kube-controller-manager', signals);
  const given =
    flags.state === 'known'
      ? flags.instances.map(
          ({ flags: { 'node-monitor-grace-period': text } }) =>
            text === undefined ? byDefault : goDurationSeconds(text),
        )
      : [byDefault];
  return [...new Set(given.flatMap(seconds => seconds ?? []))].sort(
    (a, b) => a - b,
  );
}
