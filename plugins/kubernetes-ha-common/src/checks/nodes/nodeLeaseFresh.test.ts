/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { nodeLeaseFresh as check } from './nodeLeaseFresh';
import { controlPlaneNode, leasesAged, nodeWith } from './testing/nodeWith';

/** Twenty workers, of which the given ones have leases of the given ages; the others are fresh. */
function twenty(ages: Record<string, number | undefined> = {}) {
  const names = Array.from({ length: 20 }, (_, i) => `n${i + 1}`);
  return {
    nodes: names.map(name => nodeWith(name)),
    nodeLeases: leasesAged({
      ...Object.fromEntries(names.map(name => [name, 5])),
      ...ages,
    }),
    version: { gitVersion: 'v1.37.2' },
  };
}

it.each`
  given                         | status    | rule
  ${twenty()}                   | ${'pass'} | ${'all fresh'}
  ${twenty({ n1: 40 })}         | ${'pass'} | ${'as old as the lease lasts'}
  ${twenty({ n1: 41 })}         | ${'warn'} | ${'older than that'}
  ${twenty({ n1: 51 })}         | ${'warn'} | ${'one of twenty lost'}
  ${twenty({ n1: 51, n2: 50 })} | ${'warn'} | ${'a second one, late and not lost'}
  ${twenty({ n1: 51, n2: 51 })} | ${'fail'} | ${'a tenth of the nodes lost'}
  ${twenty({ n1: undefined })}  | ${'warn'} | ${'a lease that was never renewed'}
  ${twenty({ n1: -30 })}        | ${'pass'} | ${'a kubelet whose clock is ahead'}
  ${twenty({ gone: 9000 })}     | ${'pass'} | ${'the lease of a node that is gone'}
`('$status: $rule', ({ given, status }) => {
  expect(judge(check, given).status).toBe(status);
});

it('fails for a single control-plane node', () => {
  const given = twenty({ cp1: 51 });
  expect(
    judge(check, {
      ...given,
      nodes: [...given.nodes, controlPlaneNode('cp1')],
    }),
  ).toMatchObject({ status: 'fail', subjects: ['cp1'] });
});

it('counts a node without a lease from its creation', () => {
  const nodes = [nodeWith('n1'), nodeWith('n2', { createdAt: undefined })];
  expect(judge(check, { nodes, nodeLeases: leasesAged({}) }).status).toBe(
    'fail',
  );
});

it('goes by the shorter grace period of older versions', () => {
  const given = twenty({ n1: 45, n2: 45 });
  expect(judge(check, given).status).toBe('warn');
  expect(
    judge(check, { ...given, version: { gitVersion: 'v1.31.9' } }).status,
  ).toBe('fail');
});

it('judges the leases alone while the nodes are not known', () => {
  expect(
    judge(check, { nodeLeases: leasesAged({ n1: 5, n2: 300 }) }),
  ).toMatchObject({
    status: 'fail',
    says: '1 of 2 nodes late: n2; the oldest heartbeat is 5 min old',
  });
});

it.each`
  nodeLeases               | status              | rule
  ${notKnown('forbidden')} | ${'unknown'}        | ${'leases may not be read'}
  ${absent()}              | ${'not-applicable'} | ${'leases are not part of it'}
  ${leasesAged({})}        | ${'not-applicable'} | ${'no nodes, no leases'}
`('$status: $rule', ({ nodeLeases, status }) => {
  expect(judge(check, { nodeLeases, nodes: [] }).status).toBe(status);
});
