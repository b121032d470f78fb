/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { pickPodSpec } from '../generated/coreV1';
import { podRequests } from './podRequests';

const c = (cpu?: string, restartPolicy?: string) => ({
  name: 'c',
  resources: cpu ? { requests: { cpu, memory: '1Mi' } } : {},
  restartPolicy,
});
const sidecar = (cpu: string) => c(cpu, 'Always');

describe('effective requests of a pod', () => {
  it.each`
    rule                                                              | spec                                                                                          | cpu
    ${'nothing asked'}                                                | ${{ containers: [c()] }}                                                                      | ${0}
    ${'containers add up'}                                            | ${{ containers: [c('100m'), c('200m')] }}                                                     | ${300}
    ${'a larger init container decides'}                              | ${{ containers: [c('100m')], initContainers: [c('500m'), c('400m')] }}                        | ${500}
    ${'a smaller init container does not add'}                        | ${{ containers: [c('100m')], initContainers: [c('50m')] }}                                    | ${100}
    ${'a sidecar runs along'}                                         | ${{ containers: [c('100m')], initContainers: [sidecar('30m')] }}                              | ${130}
    ${'an init container starts beside the sidecars before it'}       | ${{ containers: [c('100m')], initContainers: [sidecar('30m'), c('200m')] }}                   | ${230}
    ${'an init container starts without the sidecars after it'}       | ${{ containers: [c('100m')], initContainers: [c('200m'), sidecar('30m')] }}                   | ${200}
    ${'overhead comes on top'}                                        | ${{ containers: [c('100m')], overhead: { cpu: '250m' } }}                                     | ${350}
    ${'overhead comes on top of what starts'}                         | ${{ containers: [c('100m')], initContainers: [c('1')], overhead: { cpu: '250m' } }}           | ${1250}
    ${'a request of the pod replaces those of its containers'}        | ${{ containers: [c('100m')], resources: { requests: { cpu: '2' } } }}                         | ${2000}
    ${'overhead comes on top of a request of the pod'}                | ${{ containers: [c('100m')], resources: { requests: { cpu: '2' } }, overhead: { cpu: '1' } }} | ${3000}
    ${'a request of the pod for memory leaves cpu to the containers'} | ${{ containers: [c('100m')], resources: { requests: { memory: '2Gi' } } }}                    | ${100}
  `('$rule: $cpu millicores', ({ spec, cpu }) => {
    expect(podRequests(pickPodSpec(spec)).cpuMillis).toBe(cpu);
  });

  it('counts memory in bytes', () => {
    const spec = pickPodSpec({ containers: [c('1'), c('1')] });
    expect(podRequests(spec).memoryBytes).toBe(2 * 1024 ** 2);
  });
});
