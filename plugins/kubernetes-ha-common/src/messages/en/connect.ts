/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { list } from '../format';

/** What does not match between the configuration of a cluster and what answers, and what to do. */
export const connect = {
  'connect.not-configured': (p: { detail: string }) =>
    `Not configured: ${p.detail}.`,
  'connect.host-not-found': (p: { host: string }) =>
    `The host ${p.host} is not found in DNS. Correct the host, or add it to the DNS that the backend uses.`,
  'connect.refused': (p: { address: string }) =>
    `${p.address} refuses the connection: the host answers and nothing listens on this port. Correct the port, or start the process.`,
  'connect.timeout': (p: { address: string }) =>
    `${p.address} does not answer in time. Correct the address, or let the backend through the firewall.`,
  'connect.unreachable': (p: { address: string; detail: string }) =>
    `There is no route to ${p.address} (${p.detail}). Correct the address, or the network of the backend.`,
  'connect.no-tls': (p: { address: string }) =>
    `${p.address} answers without TLS. Correct the port, or begin the address with http if that is meant.`,
  'connect.other-ca': (p: {
    address: string;
    issuer: string;
    from: string;
    configured: readonly string[];
  }) =>
    `${p.address} presents a certificate that ${p.issuer} issued; ${
      p.from
    } holds ${
      p.configured.length > 0
        ? `${list(p.configured)}, which did not sign it`
        : 'no certificate that can be read'
    }. Put the CA that issued it into the file.`,
  'connect.not-valid-now': (p: {
    address: string;
    notBefore: string;
    notAfter: string;
  }) =>
    `${p.address} presents a certificate that is valid from ${p.notBefore} to ${p.notAfter}. Renew it, or correct the clock of the backend.`,
  'connect.other-name': (p: {
    address: string;
    expected: readonly string[];
    served: readonly string[];
  }) =>
    `${p.address} presents a certificate for ${list(
      p.served,
    )}; expected: ${list(
      p.expected,
    )}. Use an address that the certificate names, or issue one that names this address.`,
  'connect.client-certificate': (p: { address: string; from: string }) =>
    `${p.address} does not accept the client certificate of ${p.from}. Use one that the CA of the members has signed for client authentication.`,
  'connect.unauthorised': (p: { via: string; detail: string }) =>
    `${p.via} does not accept the credential (${p.detail}). Renew the token, certificate or password.`,
  'connect.forbidden': (p: { via: string; detail: string }) =>
    `${p.via} is not permitted (${p.detail}). Grant the missing right.`,
  'connect.not-found': (p: { via: string; detail: string }) =>
    `${p.via} does not exist there (${p.detail}). Correct the path.`,
  'connect.other-format': (p: { via: string; detail: string }) =>
    `${p.via} returns something other than expected (${p.detail}). Correct the address: another kind of server listens there, or another path.`,
  'connect.not-etcd': (p: { via: string; detail: string }) =>
    `${p.via} responds, but is not etcd (${p.detail}). Use the client URL of a member; its port is 2379 by default.`,
  'connect.other': (p: { address: string; detail: string }) =>
    `${p.address} gave no usable answer: ${p.detail}.`,
} as const;
