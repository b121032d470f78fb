/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { readFile, stat } from 'node:fs/promises';
import { ConnectionError } from 'backstage-plugin-kubernetes-ha-node';

/**
 * The content of a file that others replace: projected ServiceAccount tokens
 * about every hour, kubeconfigs by `kubeadm certs renew`. One `stat` each time,
 * read again only when it is another file, or changed.
 */
export class ChangingFile {
  readonly path: string;
  readonly #purpose: string;
  #seen: { mark: string; content: string } | undefined;

  /** `purpose` stands in the error, for example `connection.tokenFile`. */
  constructor(path: string, purpose: string) {
    this.path = path;
    this.#purpose = purpose;
  }

  /** Errors: ConnectionError `not-configured` naming the file and the key. */
  async content(): Promise<string> {
    try {
      const { ino, size, mtimeMs } = await stat(this.path);
      const mark = `${ino}/${size}/${mtimeMs}`;
      if (this.#seen?.mark !== mark) {
        this.#seen = { mark, content: await readFile(this.path, 'utf8') };
      }
      return this.#seen.content;
    } catch (error) {
      throw new ConnectionError(
        'not-configured',
        `${this.#purpose}: ${this.path} cannot be read (${codeOf(error)}). ` +
          `Required: a file that the backend's user may read.`,
        { cause: error },
      );
    }
  }
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  return 'code' in error ? String(error.code) : 'unknown error';
}
