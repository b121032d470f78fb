/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { resolve } from 'node:path';

/**
 * A path in configuration, absolute: as it is, or relative to the working
 * directory of the process, as Backstage takes the paths of its own settings.
 * The same for kubeconfigs, certificates, keys, tokens and recordings. Paths
 * *inside* a kubeconfig are relative to that file, as for kubectl.
 */
export function configuredPath(written: string): string {
  return resolve(written);
}
