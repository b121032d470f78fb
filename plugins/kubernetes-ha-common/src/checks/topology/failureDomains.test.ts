/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { nodeOf } from '../../testing/controlPlane';
import type { NodeInfo } from '../../snapshot/sections/inventory';
import { failureDomains } from './failureDomains';

/** Nodes written `region/zone`; either may be missing. */
const at = (places: readonly string[], parts: Partial<NodeInfo> = {}) =>
  places.map((place, i) => {
    const [region, zone] = place.split('/');
    return nodeOf(`n${i}`, {
      ...(region && { region }),
      ...(zone && { zone }),
      ...parts,
    });
  });
const azure: Partial<NodeInfo> = { provider: 'azure' };
const aks: Partial<NodeInfo> = {
  labels: { 'kubernetes.azure.com/cluster': 'MC_a' },
};

it.each`
  nodes                                               | domains                              | notZones           | rule
  ${at(['eu/a', 'eu/b', 'eu/b'])}                     | ${['a', 'b', 'b']}                   | ${[]}              | ${'zones of one region go by their names'}
  ${at(['eu/a', 'us/a'])}                             | ${['eu/a', 'us/a']}                  | ${[]}              | ${'two regions name a zone alike: two domains'}
  ${at(['eu/a', 'us/b'])}                             | ${['eu/a', 'us/b']}                  | ${[]}              | ${'two regions are named'}
  ${at(['/a', '/b'])}                                 | ${['a', 'b']}                        | ${[]}              | ${'no region named at all'}
  ${at(['eu/a', '/a', 'us/b'])}                       | ${['eu/a', 'eu/a', 'us/b']}          | ${[]}              | ${'no region: the one that has the zone'}
  ${at(['eu/a', 'us/a', '/a'])}                       | ${['eu/a', 'us/a', undefined]}       | ${[]}              | ${'no region, and two have the zone'}
  ${at(['eu/', 'eu/a'])}                              | ${[undefined, 'a']}                  | ${[]}              | ${'a region alone is no zone'}
  ${at(['westeurope/westeurope-1', '/westeurope-2'])} | ${['westeurope-1', 'westeurope-2']}  | ${[]}              | ${'zones of Azure'}
  ${at(['w/0', 'w/1', 'w/2'])}                        | ${[undefined, undefined, undefined]} | ${['0', '1', '2']} | ${'fault domains count from 0'}
  ${at(['w/1', 'w/2'], azure)}                        | ${[undefined, undefined]}            | ${['1', '2']}      | ${'numbers on Azure, the 0 being away'}
  ${at(['w/1', 'w/2'], aks)}                          | ${[undefined, undefined]}            | ${['1', '2']}      | ${'the same, known by a label of AKS'}
  ${at(['dc/1', 'dc/2', 'dc/3'])}                     | ${['1', '2', '3']}                   | ${[]}              | ${'zones that somebody numbered from 1'}
  ${at(['w/w-1', 'w/0'], azure)}                      | ${['w-1', undefined]}                | ${['0']}           | ${'a zone beside a fault domain'}
`('$rule', ({ nodes, domains, notZones }) => {
  const found = failureDomains(nodes);
  expect((nodes as NodeInfo[]).map(found.of)).toEqual(domains);
  expect(found.notZones).toEqual(notZones);
});
