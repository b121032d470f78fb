/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type { Sections } from '../../snapshot/clusterSnapshot';
import { defineCheck } from '../check';
import { fail, pass, warn } from '../outcome';
import { etcdFlags } from './etcdFlags';
import { etcdVersionNumber } from './etcdVersionNumber';

/** A detection of corruption that etcd has built in: its gate (≥ 3.6) and its flag before that. */
const detections = [
  {
    gate: 'InitialCorruptCheck',
    flag: 'experimental-initial-corrupt-check',
  },
  {
    gate: 'CompactHashCheck',
    flag: 'experimental-compact-hash-check-enabled',
  },
] as const;

/**
 * Whether etcd looks for corruption itself: when a member starts, and at each
 * compaction. From 3.7 on the old spelling of these flags keeps a member from starting.
 * Source: https://etcd.io/docs/v3.6/op-guide/data_corruption/. @public
 */
export const etcdCorruptionChecksOn = defineCheck({
  id: 'etcd-corruption-checks-on',
  layer: 'etcd',
  severity: 'medium',
  kind: 'design',
  stage: 4,
  reads: [],
  consults: ['etcd', 'pods'],
  thresholds: {
    /** Minor version of etcd 3 that has no `--experimental-*` flags any more. */
    removedInMinor: {
      value: 7,
      unit: 'minor version',
      source: 'https://etcd.io/docs/v3.7/upgrades/upgrade_3_7/',
    },
  },
  runbook: 'RB-ETCD-TUNE',
  source: 'https://etcd.io/docs/v3.6/op-guide/data_corruption/',
  evaluate({ signals, thresholds }) {
    const flags = etcdFlags(signals);
    if (flags.state === 'answer') return flags.outcome;

    const required = message('etcd-corruption-checks-on.required', {
      gates: detections.map(({ gate }) => gate),
    });
    const experimental = [
      ...new Set(
        flags.instances.flatMap(instance =>
          Object.keys(instance.flags).filter(name =>
            name.startsWith('experimental-'),
          ),
        ),
      ),
    ].sort();
    const minor = newestMinor(signals);
    if (
      experimental.length > 0 &&
      minor !== undefined &&
      minor >= thresholds.removedInMinor
    ) {
      return fail(
        message('etcd-corruption-checks-on.removed', {
          flags: experimental,
          version: `3.${minor}`,
        }),
        required,
        { fix: message('etcd-corruption-checks-on.fix-removed') },
      );
    }
    const off = detections
      .filter(detection =>
        flags.instances.some(({ flags: given }) => !isOn(detection, given)),
      )
      .map(({ gate }) => gate);
    const subjects = flags.instances
      .filter(({ flags: given }) =>
        detections.some(detection => !isOn(detection, given)),
      )
      .map(({ name }) => name);
    if (off.length > 0) {
      return warn(
        message('etcd-corruption-checks-on.off', {
          gates: off,
          members: subjects,
        }),
        required,
        {
          fix: message('etcd-corruption-checks-on.fix', {
            gates: off,
          }),
          subjects,
        },
      );
    }
    return pass(message('etcd-corruption-checks-on.on'), required);
  },
});

function isOn(
  { gate, flag }: (typeof detections)[number],
  flags: Readonly<Record<string, string>>,
): boolean {
  const gates = (flags['feature-gates'] ?? '').split(',').map(g => g.trim());
  return gates.includes(`${gate}=true`) || flags[flag] === 'true';
}

function newestMinor({ etcd }: Readonly<Sections>): number | undefined {
  if (etcd.state !== 'observed') return undefined;
  const minors = etcd.value.members.flatMap(({ status }) =>
    status.state === 'observed'
      ? etcdVersionNumber(status.value.version)?.minor ?? []
      : [],
  );
  return minors.length > 0 ? Math.max(...minors) : undefined;
}
