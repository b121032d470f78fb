/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

describe('generated code', () => {
  it.each(['kubernetes/generateReaders.mjs', 'etcd/generateDescriptor.mjs'])(
    'is what the .proto files give: %s',
    file => {
      const generator = join(__dirname, '../proto', file);
      // Throws with what it says when it is not.
      const output = execFileSync(process.execPath, [generator, '--check'], {
        encoding: 'utf8',
      });
      expect(output).toBe('');
    },
  );
});
