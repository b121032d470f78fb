/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import plugin from '../alpha';

/** Opens the plugin at an address in a test app; its client requests over HTTP, see `mockServer`. */
export function openPlugin(path: string): void {
  renderTestApp({
    features: [plugin],
    apis: [mockApis.discovery(), mockApis.fetch()],
    initialRouteEntries: [path],
  });
}
