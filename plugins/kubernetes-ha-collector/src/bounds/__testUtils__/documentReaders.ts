/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { parseFlagz } from '../../signals/apiserver/flagz';
import { readConfigMap } from '../../signals/inventory/configMaps';
import { CONFIGZ } from '../../signals/kubelet/bounds';
import { parseConfigz } from '../../signals/kubelet/configz';
import { PAGE } from '../../signals/leases/bounds';
import { parseLeasePage } from '../../signals/leases/leaseList';
import { readLeasePage } from '../../signals/leases/leaseMessages';
import { documentAt, parseBoundedJson } from '../boundedJson';

/** What reads a document of a cluster. */
export const documentReaders = {
  kubeadmConfig: (body: Buffer) => readConfigMap('kubeadmConfig', body),
  kubeProxyConfig: (body: Buffer) => readConfigMap('kubeProxyConfig', body),
  clusterInfo: (body: Buffer) => readConfigMap('clusterInfo', body),
  flagz: (body: Buffer) => parseFlagz(body),
  configz: (body: Buffer) =>
    parseConfigz(parseBoundedJson(body, CONFIGZ, documentAt('/configz'))),
  leases: (body: Buffer) =>
    parseLeasePage(parseBoundedJson(body, PAGE, documentAt('/leases'))),
  leaseMessages: (body: Buffer) =>
    readLeasePage(body, PAGE, documentAt('/leases')),
} satisfies Record<string, (body: Buffer) => unknown>;

/** A reader by its name. */
export type DocumentReader = keyof typeof documentReaders;
