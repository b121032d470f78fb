/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';

/** A SHA-256 of text that comes in pieces. */
export interface Sha256 {
  update(text: string): void;
  /** Lower-case hex; nothing can be added afterwards. */
  hex(): string;
}

/** What of Node's module is used. */
interface NodeCrypto {
  createHash(algorithm: 'sha256'): {
    update(text: string, encoding: 'utf8'): unknown;
    digest(encoding: 'hex'): string;
  };
}

/** Node's own where there is Node: many times faster. A browser has none that answers at once. */
const nodeCrypto = globalThis.process?.getBuiltinModule?.('node:crypto') as
  | NodeCrypto
  | undefined;

/** Begins a hash. */
export function startSha256(): Sha256 {
  return nodeCrypto ? nodeSha256(nodeCrypto) : portableSha256();
}

/** As in a browser. */
export function portableSha256(): Sha256 {
  const hash = sha256.create();
  return {
    update: text => void hash.update(text),
    hex: () => bytesToHex(hash.digest()),
  };
}

function nodeSha256(crypto: NodeCrypto): Sha256 {
  const hash = crypto.createHash('sha256');
  return {
    update: text => void hash.update(text, 'utf8'),
    hex: () => hash.digest('hex'),
  };
}
