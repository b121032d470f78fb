/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LeaseInfo } from 'backstage-plugin-kubernetes-ha-common';
import { z } from 'zod/v4';

/** The envelope of a list; its items are read one by one without zod, which costs more than the rest for 5,000 of them. */
const listSchema = z.object({
  metadata: z.object({ continue: z.string().optional() }),
  // Not each by the schema: of a page of numbers it would write a complaint a number.
  items: z.array(z.unknown()),
});

const itemSchema = z.looseObject({});

/** One page of a list of Leases. */
export interface LeasePage {
  leases: LeaseInfo[];
  /** Token of the next page. */
  next?: string;
}

/** Errors: ZodError for a document that is no list of Leases. */
export function parseLeasePage(document: unknown): LeasePage {
  const { metadata, items } = listSchema.parse(document);
  return {
    leases: items.map(item => projectLease(leaseOf(item))),
    ...(metadata.continue && { next: metadata.continue }),
  };
}

/** Ends at the first item that is no object. */
function leaseOf(item: unknown): Record<string, unknown> {
  return itemSchema.parse(item);
}

/** Source: k8s.io/api coordination/v1 types.go */
function projectLease(item: Record<string, unknown>): LeaseInfo {
  const metadata = recordOf(item.metadata);
  const spec = recordOf(item.spec);
  return leaseInfo({
    acquireTime: instantOf(spec.acquireTime),
    durationSeconds: numberOf(spec.leaseDurationSeconds),
    holder: stringOf(spec.holderIdentity),
    labels: labelsOf(metadata.labels),
    name: stringOf(metadata.name) ?? '',
    namespace: stringOf(metadata.namespace) ?? '',
    renewTime: instantOf(spec.renewTime),
    transitions: wholeNumberOf(spec.leaseTransitions),
  });
}

/**
 * A Lease as the snapshot keeps it, with its keys in the order in which it is
 * stored and hashed, for there is one a node.
 */
export function leaseInfo(lease: LeaseInfo): LeaseInfo {
  const { acquireTime, durationSeconds, holder, renewTime, transitions } =
    lease;
  const { labels, name, namespace } = lease;
  return {
    acquireTime: acquireTime || undefined,
    durationSeconds,
    // An empty one has released the Lease.
    holder: holder || undefined,
    labels,
    name,
    namespace,
    renewTime: renewTime || undefined,
    transitions,
  };
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : undefined;
}

/** An int32 in the API; what is no whole number was written by something else. */
function wholeNumberOf(value: unknown): number | undefined {
  return Number.isSafeInteger(value) ? numberOf(value) : undefined;
}

const YEAR_10000 = Date.parse('9999-12-31T23:59:59.999Z') + 1;
const YEAR_0 = Date.parse('0000-01-01T00:00:00.000Z');

function instantOf(value: unknown): string | undefined {
  return instantAt(Date.parse(stringOf(value) ?? ''));
}

/** A MicroTime has six decimals; the snapshot keeps three. Years of more or less than four digits have no such notation. */
export function instantAt(time: number): string | undefined {
  return time >= YEAR_0 && time < YEAR_10000
    ? new Date(time).toISOString()
    : undefined;
}

function labelsOf(value: unknown): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const [name, label] of Object.entries(recordOf(value))) {
    if (typeof label === 'string') labels[name] = label;
  }
  return labels;
}
