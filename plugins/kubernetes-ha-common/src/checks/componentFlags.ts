/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../messages';
import { controlPlanePods } from '../snapshot/controlPlanePods';
import { detailOf } from '../snapshot/signal';
import type { Detail } from '../snapshot/signal';
import type { Sections } from '../snapshot/clusterSnapshot';
import type { UnknownReason } from '../snapshot/signal';
import { derivedOnce } from './derivedOnce';

/** One running copy of a control-plane component and the flags it was started with. @public */
export interface ComponentInstance {
  /** Its node; the name of the pod or `host:port` of the API server where that is not known. */
  name: string;
  /**
   * Flags by name, without dashes, `_` written as `-`. A bare flag is `true`.
   * What is not here has the default of the component, if `complete`.
   */
  flags: Readonly<Record<string, string>>;
  /**
   * False when the component also reads a configuration file (`--config`,
   * `--config-file`): then a flag that is missing here may be set there.
   */
  complete: boolean;
  /** `flagz`: as the process itself says; `mirror-pod`: as its static pod was written. */
  source: 'flagz' | 'mirror-pod';
}

/** The flags of every known copy of a component, or why none could be read. @public */
export type ComponentFlags =
  | {
      state: 'known';
      instances: ComponentInstance[];
      /** API servers that are known to run and of which nobody shows the flags. */
      missing: string[];
    }
  | { state: 'unknown'; reason: UnknownReason; detail: Detail };

/** Flags that may be given several times and then add up; all others keep the last value. */
const listFlags: ReadonlySet<string> = new Set([
  'disable-admission-plugins',
  'enable-admission-plugins',
  'etcd-servers',
  'etcd-servers-overrides',
  'feature-gates',
  'runtime-config',
  'tls-cipher-suites',
]);

const flagsOnce = derivedOnce(readFlags);

/**
 * The flags of `kube-apiserver`, `kube-controller-manager`, `kube-scheduler`
 * or `etcd`, from the mirror pods of its static pods and, for API servers,
 * from `/flagz`, which wins because the process says it itself.
 *
 * `known` with at least one instance, never with none: a control plane that is
 * not made of static pods, or not shown, is `unknown`.
 * Source: https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/
 * (mirror pods), KEP-4828 (flagz).
 * @public
 */
export function componentFlags(
  component: string,
  signals: Readonly<Pick<Sections, 'pods' | 'apiServers'>>,
): ComponentFlags {
  return flagsOnce(component, signals);
}

function readFlags(
  component: string,
  signals: Readonly<Pick<Sections, 'pods' | 'apiServers'>>,
): ComponentFlags {
  const byName = fromMirrorPods(component, signals);
  const missing =
    component === 'kube-apiserver' ? addFlagz(byName, signals) : [];
  if (byName.size > 0) {
    return { state: 'known', instances: [...byName.values()], missing };
  }
  const { pods } = signals;
  if (pods.state === 'unknown') {
    return { state: 'unknown', reason: pods.reason, detail: detailOf(pods) };
  }
  return {
    state: 'unknown',
    reason: 'not-exposed',
    detail:
      pods.state === 'absent'
        ? detailOf(pods)
        : message('detail.no-static-pod', { component }),
  };
}

function fromMirrorPods(
  component: string,
  { pods }: Pick<Sections, 'pods'>,
): Map<string, ComponentInstance> {
  const byName = new Map<string, ComponentInstance>();
  if (pods.state !== 'observed') return byName;
  for (const pod of controlPlanePods(pods)) {
    if (pod.controlPlane.component !== component) continue;
    const name = pod.nodeName ?? pod.name;
    const flags = parseFlags(pod.controlPlane.command);
    byName.set(name, {
      name,
      flags,
      complete: !flags.config && !flags['config-file'],
      source: 'mirror-pod',
    });
  }
  return byName;
}

/** Adds what API servers say of themselves; returns those of which nothing is known. */
function addFlagz(
  byName: Map<string, ComponentInstance>,
  { apiServers }: Pick<Sections, 'apiServers'>,
): string[] {
  if (apiServers.state !== 'observed') return [];
  const missing: string[] = [];
  for (const { address, nodeName, flags } of apiServers.value) {
    const name = nodeName ?? address;
    if (flags.state === 'observed') {
      const said = Object.entries(flags.value).map(
        ([flag, value]) => [flagName(flag), value] as const,
      );
      byName.set(name, {
        name,
        flags: { ...byName.get(name)?.flags, ...Object.fromEntries(said) },
        complete: true,
        source: 'flagz',
      });
    } else if (!byName.has(name)) {
      missing.push(name);
    }
  }
  return missing;
}

/** Kubernetes takes `_` for `-` in flag names (component-base cli/flag). */
function flagName(given: string): string {
  return given.replace(/^-+/, '').replace(/_/g, '-');
}

/**
 * Flags of a command line: `--a=b`, `--a b` and bare `--a` (`true`). A word
 * that holds a whole command (`sh -c "exec kube-apiserver --a=b"`) is split
 * as a shell would at its blanks. @public
 */
export function parseFlags(command: readonly string[]): Record<string, string> {
  const words = command.flatMap(word =>
    /\s-/.test(word) && !word.startsWith('-') ? shellWords(word) : [word],
  );
  const flags: Record<string, string> = {};
  const set = (given: string, value: string) => {
    const name = flagName(given);
    flags[name] =
      listFlags.has(name) && name in flags ? `${flags[name]},${value}` : value;
  };
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    if (!/^--?[A-Za-z]/.test(word)) continue;
    const equals = word.indexOf('=');
    const next = words[i + 1];
    if (equals > 0) {
      set(word.slice(0, equals), word.slice(equals + 1));
    } else if (next !== undefined && !/^--?[A-Za-z]/.test(next)) {
      set(word, next);
      i += 1;
    } else {
      set(word, 'true');
    }
  }
  return flags;
}

function shellWords(line: string): string[] {
  const words = line.match(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map(word => word.replace(/["']/g, ''));
}
