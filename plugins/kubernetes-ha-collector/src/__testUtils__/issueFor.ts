/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { isIP } from 'node:net';
import type { TestCa } from './testPki';

/** A certificate and its key under the names that Node's TLS options give them, PEM. */
export interface Issued {
  cert: string;
  key: string;
}

const DAY_MS = 86_400_000;

/** A certificate for DNS names and IP addresses alike, that ends after `days` (negative: has ended). */
export async function issueFor(
  ca: TestCa,
  commonName: string,
  names: readonly string[] = [],
  days = 365,
): Promise<Issued> {
  const { certificate, key } = await ca.issue({
    commonName,
    usages: ['serverAuth', 'clientAuth'],
    dns: names.filter(name => isIP(name) === 0),
    ips: names.filter(name => isIP(name) !== 0),
    notBefore: new Date(Date.now() - 30 * DAY_MS),
    notAfter: new Date(Date.now() + days * DAY_MS),
  });
  return { cert: certificate, key };
}
