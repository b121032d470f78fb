/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  CertificateInfo,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import { SHOWN_BY_TURNS, SHOWN_BY_TURNS_MS } from './bounds';

/**
 * What a handshake showed, and after it what earlier ones with the same address
 * did, each with when: otherwise one of three servers whose certificate is due
 * would be seen at every third collection, and gone at the next. Pure.
 */
export function shownByTurns(
  shown: readonly CertificateInfo[],
  previous: Signal<CertificateInfo[]> | undefined,
  now: Date,
): CertificateInfo[] {
  if (previous?.state !== 'observed') return [...shown];
  const present = new Set(shown.map(({ fingerprint }) => fingerprint));
  const endpoints = new Set(shown.map(({ endpoint }) => endpoint));
  const earlier = previous.value
    .filter(
      ({ fingerprint, endpoint }) =>
        !present.has(fingerprint) && endpoints.has(endpoint),
    )
    .map(one => ({ ...one, lastSeen: one.lastSeen ?? previous.observedAt }))
    .filter(
      ({ lastSeen }) =>
        now.getTime() - Date.parse(lastSeen) <= SHOWN_BY_TURNS_MS,
    );
  return [...shown, ...earlier.slice(0, SHOWN_BY_TURNS)];
}
