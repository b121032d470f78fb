/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ApiServerInstance } from '../snapshot/sections/apiServers';

/** What to call an API server instance: its node, or its address. */
export function instanceName(instance: ApiServerInstance): string {
  return instance.nodeName ?? instance.address;
}
