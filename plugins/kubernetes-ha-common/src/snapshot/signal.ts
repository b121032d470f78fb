/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';
import type { Message } from '../messages';
import {
  ConnectionFailure,
  connectionFailureSchema,
} from './connectionFailure';

/**
 * Why something that should be there is unknown. One closed list for
 * every source, so that a screen, a log and an API say the same word.
 *
 * - `not-configured`: the operator has not given what is needed to look (a certificate, an address)
 * - `not-collected`: not collected yet
 * - `stale`: it was seen, but longer ago than three of its intervals
 * - `unauthorised` / `forbidden` / `not-found`: HTTP 401 / 403 / 404, gRPC UNAUTHENTICATED / PERMISSION_DENIED
 * - `timeout`: no answer before the deadline
 * - `refused` / `unreachable` / `tls`: TCP reset or refused, no route or no such host, handshake or certificate mismatch
 * - `throttled`: HTTP 429
 * - `server-error`: the other side answered, with an error of its own (HTTP 5xx)
 * - `too-large` / `too-many` / `too-slow`: more bytes, more items, or more time to parse than the source accepts (its bounds)
 * - `invalid-response`: an answer that is not what the protocol promises
 * - `identity-changed`: the connection answers for another cluster than before
 * - `not-exposed`: this connection cannot see it by design (for example through a proxy)
 * - `inconclusive`: it was read, but does not decide the question
 * @public
 */
export const unknownReasons = [
  'not-configured',
  'not-collected',
  'stale',
  'unauthorised',
  'forbidden',
  'not-found',
  'timeout',
  'refused',
  'unreachable',
  'tls',
  'throttled',
  'server-error',
  'too-large',
  'too-many',
  'too-slow',
  'invalid-response',
  'identity-changed',
  'not-exposed',
  'inconclusive',
] as const;

/** See {@link unknownReasons}. @public */
export type UnknownReason = (typeof unknownReasons)[number];

/**
 * Why a thing is not part of a cluster.
 *
 * - `provider-managed`: the provider runs it and does not show it
 * - `not-installed`: the cluster has none (it was looked for)
 * - `not-in-connection`: the connection is not meant to reach it (for example `managed-view`)
 * - `declared`: the operator's configuration says so
 * @public
 */
export const absentReasons = [
  'provider-managed',
  'not-installed',
  'not-in-connection',
  'declared',
] as const;

/** See {@link absentReasons}. @public */
export type AbsentReason = (typeof absentReasons)[number];

/** The sources that feed a snapshot. Adopters' modules add ids of their own. @public */
export type SignalSourceId = string;

/** Where a signal comes from. @public */
export interface Provenance {
  /** Id of the signal source, for example `etcd`. */
  source: SignalSourceId;
  /** How it was reached: a method and an address without secrets, for example `GET https://192.0.2.10:6443/readyz`. */
  via: string;
  /** When the look was taken, ISO 8601 UTC. For an unknown: when the attempt ended. */
  observedAt: string;
}

/** A value that was seen. @public */
export interface ObservedSignal<T> extends Provenance {
  state: 'observed';
  value: T;
  /** Seconds between collections: older than three of them it counts as stale. */
  intervalSeconds: number;
}

/** Something that should be here and is unknown. Never a pass, never a fail. @public */
export interface UnknownSignal extends Provenance {
  state: 'unknown';
  reason: UnknownReason;
  /** What was tried and what came back, one line of English, without secrets. */
  detail: string;
  /** The same as data, where it is a sentence of ours: so that it is worded in the reader's language. Missing for what others said, and in snapshots of earlier versions. */
  why?: Message;
  /** What kept the connection from being made, where that is known more exactly. */
  failure?: ConnectionFailure;
}

/** Something that is not part of this cluster. @public */
export interface AbsentSignal extends Provenance {
  state: 'absent';
  reason: AbsentReason;
  /** What says so, one line of English. */
  detail: string;
  /** The same as data: as in {@link UnknownSignal}. */
  why?: Message;
}

/** One piece of a snapshot. @public */
export type Signal<T> = ObservedSignal<T> | UnknownSignal | AbsentSignal;

/** The detail of a signal: a message, or the text that came back. @public */
export type Detail = string | Message;

/** The detail of a signal as it goes into the sentence of a check. @public */
export function detailOf({
  detail,
  why,
}: Pick<UnknownSignal, 'detail' | 'why'>): Detail {
  return why ?? detail;
}

const whySchema: z.ZodType<Message> = z.object({
  code: z.string().min(1).max(200),
  params: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
  ),
});

const provenance = {
  source: z.string().min(1),
  via: z.string(),
  observedAt: z.iso.datetime(),
};

/** Every schema that {@link signalSchema} made. */
const signalSchemas = new WeakSet<object>();

/** Whether {@link signalSchema} made this schema. @internal */
export function isSignalSchema(schema: object): boolean {
  return signalSchemas.has(schema);
}

/** The schema of a signal that was observed. @internal */
export function observedSchema<T extends z.ZodType>(value: T) {
  return z.object({
    state: z.literal('observed'),
    ...provenance,
    value,
    intervalSeconds: z.number().positive(),
  });
}

/** The schema of a signal around the schema of its value, for the file and network borders. @public */
export function signalSchema<T extends z.ZodType>(value: T) {
  const schema = z.discriminatedUnion('state', [
    observedSchema(value),
    z.object({
      state: z.literal('unknown'),
      ...provenance,
      reason: z.enum(unknownReasons),
      detail: z.string(),
      why: whySchema.optional(),
      failure: connectionFailureSchema.optional(),
    }),
    z.object({
      state: z.literal('absent'),
      ...provenance,
      reason: z.enum(absentReasons),
      detail: z.string(),
      why: whySchema.optional(),
    }),
  ]);
  signalSchemas.add(schema);
  return schema;
}
