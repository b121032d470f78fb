/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Refusal } from '../refusals/classify';
import { within } from '../refusals/deadline';
import { oneLine } from '../refusals/oneLine';
import { nameOf, presentedCertificates } from './presentedChain';

/** A handshake more than the probe itself. (proposal) */
const HANDSHAKE_MS = 2_000;

/**
 * The refusal with the issuer of the certificate that the server presents,
 * where its authority is not known here: one handshake, and nothing is sent.
 */
export async function withPresentedIssuer(
  refusal: Refusal,
  url: string,
  signal: AbortSignal,
): Promise<Refusal> {
  const { failure } = refusal;
  if (failure?.fault !== 'unknown-authority' || failure.issuer) return refusal;
  try {
    const { hostname, port } = new URL(url);
    const [leaf] = await within(signal, HANDSHAKE_MS, ending =>
      presentedCertificates({
        address: `${hostname}:${port || '443'}`,
        signal: ending,
      }),
    );
    if (!leaf) return refusal;
    return {
      ...refusal,
      failure: { ...failure, issuer: oneLine(nameOf(leaf.issuer)) },
    };
  } catch {
    // What is known stays: the probe itself has said why it failed.
    return refusal;
  }
}
