/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ConnectPart,
  connectPartsOf,
  ConnectStepId,
  connectStepOf,
  message,
  Message,
  sectionNames,
  SomeSections,
  TestedPart,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Collector, CollectorContext } from '../collection/Collector';
import type { ClusterConfig } from '../config/clusterConfig';
import { boundedMessage } from '../refusals/boundedMessage';
import { mismatchOf } from './mismatch';
import { targetsOf } from './targets';

/** So many addresses are probed again after a test that failed. */
const MOST_TARGETS = 10;

/** Steps that can be tested by themselves: rights and zones are read with the whole inventory. @public */
export const testableSteps = [
  'api',
  'instances',
  'etcd',
  'loadBalancer',
  'kubelets',
] as const satisfies readonly ConnectStepId[];

/** See {@link testableSteps}. @public */
export type TestableStep = (typeof testableSteps)[number];

/**
 * Asks what one step reads now, by the sources that every collection asks
 * with, and names what does not match. `context.signal` bounds it. Nothing is
 * stored. Throws nothing that a cluster does.
 * @public
 */
export async function testConnection(
  step: TestableStep,
  collected: {
    config: ClusterConfig;
    collector: Required<Pick<Collector, 'collectSections'>>;
  },
  context: CollectorContext,
): Promise<{ sections: SomeSections; parts: TestedPart[] }> {
  const { config, collector } = collected;
  const wanted = sectionNames.filter(name => connectStepOf(name) === step);
  const seen = await collector.collectSections(wanted, context);
  const sections = Object.fromEntries(
    Object.entries(seen).filter(([name]) => wanted.some(each => each === name)),
  );
  const parts = connectPartsOf(step, sections);
  // A kubelet whose turn it is not was not asked, and takes no place from one that was.
  const failed = parts.filter(
    ({ state, reason }) => state === 'unknown' && reason !== 'not-collected',
  );
  const explained = new Map(
    await Promise.all(
      failed
        .slice(0, MOST_TARGETS)
        .map(
          async part => [part, await explain(part, config, context)] as const,
        ),
    ),
  );
  return {
    sections,
    parts: parts.flatMap(part => {
      const { name, via, state, detail, why } = part;
      const base = {
        ...(name && { name }),
        via,
        state,
        ...(detail && { detail }),
        ...(why && { why }),
      };
      const mismatches = explained.get(part) ?? [];
      return mismatches.length > 0
        ? mismatches.map(mismatch => ({
            ...base,
            mismatch: boundedMessage(mismatch),
          }))
        : [base];
    }),
  };
}

async function explain(
  part: ConnectPart,
  config: ClusterConfig,
  { signal }: CollectorContext,
): Promise<Message[]> {
  const { reason, via, section } = part;
  const detail = part.why ?? part.detail ?? '';
  switch (reason) {
    case 'not-configured':
      return [message('connect.not-configured', { detail })];
    case 'unauthorised':
      return [message('connect.unauthorised', { via, detail })];
    case 'forbidden':
      return section === 'etcd'
        ? [message('connect.not-etcd', { via, detail })]
        : [message('connect.forbidden', { via, detail })];
    case 'not-found':
      return section === 'etcd'
        ? [message('connect.not-etcd', { via, detail })]
        : [message('connect.not-found', { via, detail })];
    case 'invalid-response':
      return section === 'etcd'
        ? [message('connect.not-etcd', { via, detail })]
        : [message('connect.other-format', { via, detail })];
    case 'refused':
    case 'unreachable':
    case 'timeout':
    case 'tls':
    case 'server-error': {
      const targets = await targetsOf(part, config);
      return Promise.all(
        targets
          .slice(0, MOST_TARGETS)
          .map(target => mismatchOf(part, target, signal)),
      );
    }
    default:
      return [];
  }
}
