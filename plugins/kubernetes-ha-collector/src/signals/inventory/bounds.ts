/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// What the inventory accepts from one cluster. Beyond a bound the section is
// unknown (too-large, too-many, too-slow), and nothing of it is kept.

const MIB = 1024 * 1024;

/** Objects a page. More gains nothing and stalls; less costs requests. (measured: docs/benchmarks.md) */
export const PAGE_SIZE = 500;

/** A page of 500 pods is 4 MiB as protobuf and twice that as JSON: room for pods four times as large. */
export const PAGE_BYTES = 32 * MIB;

/**
 * Commas, colons and brackets of a JSON page: 500 pods have some 500,000. V8
 * does not stop in the midst of a document: ten million empty objects would
 * take more than the heap of the thread, and the whole process with it.
 */
export const PAGE_TOKENS = 2_000_000;

/** A server that ignores the limit gives its whole list at once; more rows than these are more than the thread's heap. */
export const PAGE_OBJECTS = 200_000;

/** One reading in so many decodes every object again, changed or not: every half an hour by default. (proposal) */
export const READ_ANEW_EVERY = 15;

/** Twice the 150,000 pods to which Kubernetes is tested. Source: kubernetes.io/docs/setup/best-practices/cluster-large */
export const LIST_OBJECTS = 300_000;

/** The pages of so many objects, and as many again that are not full (filtered or concurrently deleted). */
export const LIST_PAGES = (2 * LIST_OBJECTS) / PAGE_SIZE;

/** 300,000 pods of 8 kB, as measured on real clusters, and half as much again. */
export const LIST_BYTES = 4096 * MIB;

/** Rows of a list as packed text: 300,000 pods of 330 bytes, and half as much again. It is what stays in memory. (measured: decoding/packedRows.ts) */
export const LIST_ROW_BYTES = 144 * MIB;

/** Over all lists of one collection: the pods, and as much again for all other kinds. */
export const COLLECTION_BYTES = 2 * LIST_BYTES;
/** See {@link COLLECTION_BYTES}. */
export const COLLECTION_ROW_BYTES = 2 * LIST_ROW_BYTES;

/** A row of an EndpointSlice with its 1,000 endpoints is 180 kB; nothing else comes near. */
export const ROW_BYTES = 256 * 1024;

/** Rows travel between threads in pieces that the main thread parses in a few milliseconds; a page of 500 pods is one of 160 kB. (measured) */
export const PIECE_CHARACTERS = 256 * 1024;

/** An API server's token is some 200 characters; its URL must stay below what servers accept as a request line (8 KiB). */
export const CONTINUE_CHARACTERS = 4096;

/** A page of 500 pods is some 2 MB, one of 500 nodes 5 MB. (measured) */
export const PAGE_MEMORY_BYTES = 4 * MIB;

/** Kept while no page is read; what comes back beyond is left to the garbage collector. (proposal) */
export const PAGE_MEMORIES = 6;

/** A page of real pods takes 20 to 60 ms on one core; of what is built to be slow, nobody waits for more. (proposal) */
export const PAGE_MS = 3_000;

/** A page slower than this is no usual one: the cluster's next pages are decoded beside those of the others. (proposal) */
export const USUAL_PAGE_MS = 500;

/** For so long after its last slow page. (proposal) */
export const SLOW_CLUSTER_MS = 15 * 60_000;

/** A thread starts in 0.1 s from JavaScript and in some seconds from source on a busy machine. */
export const THREAD_START_MS = 60_000;

/** Heap of a decoding thread: a JSON page of 32 MiB and its objects. */
export const THREAD_HEAP_MB = 384;

/** etcd stores 1 MiB of data of a ConfigMap; JSON escapes every second byte of it at worst. */
export const CONFIG_MAP_BYTES = 3 * MIB;

/** See {@link PAGE_TOKENS}; a ConfigMap of kubeadm has some 50. */
export const CONFIG_MAP_TOKENS = 50_000;

/** kubeadm's and kube-proxy's documents are 2 kB; YAML costs a hundred times what JSON costs. (proposal) */
export const YAML_CHARACTERS = 128 * 1024;

/** Columns of indentation, items begun in a line and open brackets: their documents have a dozen. */
export const YAML_LEVELS = 128;

/** `/apis` of a cluster with 100 groups is 20 kB; each has a token or two a version. */
export const API_GROUPS = { bytes: 1 * MIB, tokens: 40_000 };

/** A `Status` is a few hundred bytes. */
export const STATUS = { bytes: 64 * 1024, tokens: 1_000 };

/** Cores, memory and pods are written with a dozen characters. Source: k8s.io/apimachinery pkg/api/resource (int64 and a suffix) */
export const QUANTITY_CHARACTERS = 64;

/** Of a webhook: all authorities of a Linux distribution are 150 certificates and 220 KiB. */
export const CA_BUNDLE = { bytes: 512 * 1024, certificates: 300 };

/** Kept of a certificate's subject. */
export const SUBJECT_CHARACTERS = 200;

/** Addresses of a node beyond the internal ones: IPVS and IPv6 bring dozens. (proposal) */
export const OTHER_ADDRESSES = 64;

/** As long as a scheme of a cloud provider may be. (proposal) */
export const PROVIDER_CHARACTERS = 32;

/** Labels kept of a template: many more than anybody sets by hand. (proposal) */
export const TEMPLATE_LABELS = 64;

/** The pods take one place, everything else the other. */
export const REQUESTS_AT_ONCE = 2;

/** Long enough for 150,000 pods at 15 MB/s; shorter than the default interval. */
export const SOURCE_MS = 100_000;
