/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { derivedFrom } from '../../snapshot/derivedFrom';
import type { NodeInfo } from '../../snapshot/sections/inventory';
import { defineCheck } from '../check';
import { fail, pass, unknown, warn } from '../outcome';
import { hasKubelet } from '../nodes/nodeKind';
import { instanceName } from './instances';
import { KubernetesMinor, kubernetesMinor } from './kubernetesMinor';

/** What runs a version: one entry of something's name and the text that it gives. */
interface Named {
  name: string;
  text: string;
}

/** A version, and all that run it. */
interface RunningVersion extends KubernetesMinor {
  text: string;
  names: string[];
}

/** Versions that are versions, oldest minor first, and those that gave another text. */
function versionsOf(all: readonly Named[]): {
  known: RunningVersion[];
  unreadable: Named[];
} {
  const byText = new Map<string, RunningVersion>();
  const unreadable: Named[] = [];
  for (const named of all) {
    const { name, text } = named;
    const same = byText.get(text);
    const minor = same ?? kubernetesMinor(text);
    if (same) same.names.push(name);
    else if (minor) byText.set(text, { ...minor, text, names: [name] });
    else unreadable.push(named);
  }
  const known = [...byText.values()].sort(
    (a, b) => a.major - b.major || a.minor - b.minor,
  );
  return { known, unreadable };
}

const kubeletVersions = derivedFrom((nodes: readonly NodeInfo[]) =>
  versionsOf(
    nodes
      .filter(hasKubelet)
      .map(({ name, kubeletVersion }) => ({ name, text: kubeletVersion })),
  ),
);

function namesOf(versions: readonly RunningVersion[]): string[] {
  return versions.flatMap(({ names }) => names);
}

/**
 * Whether API servers and kubelets are close enough in version: no kubelet
 * newer than an API server it may meet, none more than three minors older,
 * API servers at most one minor apart. Unit: minor versions.
 * Source: https://kubernetes.io/releases/version-skew-policy/. @public
 */
export const apiserverVersionSkew = defineCheck({
  id: 'apiserver-version-skew',
  layer: 'apiserver',
  severity: 'medium',
  kind: 'design',
  stage: 1,
  reads: ['version', 'nodes'],
  consults: ['apiServers'],
  thresholds: {
    kubeletMinors: {
      value: 3,
      unit: 'minor versions',
      source: 'https://kubernetes.io/releases/version-skew-policy/',
    },
    apiServerMinors: {
      value: 1,
      unit: 'minor versions',
      source: 'https://kubernetes.io/releases/version-skew-policy/',
    },
  },
  runbook: 'RB-UPGRADE-SKEW',
  source: 'https://kubernetes.io/releases/version-skew-policy/',
  evaluate({ values: { version }, observed: read, signals, thresholds }) {
    const required = message('apiserver-version-skew.required', {
      minors: thresholds.kubeletMinors,
    });
    const instances =
      signals.apiServers.state === 'observed'
        ? signals.apiServers.value.flatMap(instance =>
            instance.version.state === 'observed'
              ? [{ name: instanceName(instance), text: instance.version.value }]
              : [],
          )
        : [];
    const servers = versionsOf(
      instances.length > 0
        ? instances
        : [{ name: 'API server', text: version.gitVersion }],
    );
    const kubelets = kubeletVersions(read.nodes);
    if (servers.known.length === 0) {
      return unknown(
        'invalid-response',
        message('apiserver-version-skew.unreadable', {
          names: servers.unreadable.map(({ name }) => name),
          text: version.gitVersion,
        }),
        required,
      );
    }
    const oldest = servers.known[0];
    const newest = servers.known[servers.known.length - 1];
    const newer = namesOf(
      kubelets.known.filter(({ minor }) => minor > oldest.minor),
    );
    const tooOld = namesOf(
      kubelets.known.filter(
        ({ minor }) => newest.minor - minor > thresholds.kubeletMinors,
      ),
    );
    const spread = newest.minor - oldest.minor;
    const all = [...servers.known, ...kubelets.known];
    const minors = [...new Set(all.map(({ minor }) => minor))].sort(
      (a, b) => a - b,
    );
    const observed = message('apiserver-version-skew.observed', {
      minors: minors.map(minor => `${oldest.major}.${minor}`),
      newer,
      tooOld,
      apiServers: servers.known.map(({ text }) => text),
    });
    const parts = (names: readonly string[]) => ({
      fix: message('apiserver-version-skew.fix', { names }),
      subjects: names,
    });
    if (
      newer.length > 0 ||
      tooOld.length > 0 ||
      spread > thresholds.apiServerMinors
    ) {
      const names = [...newer, ...tooOld];
      return fail(
        observed,
        required,
        parts(names.length > 0 ? names : oldest.names),
      );
    }
    if (kubelets.unreadable.length > 0) {
      const names = kubelets.unreadable.map(({ name }) => name);
      return unknown(
        'invalid-response',
        message('apiserver-version-skew.unreadable', {
          names,
          text: kubelets.unreadable[0].text,
        }),
        required,
        { subjects: names },
      );
    }
    return minors.length > 1
      ? warn(
          observed,
          required,
          parts(namesOf(all.filter(({ minor }) => minor < newest.minor))),
        )
      : pass(observed, required);
  },
});
