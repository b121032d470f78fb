/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { join } from 'node:path';
import { run } from '../host/exec';
import type { KubernetesClient } from '../kubernetes/client';
import type { KubernetesObject } from '../kubernetes/objects';
import { type Deadline, retryTransient } from '../kubernetes/retryTransient';
import type { LabDescription } from '../state/description';
import { binFolder, labFolder } from '../state/paths';
import { clientFiles, writeReaderKubeconfig } from './clientFiles';

/** The manifest that adopters apply, too: so its rights are tested. */
export const readerManifest = join(
  labFolder,
  '../plugins/kubernetes-ha-backend/manifests/reader-rbac.yaml',
);

/** Names in that manifest. */
export const reader = {
  namespace: 'kubernetes-ha',
  serviceAccount: 'kubernetes-ha-reader',
} as const;

interface TokenRequest extends KubernetesObject {
  spec: { expirationSeconds: number };
  status?: { token: string };
}

/** Applies the reader's manifest and writes a kubeconfig with a token of its service account. */
export async function grantReaderAccess(
  lab: LabDescription,
  client: KubernetesClient,
  deadline: Deadline,
): Promise<void> {
  const { adminKubeconfig } = clientFiles(lab.name);
  await retryTransient(`kubectl apply of ${readerManifest}`, deadline, () =>
    run(join(binFolder, 'kubectl'), [
      `--kubeconfig=${adminKubeconfig}`,
      'apply',
      '--filename',
      readerManifest,
    ]),
  );
  const { namespace, serviceAccount } = reader;
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${serviceAccount}/token`;
  const { status } = await client.evaluate<TokenRequest>(path, {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    metadata: { name: serviceAccount },
    // A lab lives for hours, a demo for days.
    spec: { expirationSeconds: 365 * 24 * 3600 },
  });
  if (!status?.token) {
    throw new Error(`POST ${path} was answered without a token.`);
  }
  writeReaderKubeconfig(lab, status.token);
}
