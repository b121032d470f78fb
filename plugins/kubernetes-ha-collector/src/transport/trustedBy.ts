/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { X509Certificate } from 'node:crypto';
import type { ConnectionFailure } from 'backstage-plugin-kubernetes-ha-common';
import { oneLine } from '../refusals/oneLine';
import { nameOf } from './presentedChain';

/** A bundle may hold a hundred roots; so many are named. */
const SUBJECTS = 5;

/** So much of a bundle is read for the names in it. */
const BUNDLE_CHARACTERS = 64 * 1024;

/**
 * Whom a reader trusts: the setting that names the CA, and the subjects in its
 * PEM bundle. What is no certificate has no name; it is refused elsewhere.
 */
export function trustedBy(
  setting: string,
  pem: string | Buffer | undefined,
): NonNullable<ConnectionFailure['trusted']> {
  const text = pem?.toString('latin1').slice(0, BUNDLE_CHARACTERS) ?? '';
  const certificates =
    text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ??
    [];
  return {
    setting,
    subjects: certificates.slice(0, SUBJECTS).flatMap(subjectOf),
  };
}

function subjectOf(pem: string): string[] {
  try {
    return [oneLine(nameOf(new X509Certificate(pem).subject))];
  } catch {
    // It has the lines of a certificate around something else.
    return [];
  }
}

/** The failure with whom the reader trusts, where that is what it is about. */
export function withTrusted(
  failure: ConnectionFailure | undefined,
  trusted: () => ConnectionFailure['trusted'],
): ConnectionFailure | undefined {
  if (failure?.fault !== 'unknown-authority' || failure.trusted) return failure;
  const by = trusted();
  return by ? { ...failure, trusted: by } : failure;
}
