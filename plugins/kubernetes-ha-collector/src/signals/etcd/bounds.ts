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

/** A member has one peer URL for each network that its peers reach it by. (proposal) */
export const PEER_URLS = 16;

// How long one answer is waited for; the whole source has SOURCE_MS.

/** Answered locally and at once by a member that lives. (proposal) */
export const STATUS_MS = 4_000;

/** Asked twice at worst, linearizable and not. (proposal) */
export const MEMBER_LIST_MS = 3_000;

/** Goes through consensus. (proposal) */
export const ALARMS_MS = 4_000;

/**
 * While a quorum is being lost, etcd answers 503 itself after 7 s (5 s and two
 * election timeouts): waiting a little longer turns a silence into its words.
 * Source: etcd server/config/config.go ReqTimeout
 */
export const HEALTH_MS = 8_000;

/** The page is made while it is asked for. (proposal) */
export const METRICS_MS = 4_000;

/** Two handshakes at once, one a port. (proposal) */
export const HANDSHAKE_MS = 4_000;

/** A hash reads all keys of the member. (proposal) */
export const HASH_MS = 6_000;

/** Status 4 s, member list twice 3 s and health 8 s at worst, one after the other. */
export const SOURCE_MS = 20_000;
