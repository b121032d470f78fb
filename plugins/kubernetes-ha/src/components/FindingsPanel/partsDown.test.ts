/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { checks } from 'backstage-plugin-kubernetes-ha-common';
import { partsDown } from './partsDown';

it.each`
  checkIds                                                                                | parts                                                | rule
  ${['lb-backends-up', 'apiserver-readyz-each', 'etcd-member-health', 'etcd-has-leader']} | ${['etcdMember', 'apiServer', 'loadBalancerServer']} | ${'each part once, the member first'}
  ${['node-lease-fresh', 'node-ready-ratio']}                                             | ${['node']}                                          | ${'a node that is not heard'}
  ${['etcd-cert-expiry']}                                                                 | ${[]}                                                | ${'a certificate that has expired is nothing that is down'}
  ${['constructor']}                                                                      | ${[]}                                                | ${'a check of an adopter has any name'}
`('$rule', ({ checkIds, parts }) => {
  expect(partsDown(checkIds)).toEqual(parts);
});

it('every check of the product that leads to a part exists', () => {
  const known = checks.filter(({ id }) => partsDown([id]).length > 0);
  expect(known).toHaveLength(13);
});
