/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  SectionName,
  sectionNames,
  Sections,
} from '../snapshot/clusterSnapshot';
import type { Message } from '../messages';
import { Signal, UnknownReason, unknownReasons } from '../snapshot/signal';
import { connectStepOf, ConnectStepId } from './connectStepIds';

/**
 * One thing that a step reads: a section, or one member, load balancer, API
 * server or kubelet in it.
 * @public
 */
export interface ConnectPart {
  /** A member, an instance, a node; missing where the section is one thing. */
  name?: string;
  section: SectionName;
  /** Where it was read: `GET https://10.0.0.11:6443/version`, without secrets. */
  via: string;
  state: 'observed' | 'unknown' | 'absent';
  /** Of an unknown: why. */
  reason?: UnknownReason;
  /** Of an unknown: what came back. Of what is absent: what shows that. */
  detail?: string;
  /** The detail as data, where it is a sentence of ours. */
  why?: Message;
}

/** What a step reads, as the newest signals have it. Pure. @public */
export function connectPartsOf(
  step: ConnectStepId,
  sections: Readonly<Partial<Sections>>,
): ConnectPart[] {
  if (step === 'zones') return zoneParts(sections);
  return sectionNames
    .filter(name => connectStepOf(name) === step)
    .flatMap(name => {
      const signal = sections[name];
      if (!signal) return [];
      const inside = insideOf(name, sections);
      return inside.length > 0 ? inside : [partOf(name, signal)];
    });
}

function partOf(
  section: SectionName,
  signal: Signal<unknown>,
  name?: string,
): ConnectPart {
  const { state, via } = signal;
  const named = { ...(name && { name }), section, via, state };
  if (signal.state === 'observed') return named;
  const { detail, why } = signal;
  const said = { detail, ...(why && { why }) };
  if (signal.state === 'absent') return { ...named, ...said };
  return { ...named, reason: signal.reason, ...said };
}

/** The members of a section that are read each by itself; none where it is one thing. */
function insideOf(
  section: SectionName,
  { apiServers, etcd, loadBalancers, apiPath, kubelets }: Partial<Sections>,
): ConnectPart[] {
  switch (section) {
    case 'apiServers':
      return observedIn(apiServers).map(each =>
        partOf(section, each.version, each.nodeName ?? each.address),
      );
    case 'etcd':
      return (etcd?.state === 'observed' ? etcd.value.members : []).map(each =>
        partOf(section, each.status, each.name || each.id),
      );
    case 'loadBalancers':
      return (
        loadBalancers?.state === 'observed' ? loadBalancers.value.instances : []
      ).map(each => partOf(section, each.stats, each.name));
    case 'kubelets':
      return observedIn(kubelets)
        .filter(({ config }) => config.state !== 'absent')
        .map(each => partOf(section, each.config, each.nodeName));
    case 'apiPath':
      return pathParts(apiPath);
    default:
      return [];
  }
}

function observedIn<T>(signal: Signal<T[]> | undefined): readonly T[] {
  return signal?.state === 'observed' ? signal.value : [];
}

/** One response of three is a path that is connected; `lb-vip-reachable` assesses its health. */
function pathParts(apiPath: Partial<Sections>['apiPath']): ConnectPart[] {
  if (apiPath?.state !== 'observed') return [];
  const { attempts } = apiPath.value;
  const [first] = attempts;
  const answered = attempts.some(({ status }) => status !== undefined);
  if (answered || !first) return [partOf('apiPath', apiPath)];
  return [
    {
      section: 'apiPath',
      via: apiPath.via,
      state: 'unknown',
      reason: reasonOf(first.reason),
      ...(first.detail && { detail: first.detail }),
    },
  ];
}

function reasonOf(written: string | undefined): UnknownReason {
  return unknownReasons.find(reason => reason === written) ?? 'inconclusive';
}

/** Nodes without a zone: nothing refuses, the label is missing. */
function zoneParts({ nodes }: Partial<Sections>): ConnectPart[] {
  if (!nodes) return [];
  if (nodes.state !== 'observed') return [partOf('nodes', nodes)];
  return nodes.value.map(({ name, zone }) =>
    zone === undefined
      ? {
          name,
          section: 'nodes',
          via: nodes.via,
          state: 'unknown',
          reason: 'not-configured',
        }
      : partOf('nodes', nodes, name),
  );
}
