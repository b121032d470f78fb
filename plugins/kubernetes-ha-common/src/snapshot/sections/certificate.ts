/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';

/**
 * A certificate as shown in a TLS handshake.
 * @public
 */
export const certificateSchema = z.object({
  /** What presented it, for example `192.0.2.10:6443`. */
  endpoint: z.string(),
  /** What it is for. */
  usage: z.enum([
    'apiserver-serving',
    'load-balanced-endpoint',
    'etcd-client-port',
    'etcd-peer-port',
    'kubelet-serving',
    'client',
  ]),
  subject: z.string(),
  issuer: z.string(),
  /** ISO 8601 UTC. */
  notBefore: z.iso.datetime(),
  /** ISO 8601 UTC. */
  notAfter: z.iso.datetime(),
  /** True for a certificate authority seen in the presented chain. */
  isCa: z.boolean(),
  /** SHA-256 fingerprint, hex with colons. */
  fingerprint: z.string(),
  /**
   * When a handshake showed it last, ISO 8601 UTC, where a later one with the
   * same address showed another: behind a load balancer servers answer by turns.
   * Missing for what the newest handshake showed.
   */
  lastSeen: z.iso.datetime().optional(),
});

/** See {@link certificateSchema}. @public */
export type CertificateInfo = z.infer<typeof certificateSchema>;
