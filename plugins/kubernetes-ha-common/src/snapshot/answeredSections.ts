/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  SectionName,
  sectionNames,
  Sections,
  SomeSections,
} from './clusterSnapshot';

/**
 * Sections that record a failure as an observation (the attempts on the API
 * path, the probes of each instance): seen, without anybody having answered.
 */
const holdsAnswer: {
  [K in SectionName]?: (
    value: Extract<Sections[K], { state: 'observed' }>['value'],
  ) => boolean;
} = {
  apiPath: ({ attempts }) => attempts.some(a => a.status !== undefined),
  apiServers: instances => instances.some(i => i.readyz.status !== undefined),
  loadBalancers: ({ instances, kubeVip }) =>
    kubeVip !== undefined || instances.some(i => i.stats.state === 'observed'),
  kubelets: kubelets => kubelets.some(k => k.config.state === 'observed'),
};

/** The sections in which something of the cluster answered. None: it was not reached. @public */
export function answeredSections(sections: SomeSections): SectionName[] {
  return sectionNames.filter(name => isAnswered(name, sections));
}

function isAnswered<K extends SectionName>(
  name: K,
  sections: SomeSections,
): boolean {
  const signal: SomeSections[K] = sections[name];
  if (signal?.state !== 'observed') return false;
  return holdsAnswer[name]?.(signal.value) ?? true;
}
