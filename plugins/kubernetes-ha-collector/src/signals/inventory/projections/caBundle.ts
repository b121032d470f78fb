/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { X509Certificate } from 'node:crypto';
import type { CaBundleInfo } from 'backstage-plugin-kubernetes-ha-common';
import { CA_BUNDLE, SUBJECT_CHARACTERS } from '../bounds';

const BEGIN = '-----BEGIN CERTIFICATE-----';
const END = '-----END CERTIFICATE-----';

/**
 * How long the authorities of a webhook last. As Go's `AppendCertsFromPEM`:
 * what is no certificate is passed over, and one that can be read is enough.
 * An empty bundle stands for the authorities of the API server's machine.
 */
export function projectCaBundle(bundle: Uint8Array | undefined): CaBundleInfo {
  if (!bundle || bundle.length === 0)
    return { state: 'system', certificates: 0 };
  if (bundle.length > CA_BUNDLE.bytes)
    return { state: 'too-large', certificates: 0 };
  const readable = certificatesIn(Buffer.from(bundle).toString('latin1'));
  if (readable === undefined) return { state: 'too-large', certificates: 0 };
  const [last] = readable.sort((a, b) => b.endMs - a.endMs);
  if (!last) return { state: 'invalid', certificates: 0 };
  return {
    state: 'parsed',
    certificates: readable.length,
    subject: last.subject,
    notBefore: new Date(last.beginMs).toISOString(),
    notAfter: new Date(last.endMs).toISOString(),
  };
}

interface Readable {
  subject: string;
  beginMs: number;
  endMs: number;
}

/** Undefined for more than are looked at. */
function certificatesIn(text: string): Readable[] | undefined {
  const found: Readable[] = [];
  let blocks = 0;
  for (let at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at)) {
    const end = text.indexOf(END, at);
    if (end < 0) break;
    blocks += 1;
    if (blocks > CA_BUNDLE.certificates) return undefined;
    const certificate = read(text.slice(at, end + END.length));
    if (certificate) found.push(certificate);
    at = end + END.length;
  }
  return found;
}

/** Nothing for what is no certificate. */
function read(pem: string): Readable | undefined {
  try {
    const { subject = '', validFrom, validTo } = new X509Certificate(pem);
    const beginMs = Date.parse(validFrom);
    const endMs = Date.parse(validTo);
    // A year beyond what a date can hold is as good as none.
    if (!Number.isFinite(beginMs) || !Number.isFinite(endMs)) return undefined;
    return {
      subject: subject.replace(/\s+/g, ', ').slice(0, SUBJECT_CHARACTERS),
      beginMs,
      endMs,
    };
  } catch {
    return undefined;
  }
}
