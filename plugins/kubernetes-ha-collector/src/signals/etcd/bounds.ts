/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// What the etcd source accepts from members.

/** etcd advises at most 7 voters; the largest plane of the lab has 63. Source: etcd.io/docs/v3.6/faq */
export const MEMBERS = 64;

/** A member listens on loopback and on one or two networks. Each is dialled. (proposal) */
export const CLIENT_URLS = 8;

/**
 * One gRPC answer. A list of 64 members with 16 URLs each, all with long host
 * names, is some 95 kB; of each member there are three alarms at most. Decoding
 * 100,000 empty members takes a quarter of a second.
 */
export const ANSWER = { bytes: 256 * 1024, entries: 1_000 };

/** A page of etcd 3.6 is 180 kB. */
export const METRICS_BYTES = 4 * 1024 * 1024;

/** `/readyz?verbose` is a dozen lines. */
export const READYZ_BYTES = 64 * 1024;
