/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** One line on a terminal that says what is being done; nothing at all elsewhere. */
export class Progress {
  readonly #terminal: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
  #isShown = false;

  constructor(terminal: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>) {
    this.#terminal = terminal;
  }

  /** Puts this text in place of the one before. */
  show(text: string): void {
    if (!this.#terminal.isTTY) return;
    this.#terminal.write(`${CLEAR_LINE}${text}…`);
    this.#isShown = true;
  }

  /** Takes the line away. Idempotent. */
  end(): void {
    if (!this.#isShown) return;
    this.#terminal.write(CLEAR_LINE);
    this.#isShown = false;
  }
}

/** To the first column, and all of the line gone (ECMA-48 EL 2). */
const CLEAR_LINE = '\r\u001b[2K';
