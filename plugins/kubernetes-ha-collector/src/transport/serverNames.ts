/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { isIP } from 'node:net';
import { checkServerIdentity, PeerCertificate } from 'node:tls';

/**
 * The names under which an API server's own certificate is believed: its
 * address, and the names of the Service `kubernetes`, which kubeadm, OpenShift,
 * k3s and the others put in for pods.
 * Source: kubernetes cmd/kubeadm/app/util/pkiutil (GetAPIServerAltNames)
 */
export const apiServerNames = ['kubernetes', 'kubernetes.default.svc'] as const;

/** The host in `host:port` or `[ipv6]:port`, without brackets. */
export function hostOf(address: string): string {
  return new URL(`https://${address}`).hostname.replace(/^\[|\]$/g, '');
}

/** What goes into the TLS greeting: a name, never an IP address (RFC 6066 §3). */
export function sniOf(name: string): string | undefined {
  return isIP(name) === 0 ? name : undefined;
}

/** Accepts a certificate that is valid for any of the names; the error lists what it is for. */
export function identityCheck(names: readonly string[]) {
  return (_host: string, certificate: PeerCertificate): Error | undefined => {
    const errors = names.map(name => checkServerIdentity(name, certificate));
    if (errors.some(error => error === undefined)) return undefined;
    return Object.assign(
      new Error(
        `the certificate is for ${certificate.subjectaltname ?? 'no name'}; ` +
          `expected ${names.join(' or ')}`,
      ),
      { code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    );
  };
}
