/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterConnectionGuide,
  ClusterFacts,
  ConfigurationState,
  connectPartsOf,
  ConnectRecipe,
  ConnectStep,
  connectStepsOf,
  Scorecard,
  SomeSections,
} from 'backstage-plugin-kubernetes-ha-common';
import {
  ClusterConfig,
  connectRecipes,
} from 'backstage-plugin-kubernetes-ha-collector';
import { missingRightsManifest } from './missingRights';

/** How a cluster is connected, and how the rest of it is done. Reads the shipped manifest where rights are missing. */
export function connectionGuide(seen: {
  cluster: ClusterFacts;
  /** Missing where this replica does not know the cluster any more. */
  config: ClusterConfig | undefined;
  configuration: ConfigurationState;
  sections: SomeSections;
  /** Missing before the first assessment. */
  scorecard: Scorecard | undefined;
}): ClusterConnectionGuide {
  const { cluster, configuration, sections, scorecard } = seen;
  return {
    cluster: cluster.name,
    configuration,
    steps: connectStepsOf(sections, scorecard?.results ?? []).map(step => ({
      ...step,
      recipes: recipesOf(step, seen),
    })),
  };
}

function recipesOf(
  step: ConnectStep,
  {
    cluster,
    config,
    sections,
  }: Pick<
    Parameters<typeof connectionGuide>[0],
    'cluster' | 'config' | 'sections'
  >,
): ConnectRecipe[] {
  if (step.state === 'connected' || step.state === 'absent') return [];
  // A recording is as it was.
  if (!config || cluster.connection === 'recorded') return [];
  const rights = missingRightsManifest(connectPartsOf(step.id, sections));
  return [
    ...(rights ? [{ id: 'rbac', yaml: rights, commands: [] } as const] : []),
    ...connectRecipes(step.id, { config, cluster, sections }),
  ];
}
