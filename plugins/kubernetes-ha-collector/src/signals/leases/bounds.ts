/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// What the leases source accepts from one cluster.

/** A page of node Leases is about 0.25 MB and parsed in 2 ms. */
export const PAGE_SIZE = 250;

/** A Lease is some 1 kB with 70 commas, colons and brackets, most of them in managedFields: three times as much. */
export const PAGE = { bytes: 4 * 1024 * 1024, tokens: 60_000 };

/** One a node, and Kubernetes is tested to 5,000: four times as many. */
export const LEASES = 20_000;

/** As many, and again as many pages that are not full. */
export const PAGES = (2 * LEASES) / PAGE_SIZE;

/** An API server's token is some 200 characters. */
export const CONTINUE_CHARACTERS = 4096;

/** How long one page is waited for. (proposal) */
export const PAGE_MS = 5_000;

/** Twenty pages of node Leases for 5,000 nodes, one after another; half the default interval. */
export const SOURCE_MS = 15_000;
