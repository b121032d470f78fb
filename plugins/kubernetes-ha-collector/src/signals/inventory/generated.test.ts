/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

describe('readers', () => {
  it('are what the .proto files give', () => {
    const generator = join(
      __dirname,
      '../../../../proto/kubernetes/generateReaders.mjs',
    );
    // Throws with what it says when one is not.
    const output = execFileSync(process.execPath, [generator, '--check'], {
      encoding: 'utf8',
    });
    expect(output).toBe('');
  });
});
