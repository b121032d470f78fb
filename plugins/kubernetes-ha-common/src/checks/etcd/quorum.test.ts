/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import {
  dead,
  etcdOf,
  learner,
  silent,
  statusWith,
  voter,
} from './testing/etcdWith';
import {
  memberName,
  participation,
  quorum,
  voters,
  votersThatAre,
} from './quorum';

it('needs the smallest group that two halves cannot both form', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), n => {
      const q = quorum(n);
      expect(q + q).toBeGreaterThan(n);
      expect(q - 1 + (q - 1)).toBeLessThanOrEqual(n);
    }),
  );
});

it.each`
  health                                                | seenByPeers  | is             | rule
  ${{ ok: true, status: 200 }}                          | ${'lost'}    | ${'healthy'}   | ${'a read that answered wins over what peers say'}
  ${{ ok: false, status: 503 }}                         | ${'alive'}   | ${'unhealthy'} | ${'it answers that it is not ready'}
  ${{ ok: false, reason: 'server-error' }}              | ${'alive'}   | ${'unhealthy'} | ${'an error of its own over gRPC'}
  ${{ ok: false, reason: 'refused' }}                   | ${'lost'}    | ${'unhealthy'} | ${'nothing listens'}
  ${{ ok: false, reason: 'refused' }}                   | ${'unknown'} | ${'unhealthy'} | ${'nothing listens, and no peer says otherwise'}
  ${{ ok: false, reason: 'refused' }}                   | ${'alive'}   | ${'silent'}    | ${'a firewall may refuse us: its peers hear it'}
  ${{ ok: false, reason: 'timeout' }}                   | ${'lost'}    | ${'unhealthy'} | ${'silent to us and lost to its peers'}
  ${{ ok: false, reason: 'timeout' }}                   | ${'alive'}   | ${'silent'}    | ${'only we cannot hear it'}
  ${{ ok: false, reason: 'timeout' }}                   | ${'unknown'} | ${'silent'}    | ${'nobody knows'}
  ${{ ok: false, reason: 'tls' }}                       | ${'unknown'} | ${'silent'}    | ${'a failed handshake is about our path'}
  ${{ ok: false, status: 401, reason: 'unauthorised' }} | ${'alive'}   | ${'silent'}    | ${'401 says nothing about health'}
  ${{ ok: false, status: 403, reason: 'forbidden' }}    | ${'alive'}   | ${'silent'}    | ${'403 says nothing about health'}
  ${{ ok: false, status: 403, reason: 'forbidden' }}    | ${'lost'}    | ${'unhealthy'} | ${'peers have lost it'}
  ${{ ok: false, status: 403 }}                         | ${'unknown'} | ${'silent'}    | ${'403 without a word'}
`('is $is: $rule', ({ health, seenByPeers, is }) => {
  const member = voter('m1', {
    health: { consecutiveFailures: 1, ...health },
    seenByPeers,
  });
  expect(participation(member)).toBe(is);
});

it('takes no voter for healthy that calls itself a learner', () => {
  const claims = (isLearner: boolean) =>
    voter('m1', { status: statusWith({ isLearner }) });
  expect(participation(claims(true))).toBe('unhealthy');
  expect(participation(claims(false))).toBe('healthy');
});

it('counts no learner as a voter', () => {
  const etcd = etcdOf([voter('m1'), dead('m2'), silent('m3'), learner('m4')]);
  expect(voters(etcd).map(memberName)).toEqual(['m1', 'm2', 'm3']);
  expect(votersThatAre(etcd, 'unhealthy')).toEqual(['m2']);
  expect(votersThatAre(etcd, 'silent')).toEqual(['m3']);
});

it('calls an unstarted member by its id', () => {
  expect(memberName(voter('', { id: 'a1b2' }))).toBe('a1b2');
});
