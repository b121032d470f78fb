/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { NodeInfo } from 'backstage-plugin-kubernetes-ha-common';
import { problemsOf, readyOf, unhealthyFirst } from './nodeHealth';

const healthy: NodeInfo = {
  name: 'worker-1',
  labels: {},
  controlPlane: false,
  internalIPs: [],
  unschedulable: false,
  taints: [],
  conditions: [{ type: 'Ready', status: 'True' }],
  allocatable: {},
  kubeletVersion: 'v1.37.2',
  operatingSystem: 'linux',
} as unknown as NodeInfo;

const node = (name: string, more: Partial<NodeInfo> = {}): NodeInfo => ({
  ...healthy,
  name,
  ...more,
});

const conditions = (...pairs: [string, 'True' | 'False' | 'Unknown'][]) => ({
  conditions: pairs.map(([type, status]) => ({ type, status })),
});

describe('the order of nodes', () => {
  it('puts those first that need a person, then the control plane, then names as people read them', () => {
    const nodes = [
      node('worker-10'),
      node('worker-9'),
      node('cp-1', { controlPlane: true }),
      node('cordoned', { unschedulable: true }),
      node('full', conditions(['Ready', 'True'], ['DiskPressure', 'True'])),
      node('silent', conditions(['Ready', 'Unknown'])),
      node('new', { conditions: [] }),
      node('cp-2', { controlPlane: true, ...conditions(['Ready', 'False']) }),
    ];
    expect(unhealthyFirst(nodes).map(({ name }) => name)).toEqual([
      'cp-2',
      'new',
      'silent',
      'full',
      'cordoned',
      'cp-1',
      'worker-9',
      'worker-10',
    ]);
  });
});

describe('the conditions of a node', () => {
  it.each`
    what                            | given                                                            | ready        | problems
    ${'a healthy node'}             | ${conditions(['Ready', 'True'], ['MemoryPressure', 'False'])}    | ${'True'}    | ${[]}
    ${'a node without a condition'} | ${{ conditions: [] }}                                            | ${'missing'} | ${[]}
    ${'two kinds of pressure'}      | ${conditions(['PIDPressure', 'True'], ['DiskPressure', 'True'])} | ${'missing'} | ${['PIDPressure', 'DiskPressure']}
    ${'a condition that is good'}   | ${conditions(['Ready', 'True'], ['EtcdIsVoter', 'True'])}        | ${'True'}    | ${[]}
    ${'pressure that is not known'} | ${conditions(['Ready', 'Unknown'], ['DiskPressure', 'Unknown'])} | ${'Unknown'} | ${[]}
  `('$what', ({ given, ready, problems }) => {
    const one = node('n', given);
    expect(readyOf(one)).toBe(ready);
    expect(problemsOf(one)).toEqual(problems);
  });
});
