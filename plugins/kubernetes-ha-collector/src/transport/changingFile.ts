/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { readFile, stat } from 'node:fs/promises';
import { ConnectionError } from '../contracts';

/** A collection makes some twenty requests within a second: the file is not checked for each. (proposal) */
const LOOK_EVERY_MS = 1_000;

/**
 * The content of a file that others replace: projected ServiceAccount tokens
 * about every hour, kubeconfigs by `kubeadm certs renew`. Read again only when
 * it is another file, or changed.
 */
export class ChangingFile {
  readonly path: string;
  readonly #purpose: string;
  #seen: { mark: string; content: string; until: number } | undefined;
  /** What whoever asks meanwhile waits for, too. */
  #looking: Promise<string> | undefined;

  /** `purpose` stands in the error, for example `connection.tokenFile`. */
  constructor(path: string, purpose: string) {
    this.path = path;
    this.#purpose = purpose;
  }

  /** Errors: ConnectionError `not-configured` naming the file and the key. */
  async content(): Promise<string> {
    if (this.#seen && Date.now() < this.#seen.until) return this.#seen.content;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #look(): Promise<string> {
    const now = Date.now();
    try {
      const { ino, size, mtimeMs } = await stat(this.path);
      const mark = `${ino}/${size}/${mtimeMs}`;
      const content =
        this.#seen?.mark === mark
          ? this.#seen.content
          : await readFile(this.path, 'utf8');
      this.#seen = { mark, content, until: now + LOOK_EVERY_MS };
      return content;
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
