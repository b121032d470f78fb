/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { Profile } from '../profiles/profile';
import type { ControlPlaneFlavour } from './flavour';
import { foreignFlavour } from './foreign';
import { kubeadmFlavour } from './kubeadm';

/** All ways to make a control plane, by the name profiles use. */
export const controlPlaneFlavours: Readonly<
  Record<Profile['controlPlane']['flavour'], ControlPlaneFlavour>
> = { kubeadm: kubeadmFlavour, foreign: foreignFlavour };
