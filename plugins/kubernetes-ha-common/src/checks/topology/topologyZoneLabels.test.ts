/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { nodeOf } from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { topologyZoneLabels } from './topologyZoneLabels';

const labelled = nodeOf('n1', { zone: 'a' });
const bare = nodeOf('n2');
const beta = nodeOf('n3', { zone: 'b', zoneFromDeprecatedLabel: true });

const faultDomains = ['0', '1', '2'].map(zone => nodeOf(`n${zone}`, { zone }));
const virtual = nodeOf('aci', { labels: { type: 'virtual-kubelet' } });

it.each`
  nodes                    | status              | rule
  ${[labelled, labelled]}  | ${'pass'}           | ${'all labelled'}
  ${[bare, bare]}          | ${'warn'}           | ${'none labelled: one place'}
  ${[labelled, beta]}      | ${'warn'}           | ${'the deprecated label'}
  ${[labelled, bare]}      | ${'fail'}           | ${'some labelled, some not'}
  ${[beta, bare]}          | ${'fail'}           | ${'some with an old label, some with none'}
  ${faultDomains}          | ${'unknown'}        | ${'numbers of fault domains are no zones'}
  ${[labelled, virtual]}   | ${'pass'}           | ${'a virtual node is nowhere'}
  ${[]}                    | ${'unknown'}        | ${'no nodes'}
  ${notKnown('forbidden')} | ${'unknown'}        | ${'nodes not read'}
  ${absent()}              | ${'not-applicable'} | ${'nodes not shown'}
`('$status: $rule', ({ nodes, status }) => {
  expect(judge(topologyZoneLabels, { nodes }).status).toBe(status);
});

it('names the nodes to label', () => {
  expect(
    judge(topologyZoneLabels, { nodes: [labelled, bare, beta] }).subjects,
  ).toEqual(['n2', 'n3']);
});
