/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Loss, pairsOf, singleLosses } from './losses';
import { stackedCluster } from './testing/stackedCluster';

describe('single losses', () => {
  it('are every node, zone, voter and load balancer', () => {
    const kinds = singleLosses(stackedCluster().sections).map(
      ([{ kind }]) => kind,
    );
    const count = (kind: string) => kinds.filter(one => one === kind).length;
    expect([
      count('node'),
      count('zone'),
      count('etcd-member'),
      count('load-balancer'),
    ]).toEqual([9, 3, 3, 2]);
  });

  it('make each pair once', () => {
    const three = ['a', 'b', 'c'].map((name): Loss => [{ kind: 'zone', name }]);
    expect(pairsOf(three).map(pair => pair.map(({ name }) => name))).toEqual([
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ]);
  });
});
