/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// Writes src/etcd/generated/rpc.ts from rpc.proto beside this file, so that
// the client needs no file at run time. `--check` compares instead of writing.
//
//   node plugins/kubernetes-ha-collector/proto/etcd/generateDescriptor.mjs

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';

const here = dirname(fileURLToPath(import.meta.url));
const output = join(here, '../../src/etcd/generated/rpc.ts');

const { root } = protobuf.parse(readFileSync(join(here, 'rpc.proto'), 'utf8'), {
  keepCase: true,
});
const text = `/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// Generated from proto/etcd/rpc.proto by generateDescriptor.mjs: do not edit.

export const rpcDescriptor = ${JSON.stringify(root.toJSON(), undefined, 2)};
`;

if (process.argv.includes('--check')) {
  if (readFileSync(output, 'utf8') !== text) {
    console.error(
      `${output} is not what rpc.proto gives. Run node proto/etcd/generateDescriptor.mjs.`,
    );
    process.exit(1);
  }
} else {
  writeFileSync(output, text);
}
