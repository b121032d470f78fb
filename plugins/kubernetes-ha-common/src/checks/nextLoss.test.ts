/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { Message, say } from '../messages';
import {
  nextControlPlaneLoss,
  nextEtcdLoss,
  nextServerLoss,
  nextZoneLoss,
} from './nextLoss';

const said = (text: Message | undefined) => text && say(text);

describe('what one more loss does', () => {
  it.each`
    healthy | total | sentence
    ${1}    | ${1}  | ${'1 of 1 voter healthy: the loss of one more stops all writes'}
    ${3}    | ${3}  | ${'3 of 3 voters healthy: the loss of 2 more stops all writes'}
    ${2}    | ${3}  | ${'2 of 3 voters healthy: the loss of one more stops all writes'}
    ${1}    | ${3}  | ${'1 of 3 voters healthy: no quorum, etcd takes no writes'}
    ${4}    | ${4}  | ${'4 of 4 voters healthy: the loss of 2 more stops all writes'}
    ${3}    | ${4}  | ${'3 of 4 voters healthy: the loss of one more stops all writes'}
    ${2}    | ${4}  | ${'2 of 4 voters healthy: no quorum, etcd takes no writes'}
    ${5}    | ${5}  | ${'5 of 5 voters healthy: the loss of 3 more stops all writes'}
    ${4}    | ${5}  | ${'4 of 5 voters healthy: the loss of 2 more stops all writes'}
    ${3}    | ${5}  | ${'3 of 5 voters healthy: the loss of one more stops all writes'}
    ${2}    | ${5}  | ${'2 of 5 voters healthy: no quorum, etcd takes no writes'}
    ${7}    | ${7}  | ${'7 of 7 voters healthy: the loss of 4 more stops all writes'}
    ${4}    | ${7}  | ${'4 of 7 voters healthy: the loss of one more stops all writes'}
    ${0}    | ${0}  | ${undefined}
  `('etcd, $healthy of $total: $sentence', ({ healthy, total, sentence }) => {
    expect(said(nextEtcdLoss({ healthy, total }))).toBe(sentence);
  });

  it('says so where voters that do not respond may still vote', () => {
    expect(said(nextEtcdLoss({ healthy: 1, total: 3, unclear: 2 }))).toBe(
      '1 of 3 voters healthy (2 without a response): no quorum unless those still vote, etcd takes no writes',
    );
  });

  it('of etcd is a majority of all voters, counted one by one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
        (total, well) => {
          const healthy = Math.min(total, well);
          let lost = 0;
          while ((healthy - lost) * 2 > total) lost += 1;
          const spare = nextEtcdLoss({ healthy, total })?.params.spare;
          // So many losses were needed until no majority was left.
          expect(
            spare === undefined || Number(spare) < 0 ? 0 : Number(spare) + 1,
          ).toBe(lost);
        },
      ),
    );
  });

  it.each`
    what                | serving | total | sentence
    ${'api-servers'}    | ${3}    | ${3}  | ${'3 of 3 API servers serve: the loss of 3 more takes the API down'}
    ${'api-servers'}    | ${2}    | ${3}  | ${'2 of 3 API servers serve: the loss of 2 more takes the API down'}
    ${'api-servers'}    | ${1}    | ${3}  | ${'1 of 3 API servers serves: the loss of one more takes the API down'}
    ${'api-servers'}    | ${0}    | ${3}  | ${'0 of 3 API servers serve: the API is down'}
    ${'load-balancers'} | ${1}    | ${2}  | ${'1 of 2 load balancers is up: the loss of one more takes the load-balanced path to the API down'}
    ${'backends'}       | ${1}    | ${3}  | ${'1 of 3 API servers is in the pool of the load balancer: the loss of one more takes the load-balanced path to the API down'}
    ${'load-balancers'} | ${0}    | ${0}  | ${undefined}
  `(
    '$what, $serving of $total: $sentence',
    ({ what, serving, total, sentence }) => {
      expect(said(nextServerLoss(what, serving, total))).toBe(sentence);
    },
  );

  it.each`
    voters | total | sentence
    ${2}   | ${3}  | ${'the loss of zone a takes 2 of 3 voters: all writes stop'}
    ${1}   | ${3}  | ${'the loss of zone a takes 1 of 3 voters: the others keep the quorum, and the loss of one more stops all writes'}
    ${2}   | ${5}  | ${'the loss of zone a takes 2 of 5 voters: the others keep the quorum, and the loss of one more stops all writes'}
    ${1}   | ${5}  | ${'the loss of zone a takes 1 of 5 voters: the others keep the quorum, and the loss of 2 more stops all writes'}
  `(
    'a zone with $voters of $total voters: $sentence',
    ({ voters, total, sentence }) => {
      expect(said(nextZoneLoss({ zone: 'a', voters, total }))).toBe(sentence);
    },
  );

  it.each`
    ready | total | layout        | sentence
    ${2}  | ${3}  | ${'stacked'}  | ${'2 of 3 control-plane nodes Ready: the loss of one more stops all writes to etcd'}
    ${1}  | ${3}  | ${'stacked'}  | ${'1 of 3 control-plane nodes Ready: etcd has no quorum'}
    ${1}  | ${2}  | ${'external'} | ${'1 of 2 control-plane nodes Ready: the loss of one more takes the API down'}
    ${0}  | ${2}  | ${'external'} | ${'0 of 2 control-plane nodes Ready: the API is down'}
    ${2}  | ${3}  | ${'untold'}   | ${'2 of 3 control-plane nodes Ready: the loss of one more stops all writes to etcd, where etcd runs on these nodes'}
    ${0}  | ${0}  | ${'stacked'}  | ${undefined}
  `(
    '$layout control plane, $ready of $total: $sentence',
    ({ ready, total, layout, sentence }) => {
      expect(said(nextControlPlaneLoss({ ready, total, layout }))).toBe(
        sentence,
      );
    },
  );
});
