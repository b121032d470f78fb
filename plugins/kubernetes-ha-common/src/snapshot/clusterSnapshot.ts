/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';
import { platforms, tiers } from './clusterKinds';
import { ObservedSignal, observedSchema, Signal, signalSchema } from './signal';
import { sectionDefinitions } from './sections/definitions';

/** Name of a section of the snapshot. @public */
export type SectionName = keyof typeof sectionDefinitions;

/** The schemas of all sections, by name. @public */
export const sectionSchemas = Object.fromEntries(
  Object.entries(sectionDefinitions).map(([name, { schema }]) => [
    name,
    schema,
  ]),
) as { [K in SectionName]: (typeof sectionDefinitions)[K]['schema'] };

/** The value of each section. @public */
export type SectionValues = {
  [K in SectionName]: z.infer<(typeof sectionSchemas)[K]>;
};

/** The sections of a snapshot: one signal each. @public */
export type Sections = { [K in SectionName]: Signal<SectionValues[K]> };

/** All section names, in the order of the snapshot. @public */
export const sectionNames = Object.keys(sectionDefinitions) as SectionName[];

/** The schema of each section's signal, by name. @public */
export const sectionSignalSchemas = Object.fromEntries(
  sectionNames.map(name => [name, signalSchemaOf(sectionSchemas[name])]),
) as { [K in SectionName]: z.ZodType<Sections[K]> };

function signalSchemaOf(
  schema: z.ZodType<SectionValues[SectionName]>,
): z.ZodType<Signal<SectionValues[SectionName]>> {
  return signalSchema(schema);
}

/** Some sections of a cluster, by name. @public */
export type SomeSections = Partial<Sections>;

/** The last observed signals of some sections, by name. @public */
export type LastObserved = {
  readonly [K in SectionName]?: ObservedSignal<SectionValues[K]>;
};

/** What a cluster is declared to be; the checks' thresholds follow from it. @public */
export const clusterFactsSchema = z.object({
  /** Name in configuration; unique in this portal. */
  name: z.string().min(1),
  title: z.string().optional(),
  tier: z.enum(tiers),
  /** Catalog entity ref of the owner, if declared. */
  owner: z.string().optional(),
  platform: z.enum(platforms),
  /** What in the cluster names a maker, also where it is not whose control plane it is. */
  platformMarks: z
    .array(z.object({ platform: z.enum(platforms), mark: z.string() }))
    .optional(),
  /** UID of the namespace kube-system; missing until first seen. */
  uid: z.string().optional(),
  /** Kind of connection it was observed through. */
  connection: z.enum([
    'kubeconfig',
    'serviceAccount',
    'kubernetesPlugin',
    'recorded',
  ]),
  /** For a recording: when the data was really seen. ISO 8601 UTC. */
  recordedAt: z.iso.datetime().optional(),
});
/** See {@link clusterFactsSchema}. @public */
export type ClusterFacts = z.infer<typeof clusterFactsSchema>;

/** Version of the snapshot format that this code writes. @public */
export const SNAPSHOT_SCHEMA_VERSION = 1;

/**
 * Everything that was seen of one cluster at one time: immutable, plain JSON.
 * Left of it is I/O without judgement, right of it pure functions.
 * @public
 */
export interface ClusterSnapshot {
  schemaVersion: typeof SNAPSHOT_SCHEMA_VERSION;
  cluster: ClusterFacts;
  /** The time at which it is judged, ISO 8601 UTC. Ages are measured from here. */
  takenAt: string;
  sections: Sections;
  /**
   * What was last observed of sections that are unknown now. Missing where
   * nothing was, in what a scan takes, and in snapshots of earlier versions.
   */
  lastObserved?: LastObserved;
}

const lastObservedSchema = z.object(
  Object.fromEntries(
    sectionNames.map(name => [
      name,
      observedSchema<z.ZodType>(sectionSchemas[name]).optional(),
    ]),
  ),
) as z.ZodType<LastObserved>;

/** Schema of {@link ClusterSnapshot}, for files and the network. @public */
export const clusterSnapshotSchema: z.ZodType<ClusterSnapshot> = z.object({
  schemaVersion: z.literal(SNAPSHOT_SCHEMA_VERSION),
  cluster: clusterFactsSchema,
  takenAt: z.iso.datetime(),
  sections: z.object(sectionSignalSchemas),
  lastObserved: lastObservedSchema.optional(),
});
