import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../bootstrap/index.mjs';

/** The configuration files of all labs that are up, in the folder where labs keep their data. Errors: Error when there is none. */
export function labConfigFiles(
  data = process.env.KUBERNETES_HA_LAB_DATA ?? path.join(root, 'lab', '.data'),
) {
  const files = existsSync(data)
    ? readdirSync(data)
        .sort()
        .map(name => path.join(data, name, 'app-config.lab.yaml'))
        .filter(existsSync)
    : [];
  if (files.length === 0) {
    throw new Error(
      '--lab: no lab is running. Expected: one started with "npm run lab -- up". Start it, then run this again.',
    );
  }
  return files;
}

/**
 * One configuration file with all labs. In Backstage a list in a later file
 * takes the place of the earlier one, so several files would show one lab.
 */
export function labConfig(
  files = labConfigFiles(),
  target = path.join(root, '.portal', 'labs.yaml'),
) {
  const require = createRequire(path.join(root, 'lab', 'package.json'));
  const { parse, stringify } = require('yaml');
  const clusters = files.flatMap(
    file => parse(readFileSync(file, 'utf8')).kubernetesHa.clusters,
  );
  mkdirSync(path.dirname(target), { recursive: true });
  // The mode is that of a new file only.
  rmSync(target, { force: true });
  writeFileSync(target, stringify({ kubernetesHa: { clusters } }), {
    mode: 0o600,
  });
  return target;
}
