/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  CertificateInfo,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import { shownByTurns } from './shownByTurns';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 12, minute));

const certificate = (name: string, endpoint = 'vip:6443'): CertificateInfo => ({
  endpoint,
  usage: 'load-balanced-endpoint',
  subject: 'CN=kube-apiserver',
  issuer: 'CN=kubernetes',
  notBefore: at(0).toISOString(),
  notAfter: at(59).toISOString(),
  isCa: false,
  fingerprint: name,
});

/** What is kept after handshakes that each showed one certificate at a minute: names, and when those of before were seen. */
function after(handshakes: readonly (readonly [number, string, string?])[]) {
  let signal: Signal<CertificateInfo[]> | undefined;
  for (const [minute, name, endpoint] of handshakes) {
    signal = {
      state: 'observed',
      source: 'loadbalancer',
      via: 'TLS handshake',
      observedAt: at(minute).toISOString(),
      intervalSeconds: 60,
      value: shownByTurns([certificate(name, endpoint)], signal, at(minute)),
    };
  }
  return signal?.state === 'observed'
    ? signal.value.map(({ fingerprint, lastSeen }) =>
        lastSeen === undefined
          ? fingerprint
          : `${fingerprint} at ${new Date(lastSeen).getUTCMinutes()}`,
      )
    : [];
}

it.each`
  handshakes                                        | kept                         | rule
  ${[[0, 'a']]}                                     | ${['a']}                     | ${'the first alone'}
  ${[[0, 'a'], [1, 'a']]}                           | ${['a']}                     | ${'one that is shown again is one'}
  ${[[0, 'a'], [1, 'b'], [2, 'c']]}                 | ${['c', 'b at 1', 'a at 0']} | ${'three servers by turns'}
  ${[[0, 'a'], [1, 'b'], [2, 'a']]}                 | ${['a', 'b at 1']}           | ${'that is back is of now'}
  ${[[0, 'a'], [10, 'b'], [16, 'c']]}               | ${['c', 'b at 10']}          | ${'for a quarter of an hour'}
  ${[[0, 'a', 'vip:6443'], [1, 'b', 'other:6443']]} | ${['b']}                     | ${'of the same address'}
`('keeps $rule', ({ handshakes, kept }) => {
  expect(after(handshakes)).toEqual(kept);
});

it('keeps no more than its bound, however many are shown', () => {
  const many = Array.from({ length: 30 }, (_, i) => [0, `c${i}`] as const);
  expect(after(many)).toHaveLength(21);
});

it('keeps nothing of what was not seen', () => {
  const unknown: Signal<CertificateInfo[]> = {
    state: 'unknown',
    source: 'loadbalancer',
    via: 'TLS handshake',
    observedAt: at(0).toISOString(),
    reason: 'timeout',
    detail: 'no answer',
  };
  expect(shownByTurns([certificate('a')], unknown, at(1))).toEqual([
    certificate('a'),
  ]);
});
