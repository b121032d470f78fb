import path from 'node:path';
import { root } from '../bootstrap/paths.mjs';

// Loaded before each test file. Files run side by side, each in a process of
// its own: its labs lie in a folder of its own, so that two files may give
// theirs the same name. The runner itself, which has no such context, must
// not hand its folder down.
if (process.env.NODE_TEST_CONTEXT) {
  const base =
    process.env.KUBERNETES_HA_LAB_DATA ?? path.join(root, 'lab/.data/tests');
  const [name] = path.basename(process.argv[1]).split('.test.');
  process.env.KUBERNETES_HA_LAB_DATA = path.join(base, name);
}
