/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// What is accepted of a metrics page, whoever serves it.

/** kube-apiserver's longest lines are 500 bytes; a label value may be a kilobyte. */
export const LINE_BYTES = 16 * 1024;

/** Kept sums of one page, wanted families alone: an API server's page gives some 400. */
export const SERIES = 5_000;

/** Values of one label that are compared as bytes; a label with more is made text of in each line. A latency histogram has 24 bounds, and there are some 10 verbs. (proposal) */
export const INTERNED_VALUES = 64;

/** Longer values are made text of at once: values of kilobytes that differ in their first byte would be compared in full with each that is kept. */
export const INTERNED_BYTES = 64;

/** The longest number: 64 bits in decimal with sign, fraction and exponent are 32 bytes. */
export const NUMBER_BYTES = 64;

/** A whole page is scanned in pieces of this size, so that no piece holds the event loop for more than a few milliseconds. */
export const PIECE_BYTES = 256 * 1024;
