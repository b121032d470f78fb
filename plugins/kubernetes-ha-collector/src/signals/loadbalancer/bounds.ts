/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// What the load balancer source accepts from one statistics page.

/** Some 500 bytes a line, and as much again for the answers of checks: 2,000 servers. */
export const CSV_BYTES = 2 * 1024 * 1024;

/** HAProxy 3.3 has some 120 columns, and adds a handful a release. Source: haproxy doc/management.txt §9.1 */
export const CSV_COLUMNS = 512;

/** Frontends, backends and servers of one HAProxy: more than fit into the bytes of real lines. */
export const CSV_ROWS = 5_000;

/** One line; the answer of a check, its longest field, is cut by HAProxy at 1 kB. */
export const CSV_ROW_CHARACTERS = 16 * 1024;

/** Parsed between two turns of the event loop: 8,000 empty fields take some 5 ms. */
export const CSV_PIECE_BYTES = 8 * 1024;

/** The body of `/readyz`; only its beginning is looked at. */
export const READYZ_BYTES = 256 * 1024;

/** Statistics pages asked at once. (proposal) */
export const PAGES_AT_ONCE = 8;

/** How long a statistics page is waited for. (proposal) */
export const STATISTICS_MS = 4_000;

/** Requests on the path through the load balancer: what fails once is no outage. (proposal) */
export const ATTEMPTS = 3;

/** A client gives up on a request to a dead path after some seconds; `lb-vip-reachable` warns from one second. (proposal) */
export const ATTEMPT_MS = 4_000;

/** How long a certificate counts that another server behind the same address showed: with three, each is met in that time. (proposal) */
export const SHOWN_BY_TURNS_MS = 15 * 60_000;

/** Certificates by turns; more servers than this are met one after the other. (proposal) */
export const SHOWN_BY_TURNS = 20;

/** Three attempts of 4 s on the path; the statistics pages are read meanwhile. */
export const SOURCE_MS = 15_000;

/** More instances than anybody puts before one cluster. (proposal) */
export const CONNECTION_POOLS = 64;
