/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// What the API server source accepts from one cluster.

/** Control planes have 3 to 7; the largest of the lab 63. Each is dialled four times a collection. */
export const INSTANCES = 64;

/** The EndpointSlices of `default/kubernetes`: one slice, an address an instance. */
export const ENDPOINTS = { bytes: 256 * 1024, tokens: 5_000 };

/** Pages of large clusters are 20 to 50 MB (measured on 5,000 nodes); they are scanned while they arrive. */
export const METRICS_BYTES = 64 * 1024 * 1024;

/** `/readyz?verbose` has some 60 lines, one a post-start hook. */
export const HEALTH_BYTES = 64 * 1024;
/** Sub-checks of a health page. */
export const SUB_CHECKS = 500;

/** kube-apiserver has some 300 flags. */
export const FLAGZ = { bytes: 256 * 1024, tokens: 5_000 };
/** Lines of the text page. */
export const FLAGS = 2_000;

/** `/version` is 300 bytes. */
export const VERSION = { bytes: 16 * 1024, tokens: 200 };

/** More API servers than most clusters run; the rest wait for a free place. (proposal) */
export const INSTANCES_AT_ONCE = 16;

/** A handshake more for each API server; what it shows changes once in months. (proposal) */
export const CERTIFICATES_EVERY_SECONDS = 60;

/**
 * Version, flags and metrics of an instance: a start may change the first two,
 * and an instance that was seen not ready is asked anew at once. The metrics page
 * is the dearest thing an API server is asked for: 2.5 MB where nothing is done
 * (1.37), more than all else of a collection. As often as the inventory by default.
 * (proposal; measured: docs/benchmarks.md)
 */
export const DETAILS_EVERY_SECONDS = 120;

// How long one answer is waited for; the whole source has SOURCE_MS.

/**
 * An API server without its etcd answers, with 500, after 4 s: its two checks
 * of etcd run one after the other, each up to 2 s (k8s.io/apiserver
 * storagebackend `DefaultHealthcheckTimeout`, `DefaultReadinessTimeout`). A
 * kubelet waits 15 s (kubeadm's probe timeout). (proposal)
 */
export const HEALTH_MS = 6_000;

/** For its certificates. (proposal) */
export const HANDSHAKE_MS = 4_000;

/** Flags of one instance. (proposal) */
export const FLAGZ_MS = 4_000;

/** The dearest page of an API server. (proposal) */
export const METRICS_MS = 6_000;

/** Where instances are found: nothing is asked before it. (proposal) */
export const ENDPOINTS_MS = 4_000;

/** Read beside all else. (proposal) */
export const VERSION_MS = 4_000;

/** Discovery 4 s, probes 6 s and details 6 s, one after the other. */
export const SOURCE_MS = 18_000;
