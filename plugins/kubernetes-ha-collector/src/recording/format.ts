/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  clusterFactsSchema,
  SectionName,
  sectionNames,
  SNAPSHOT_SCHEMA_VERSION,
} from 'backstage-plugin-kubernetes-ha-common';
import { z } from 'zod/v4';

/**
 * A recording is one brotli-compressed text of JSON lines: a header, then one
 * line for each collection, in the order of time. A line holds only the sections
 * that changed. Instants are taken out of the sections (`null` in their place)
 * and kept as milliseconds since the start of the recording, in the order in
 * which they stand: most collections change nothing but times.
 */
export const RECORDING_FORMAT = 'kubernetes-ha-recording';
export const RECORDING_VERSION = 1;

const sectionName = z.enum(sectionNames as [SectionName, ...SectionName[]]);

/** Something that was done to the cluster while it was recorded. */
export const recordingEventSchema = z.object({
  /** Milliseconds since the start. */
  atMs: z.number().int().nonnegative(),
  kind: z.enum(['fault', 'heal', 'note']),
  /** One line, as a person would say it. */
  title: z.string().min(1),
});
/** See {@link recordingEventSchema}. @public */
export type RecordingEvent = z.infer<typeof recordingEventSchema>;

/** The first line. */
export const recordingHeaderSchema = z.object({
  format: z.literal(RECORDING_FORMAT),
  version: z.literal(RECORDING_VERSION),
  /** Of the snapshot format that the sections are in. */
  schemaVersion: z.literal(SNAPSHOT_SCHEMA_VERSION),
  /** What the cluster was declared to be, and turned out to be. */
  cluster: clusterFactsSchema.omit({ recordedAt: true }),
  /** When the recording began, ISO 8601 UTC. */
  recordedAt: z.iso.datetime(),
  /** From the start to the end of the last collection's interval, milliseconds. */
  durationMs: z.number().int().positive(),
  intervalSeconds: z.number().positive(),
  title: z.string().min(1),
  description: z.string(),
  /** What is seen in one collection of each task. */
  groups: z.object({
    'control-plane': z.array(sectionName),
    inventory: z.array(sectionName),
  }),
  /** In the order of time. */
  events: z.array(recordingEventSchema),
});
/** See {@link recordingHeaderSchema}. @public */
export type RecordingHeader = z.infer<typeof recordingHeaderSchema>;

/** From the year 1 (Go's zero time) to 9999 (certificates without an end); a Date far beyond is none. */
const MAX_DISTANCE_MS = 10_000 * 366 * 86_400_000;
const timeSchema = z.number().min(-MAX_DISTANCE_MS).max(MAX_DISTANCE_MS);

/** Instants of a section: all of them, or those that changed, by their position. */
const timesSchema = z.union([
  z.array(timeSchema),
  z.record(z.string().regex(/^\d+$/), timeSchema),
]);

/** One collection. */
export const recordingTickSchema = z.object({
  atMs: z.number().int().nonnegative(),
  sections: z.partialRecord(
    sectionName,
    z.object({
      /** The signal without its instants; missing when only those changed. */
      body: z.unknown().optional(),
      times: timesSchema,
    }),
  ),
});
/** See {@link recordingTickSchema}. @public */
export type RecordingTick = z.infer<typeof recordingTickSchema>;
