/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// What the kubelet source accepts from one kubelet; how many it asks is in kubeletSource.ts.

/** `/configz` is 5 kB with some 300 values. */
export const CONFIGZ = { bytes: 256 * 1024, tokens: 5_000 };

/** `2562047h47m16.854775807s` is the longest duration that Go writes. */
export const DURATION_CHARACTERS = 32;
