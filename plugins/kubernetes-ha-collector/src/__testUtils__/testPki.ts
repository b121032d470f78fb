/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const HOUR_MS = 3_600_000;

/** A certificate and its key as PEM text. */
export interface TestCertificate {
  certificate: string;
  key: string;
}

export interface LeafOptions {
  commonName: string;
  usages: readonly ('serverAuth' | 'clientAuth')[];
  /** Subject alternative names. Default: `127.0.0.1` and `localhost`. */
  dns?: readonly string[];
  ips?: readonly string[];
  notBefore?: Date;
  /** Default: one hour from now. */
  notAfter?: Date;
}

/** A certificate authority that lives as long as a test. */
export class TestCa {
  readonly #certificate: x509.X509Certificate;
  readonly #keys: CryptoKeyPair;

  private constructor(certificate: x509.X509Certificate, keys: CryptoKeyPair) {
    this.#certificate = certificate;
    this.#keys = keys;
  }

  static async create(commonName: string): Promise<TestCa> {
    x509.cryptoProvider.set(crypto);
    const keys = await newKeys();
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      name: `CN=${commonName}`,
      keys,
      signingAlgorithm: algorithm,
      notBefore: new Date(Date.now() - HOUR_MS),
      notAfter: new Date(Date.now() + 24 * HOUR_MS),
      extensions: [
        new x509.BasicConstraintsExtension(true, undefined, true),
        new x509.KeyUsagesExtension(
          x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
          true,
        ),
      ],
    });
    return new TestCa(certificate, keys);
  }

  /** The CA's own certificate, PEM. */
  get pem(): string {
    return this.#certificate.toString('pem');
  }

  async issue(options: LeafOptions): Promise<TestCertificate> {
    const keys = await newKeys();
    const dns = options.dns ?? ['localhost'];
    const ips = options.ips ?? ['127.0.0.1'];
    const certificate = await x509.X509CertificateGenerator.create({
      subject: `CN=${options.commonName}`,
      issuer: this.#certificate.subject,
      publicKey: keys.publicKey,
      signingKey: this.#keys.privateKey,
      signingAlgorithm: algorithm,
      notBefore: options.notBefore ?? new Date(Date.now() - HOUR_MS),
      notAfter: options.notAfter ?? new Date(Date.now() + HOUR_MS),
      extensions: [
        new x509.SubjectAlternativeNameExtension([
          ...dns.map(value => ({ type: 'dns' as const, value })),
          ...ips.map(value => ({ type: 'ip' as const, value })),
        ]),
        new x509.ExtendedKeyUsageExtension(
          options.usages.map(usage => x509.ExtendedKeyUsage[usage]),
        ),
      ],
    });
    return {
      certificate: certificate.toString('pem'),
      key: await privateKeyPem(keys.privateKey),
    };
  }
}

/** Writes a certificate and its key; answers the two paths. */
export function writeCertificate(
  folder: string,
  name: string,
  { certificate, key }: TestCertificate,
): { certFile: string; keyFile: string } {
  mkdirSync(folder, { recursive: true });
  const certFile = join(folder, `${name}.crt`);
  const keyFile = join(folder, `${name}.key`);
  writeFileSync(certFile, certificate);
  writeFileSync(keyFile, key, { mode: 0o600 });
  return { certFile, keyFile };
}

async function newKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

async function privateKeyPem(key: CryptoKey): Promise<string> {
  const der = await crypto.subtle.exportKey('pkcs8', key);
  const body =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN PRIVATE KEY-----\n${body.join(
    '\n',
  )}\n-----END PRIVATE KEY-----\n`;
}
