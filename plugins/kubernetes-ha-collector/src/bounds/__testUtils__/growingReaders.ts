/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { parseHaproxyCsv } from '../../signals/loadbalancer/haproxyCsv';
import { MetricsScanner } from '../../prometheus/metricsScanner';
import { projectPod } from '../../signals/inventory/projections/pod';
import { readConfigMap } from '../../signals/inventory/configMaps';
import { discoverInstances } from '../../signals/apiserver/discoverInstances';
import { askableUrls } from '../../signals/etcd/clientUrls';
import { oneLine } from '../../refusals/oneLine';
import { documentAt, parseBoundedJson } from '../boundedJson';

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

/** What a cluster may send, in any size, and what reads it. */
export const growingReaders: readonly [
  string,
  (size: number) => () => unknown,
][] = [
  [
    'the keys of a ConfigMap',
    size => {
      const lines = numbers(size).map(i => `k${i}: 1`);
      const data = { 'config.conf': `mode: ipvs\n${lines.join('\n')}` };
      const body = Buffer.from(JSON.stringify({ kind: 'ConfigMap', data }));
      return () => readConfigMap('kubeProxyConfig', body);
    },
  ],
  [
    'the columns and rows of a CSV',
    size => {
      const columns = numbers(size / 10).map(i => `,c${i}`);
      const header = `# pxname,svname,status,type,stot${columns.join('')}`;
      const body = Buffer.from(`${header}\n${'a,b\n'.repeat(size)}`);
      return () => parseHaproxyCsv(body);
    },
  ],
  [
    'the init containers of a pod',
    size => {
      const initContainers = numbers(size).map(i => ({ name: `c${i}` }));
      return () =>
        projectPod({
          spec: { initContainers },
          status: { initContainerStatuses: initContainers },
        } as never);
    },
  ],
  [
    'the series of a metrics page',
    size => {
      const page = numbers(size).map(i => `up{a="${i}"} 1\n`);
      return () => {
        const scanner = new MetricsScanner({ up: ['a'] });
        for (const line of page) scanner.push(Buffer.from(line));
        scanner.finish();
      };
    },
  ],
  [
    'the values of a JSON document',
    size => {
      const body = Buffer.from(JSON.stringify(numbers(size)));
      const bound = { bytes: 1e9, tokens: 1e9 };
      return () => parseBoundedJson(body, bound, documentAt('x'));
    },
  ],
  [
    'the addresses of API servers',
    size => {
      const hosts = numbers(size).map(i => `10.0.${i >> 8}.${i & 255}`);
      const evidence = { configured: [], previous: {}, nowMs: 0 };
      return () =>
        discoverInstances({ ...evidence, endpoints: { hosts, port: 6443 } });
    },
  ],
  [
    'the client URLs of a member',
    size => () => askableUrls(numbers(size).map(i => `http://h${i}:2379`)),
  ],
  ['a detail', size => () => oneLine('eyJ-'.repeat(size))],
];

/** What no reader may be: compares everything with everything. */
export const quadratic = (size: number) => () => {
  let same = 0;
  for (const one of numbers(size)) {
    for (const other of numbers(size)) {
      if (one === other) same += 1;
    }
  }
  return same;
};
