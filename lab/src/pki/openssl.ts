/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../host/exec';

/** A certificate and its key, as files. */
export interface KeyPair {
  cert: string;
  key: string;
}

export interface CertificateRequest {
  /** Name of the files, without ending. */
  name: string;
  /** As openssl writes it, such as /O=system:masters/CN=admin. */
  subject: string;
  /** Host names and addresses the certificate is good for. */
  hosts?: readonly string[];
  days?: number;
}

const newKey = [
  ...['req', '-x509', '-new', '-nodes', '-sha256'],
  ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
];

/** Makes a certificate authority in a folder. */
export async function makeAuthority(
  folder: string,
  name: string,
  subject: string,
): Promise<KeyPair> {
  return make(
    folder,
    name,
    subject,
    3650,
    [],
    [
      'basicConstraints=critical,CA:TRUE',
      'keyUsage=critical,keyCertSign,cRLSign,digitalSignature',
      'subjectKeyIdentifier=hash',
    ],
  );
}

/** Issues a certificate for servers and clients alike. */
export async function issueCertificate(
  folder: string,
  authority: KeyPair,
  request: CertificateRequest,
): Promise<KeyPair> {
  const { name, subject, hosts = [], days = 365 } = request;
  const names = hosts.map(host =>
    /^[\d.]+$/.test(host) ? `IP:${host}` : `DNS:${host}`,
  );
  return make(
    folder,
    name,
    subject,
    days,
    ['-CA', authority.cert, '-CAkey', authority.key],
    [
      'basicConstraints=critical,CA:FALSE',
      'keyUsage=critical,digitalSignature,keyEncipherment',
      'extendedKeyUsage=serverAuth,clientAuth',
      'authorityKeyIdentifier=keyid',
      ...(names.length > 0 ? [`subjectAltName=${names.join(',')}`] : []),
    ],
  );
}

/** A key pair without certificate, for service-account tokens. */
export async function makeTokenKeys(
  folder: string,
  name: string,
): Promise<{ publicKey: string; privateKey: string }> {
  const privateKey = join(folder, `${name}-key.pem`);
  const publicKey = join(folder, `${name}-pub.pem`);
  await run('openssl', [
    ...['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
    ...['-out', privateKey],
  ]);
  await run('openssl', [
    'pkey',
    '-in',
    privateKey,
    '-pubout',
    '-out',
    publicKey,
  ]);
  return { publicKey, privateKey };
}

async function make(
  folder: string,
  name: string,
  subject: string,
  days: number,
  signer: readonly string[],
  extensions: readonly string[],
): Promise<KeyPair> {
  mkdirSync(folder, { recursive: true });
  const cert = join(folder, `${name}.pem`);
  const key = join(folder, `${name}-key.pem`);
  const config = join(folder, `${name}.cnf`);
  // A configuration of its own: the system's would add extensions of its taste.
  writeFileSync(
    config,
    `[req]\ndistinguished_name=dn\n[dn]\n[ext]\n${extensions.join('\n')}\n`,
  );
  await run('openssl', [
    ...newKey,
    ...['-config', config, '-extensions', 'ext', '-subj', subject],
    ...['-days', String(days), '-keyout', key, '-out', cert],
    ...signer,
  ]);
  return { cert, key };
}
