/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for files of one test: made anew before each, gone after it. Made at the top level of a test file. */
export class TestFolder {
  path!: string;

  constructor() {
    beforeEach(() => {
      this.path = mkdtempSync(join(tmpdir(), 'kubernetes-ha-test-'));
    });
    afterEach(() => rmSync(this.path, { recursive: true }));
  }

  /** Path of a file of that name, written or not. */
  at(name: string): string {
    return join(this.path, name);
  }

  /** Writes a file and returns its path. */
  file(name: string, content: string): string {
    writeFileSync(this.at(name), content);
    return this.at(name);
  }
}
