/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  answeredSections,
  ClusterSnapshot,
  SectionName,
  SourceProblem,
  sourceProblems,
} from 'backstage-plugin-kubernetes-ha-common';

/**
 * Sections that record how an address answered: anybody may ask that, and a
 * refusal is an answer as well.
 */
const probes: readonly SectionName[] = ['apiPath', 'apiServers'];

/**
 * Whether anything of the cluster itself was read. A cluster that refuses the
 * reader, or does not answer, has not been assessed: its score would be about
 * the reader.
 */
export function wasRead({ sections }: ClusterSnapshot): boolean {
  return answeredSections(sections).some(name => !probes.includes(name));
}

/** What hindered reading, one for each source and reason; what nobody configured hindered nobody. */
export function hindrances({ sections }: ClusterSnapshot): SourceProblem[] {
  return sourceProblems(sections).filter(
    ({ reason }) => reason !== 'not-configured',
  );
}
