/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';

/**
 * What kept a connection from being made, more exactly than the reason of an
 * unknown (`refused`, `unreachable`, `tls`), because the fix differs.
 *
 * - `closed`: accepted, then closed before an answer
 * - `name-not-found` / `no-route`: no address for the name; no way to the address
 * - `unknown-authority`: the server's certificate is signed by a CA that is not trusted here
 * - `certificate-expired` / `certificate-not-yet-valid` / `name-mismatch`: of the server's certificate
 * - `client-certificate`: the server does not accept the certificate of the reader
 * - `no-tls`: the server answers without TLS
 * @public
 */
export const connectionFaults = [
  'closed',
  'name-not-found',
  'no-route',
  'unknown-authority',
  'certificate-expired',
  'certificate-not-yet-valid',
  'name-mismatch',
  'client-certificate',
  'no-tls',
] as const;

/** See {@link connectionFaults}. @public */
export type ConnectionFault = (typeof connectionFaults)[number];

/** A connection that was not made, and for an unknown authority both sides of it. @public */
export const connectionFailureSchema = z.object({
  fault: z.enum(connectionFaults),
  /** Issuer of the certificate that the server presents. */
  issuer: z.string().optional(),
  /** What the reader trusts: the setting that names the CA, and the subjects in it (five at most). */
  trusted: z
    .object({ setting: z.string(), subjects: z.array(z.string()) })
    .optional(),
});

/** See {@link connectionFailureSchema}. @public */
export type ConnectionFailure = z.infer<typeof connectionFailureSchema>;
