/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * Kubernetes HA: how highly available each cluster is, and why.
 * This entry is for the old frontend system; the new one uses `/alpha`.
 *
 * @packageDocumentation
 */
export { kubernetesHaApiRef } from './api/kubernetesHaApiRef';
export { kubernetesHaPlugin, KubernetesHaPage } from './plugin';
export { kubernetesHaTranslationRef } from './translation';
