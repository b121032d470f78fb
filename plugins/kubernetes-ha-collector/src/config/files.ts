/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createPrivateKey, KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { isError } from '@backstage/errors';
import { oneLine } from '../refusals/oneLine';
import { configuredPath } from '../configuredPath';
import { quoted, sentence } from './sentences';

/** What a configured file has to hold. */
export type FileContent = 'any' | 'certificates' | 'private-key';

const contentNames: Record<FileContent, string> = {
  any: 'a file that this process can read',
  certificates: 'one or more PEM certificates (BEGIN CERTIFICATE)',
  'private-key': 'an unencrypted PEM private key (BEGIN … PRIVATE KEY)',
};

/** Checks one configured file; answers the problem as a sentence, or nothing. */
export function fileProblem(
  key: string,
  file: string,
  content: FileContent,
): string | undefined {
  const allowed = contentNames[content];
  const path = configuredPath(file);
  let text: string;
  try {
    if (statSync(path).isDirectory()) {
      return sentence({
        key,
        found: `${quoted(file)}, which is a directory (${oneLine(path)})`,
        allowed,
        remedy: 'Name the file in it.',
      });
    }
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const missing = codeOf(error) === 'ENOENT';
    const shown = quoted(file);
    return sentence({
      key,
      found: `${shown}, which ${
        missing ? 'does not exist' : `cannot be read (${codeOf(error)})`
      }${shown === JSON.stringify(file) ? ` at ${path}` : ''}`,
      allowed,
      remedy: missing
        ? `Create the file or correct the path; it is relative to ${process.cwd()}.`
        : 'Give the user that runs the backend the right to read it.',
    });
  }
  const unreadable = unreadableContent(text, content);
  if (!unreadable) return undefined;
  return sentence({
    key,
    found: `${quoted(file)}, ${unreadable}`,
    allowed,
    remedy: 'Put the right file there.',
  });
}

/** Checks that a private key belongs to a certificate; both files were read before. */
export function keyPairProblem(
  key: string,
  certFile: string,
  keyFile: string,
): string | undefined {
  const certificate = new X509Certificate(
    readFileSync(configuredPath(certFile)),
  );
  const privateKey = createPrivateKey(readFileSync(configuredPath(keyFile)));
  if (certificate.checkPrivateKey(privateKey)) return undefined;
  return sentence({
    key,
    found: `${quoted(
      keyFile,
    )}, whose key is not the one of the certificate ${quoted(
      certFile,
    )} (${oneLine(certificate.subject)})`,
    allowed: 'the private key that the certificate was issued for',
    remedy: 'Name the two files of one pair.',
  });
}

function unreadableContent(
  text: string,
  content: FileContent,
): string | undefined {
  switch (content) {
    case 'any':
      return text.trim() === '' ? 'which is empty' : undefined;
    case 'certificates':
      return refusal(() => certificatesOf(text));
    case 'private-key':
      return refusal(() => createPrivateKey(text));
    default:
      return unreachable(content);
  }
}

/** Every certificate of a PEM bundle. Errors: Error when there is none or one cannot be parsed. */
export function certificatesOf(pem: string): X509Certificate[] {
  const blocks = pem.match(
    /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g,
  );
  if (!blocks) throw new Error('it holds no PEM certificate');
  return blocks.map(block => new X509Certificate(block));
}

function refusal(
  read: () => KeyObject | X509Certificate[],
): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    // OpenSSL's texts name the place of the fault, never the content.
    const detail = isError(error) ? error.message : String(error);
    return `which cannot be used (${oneLine(detail)})`;
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error
    ? String(error.code)
    : String(error);
}

function unreachable(value: never): never {
  throw new Error(`Unexpected file content ${String(value)}`);
}
