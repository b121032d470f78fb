/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// What the kubelet source accepts from one kubelet, and how many it asks.

/** `/configz` is 5 kB with some 300 values. */
export const CONFIGZ = { bytes: 256 * 1024, tokens: 5_000 };

/** `2562047h47m16.854775807s` is the longest duration that Go writes. */
export const DURATION_CHARACTERS = 32;

/** A collection asks so many kubelets: 5,000 nodes take 50 collections. (proposal) */
export const NODES_A_COLLECTION = 100;

/** So many of them at once. (proposal) */
export const AT_ONCE = 10;

/** How long one kubelet is waited for. (proposal) */
export const ANSWER_MS = 3_000;

/** Every kubelet of a lost zone takes its whole deadline: 100 by 10 at 3 s, and half as much again. */
export const SOURCE_MS = 45_000;
