/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

export { HeadingLevel } from './HeadingLevel';
export { Panel } from './Panel';
export { PlainCard } from './PlainCard';
