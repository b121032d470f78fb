/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createPrivateKey, KeyObject, X509Certificate } from 'node:crypto';
import { ConnectionError } from '../contracts';
import type { ClientIdentity } from '../transport/clientIdentity';
import type { ConnectionFindings } from './connectionType';

const DAY_MS = 86_400_000;
/** As the check of serving certificates warns. (proposal) */
const EXPIRY_WARNING_DAYS = 30;

const PEM_CERTIFICATE =
  /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** Judges certificates and key of an identity: readable, belonging together, in date. `where` opens each sentence. */
export function checkIdentity(
  identity: ClientIdentity,
  where: string,
  nowMs: number,
): ConnectionFindings {
  const problems: string[] = [];
  const warnings: string[] = [];
  if (identity.ca !== undefined) {
    const blocks = identity.ca.match(PEM_CERTIFICATE) ?? [];
    if (blocks.length === 0 || !blocks.every(block => certificateOf(block))) {
      problems.push(
        `${where}: the CA is not readable. Required: one or more PEM certificates.`,
      );
    }
  }
  if (identity.cert === undefined && identity.key === undefined) {
    return { problems, warnings };
  }
  const certificate = certificateOf(identity.cert ?? '');
  const key = privateKeyOf(identity.key ?? '');
  if (!certificate) {
    problems.push(
      `${where}: the client certificate is missing or not readable. Required: a PEM certificate beside its key.`,
    );
  }
  if (!key) {
    problems.push(
      `${where}: the client key is missing or not readable. Required: an unencrypted PEM private key beside its certificate.`,
    );
  }
  if (certificate && key && !certificate.checkPrivateKey(key)) {
    problems.push(
      `${where}: the client key does not belong to the client certificate (${certificate.subject.replace(
        /\n/g,
        ', ',
      )}). ` + `Required: the key that the certificate was made for.`,
    );
  }
  if (certificate) {
    const days = (Date.parse(certificate.validTo) - nowMs) / DAY_MS;
    if (days <= EXPIRY_WARNING_DAYS) {
      warnings.push(
        `${where}: the client certificate ${
          days < 0 ? 'ended' : 'ends'
        } on ${new Date(certificate.validTo).toISOString()}. ` +
          `Renew it; the file is read again when it changes.`,
      );
    }
  }
  return { problems, warnings };
}

/** A failure to make an identity, as a problem. Anything else is a bug. */
export function problemOf(error: unknown): ConnectionFindings {
  if (!(error instanceof ConnectionError)) throw error;
  return { problems: [error.message], warnings: [] };
}

function certificateOf(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    // What is wrong with it does not matter: the caller says what is needed.
    return undefined;
  }
}

function privateKeyOf(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    // As above; and the parser's words could quote the key.
    return undefined;
  }
}
