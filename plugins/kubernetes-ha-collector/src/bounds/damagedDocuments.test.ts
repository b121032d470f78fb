/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  kubeletConfigSchema,
  leaseSchema,
  sectionSchemas,
} from 'backstage-plugin-kubernetes-ha-common';
import fc from 'fast-check';
import { z } from 'zod/v4';
import type { ConfigMapSection } from '../signals/inventory/configMaps';
import { leaseAnswer } from '../signals/leases/__testUtils__/leaseAnswer';
import {
  DocumentReader,
  documentReaders,
} from './__testUtils__/documentReaders';
import { mutated } from './__testUtils__/mutated';
import { outcomeOf } from './__testUtils__/outcomeOf';
import { StepThread } from './__testUtils__/StepThread';

/** A document as its component writes it, what reads it, and what it may become. */
interface Row {
  what: string;
  documents: fc.Arbitrary<Buffer>;
  reader: DocumentReader;
  /** Of what was read. */
  schema: z.ZodType;
  /** How it may be refused, by the name of the error. */
  refusals: readonly string[];
}

const json = (value: object) => Buffer.from(JSON.stringify(value));

/** A ConfigMap whose document is damaged, and one that is damaged itself. */
function configMap(section: ConfigMapSection, key: string, yaml: string): Row {
  const around = (document: string) =>
    json({ kind: 'ConfigMap', data: { [key]: document } });
  return {
    what: `the YAML of ${section}`,
    documents: fc.oneof(
      {
        weight: 4,
        arbitrary: mutated(Buffer.from(yaml)).map(b =>
          around(b.toString('utf8')),
        ),
      },
      { weight: 1, arbitrary: mutated(around(yaml)) },
    ),
    reader: section,
    schema: sectionSchemas[section],
    refusals: ['InvalidDocumentError', 'ConnectionError'],
  };
}

const ofJson = ['SyntaxError', 'ZodError', 'ConnectionError'];

const leasePage = {
  metadata: { resourceVersion: '7', continue: 'token' },
  items: [
    {
      metadata: {
        name: 'kube-scheduler',
        namespace: 'kube-system',
        labels: { 'kubernetes.io/hostname': 'cp-a' },
      },
      spec: {
        holderIdentity: 'cp-a_1',
        leaseDurationSeconds: 15,
        renewTime: '2026-11-23T11:59:58.123456Z',
        acquireTime: '2026-11-22T10:00:00.000000Z',
        leaseTransitions: 4,
      },
    },
  ],
};
const leasePageSchema = z.object({
  leases: z.array(leaseSchema),
  next: z.string().optional(),
});

const rows: readonly Row[] = [
  configMap(
    'kubeadmConfig',
    'ClusterConfiguration',
    `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs:
  - name: etcd-servers
    value: "https://10.0.0.1:2379"
clusterName: kubernetes
controlPlaneEndpoint: lb.example.com:6443
etcd:
  external:
    endpoints: [https://10.0.0.1:2379, https://10.0.0.2:2379]
kubernetesVersion: v1.37.2
networking: {podSubnet: 10.244.0.0/16, serviceSubnet: 10.96.0.0/12}
`,
  ),
  configMap(
    'kubeProxyConfig',
    'config.conf',
    `apiVersion: kubeproxy.config.k8s.io/v1alpha1
bindAddress: 0.0.0.0
clientConnection:
  kubeconfig: /var/lib/kube-proxy/kubeconfig.conf
conntrack:
  maxPerCore: null
mode: "ipvs" # or iptables
nodePortAddresses: []
`,
  ),
  configMap(
    'clusterInfo',
    'kubeconfig',
    `apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: >-
      LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t
    server: https://lb.example.com:6443
  name: ""
kind: Config
`,
  ),
  {
    what: 'the text of /flagz',
    documents: mutated(
      Buffer.from(
        '\nkube-apiserver flagz\nWarning: not meant to be parsed\n\nadvertise-address=10.0.0.1\nv: 2\n',
      ),
    ),
    reader: 'flagz',
    schema: z.record(z.string(), z.string()),
    refusals: ofJson,
  },
  {
    what: 'the JSON of /flagz',
    documents: mutated(
      json({
        kind: 'Flagz',
        flags: { 'advertise-address': '10.0.0.1', v: '2' },
      }),
    ),
    reader: 'flagz',
    schema: z.record(z.string(), z.string()),
    refusals: ofJson,
  },
  {
    what: '/configz of a kubelet',
    documents: mutated(
      json({
        kubeletconfig: {
          nodeStatusUpdateFrequency: '10s',
          nodeStatusReportFrequency: '5m0s',
          nodeLeaseDurationSeconds: 40,
          shutdownGracePeriod: '0s',
          shutdownGracePeriodByPodPriority: [
            { priority: 0, shutdownGracePeriodSeconds: 30 },
          ],
          maxPods: 110,
        },
      }),
    ),
    reader: 'configz',
    schema: kubeletConfigSchema,
    refusals: ofJson,
  },
  {
    what: 'a page of Leases',
    documents: mutated(json({ kind: 'LeaseList', ...leasePage })),
    reader: 'leases',
    schema: leasePageSchema,
    refusals: ofJson,
  },
  {
    what: 'a page of Leases in protobuf',
    documents: mutated(leaseAnswer(leasePage)),
    reader: 'leaseMessages',
    schema: leasePageSchema,
    refusals: ['InvalidDocumentError', 'ConnectionError'],
  },
];

/** Blocks of code run for each byte, and for any document at all. (measured: 75 and 4,000 at most) */
const STEPS_A_BYTE = 200;
const STEPS_A_DOCUMENT = 10_000;

/** What is kept as JSON, in multiples of what came: an item of two bytes of protobuf becomes a Lease of forty. */
const KEPT_A_BYTE = 20;

let steps: StepThread;
beforeAll(() => {
  steps = new StepThread();
});
afterAll(() => steps.close());

describe.each(rows)('$what', ({ documents, reader, schema, refusals }) => {
  it('is read as the snapshot has it or refused, and leaves little behind', () => {
    fc.assert(
      fc.property(documents, body => {
        const { kept, refusal } = outcomeOf(() =>
          documentReaders[reader](body),
        );
        expect([undefined, ...refusals]).toContain(refusal);
        const text = JSON.stringify(kept ?? null);
        const known = schema.nullable().safeParse(JSON.parse(text));
        expect(known.error).toBeUndefined();
        expect(text.length).toBeLessThanOrEqual(
          KEPT_A_BYTE * body.length + 100,
        );
      }),
      { numRuns: 150 },
    );
  });

  it('takes no more steps a byte, whatever was damaged', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async body => {
        const taken = await steps.count({ document: body, reader });
        expect(taken).toBeLessThan(
          STEPS_A_DOCUMENT + STEPS_A_BYTE * body.length,
        );
      }),
      { numRuns: 60 },
    );
  });
});

it.each([
  ['keys that are maps', `${'{'.repeat(250)}a${'}'.repeat(250)}`],
  ['keys of keys', `${'? '.repeat(250)}a`],
  ['lists of lists', `${'['.repeat(250)}a${']'.repeat(250)}`],
  ['keys that stand twice', 'a: 1\n'.repeat(2_000)],
  ['aliases', `a: &a [1, 2]\n${'b: *a\n'.repeat(2_000)}`],
  ['errors', '}\n'.repeat(2_000)],
  ['lists begun in one line', `${'- '.repeat(480)}\0${'\n'.repeat(480)}a: 1`],
  ['lists with tags', `${'- !t '.repeat(480)}\n${'\n'.repeat(480)}a: 1`],
  ['lists begun in 100 lines', `${indented(100)}${'\n'.repeat(2_000)}a: 1`],
  ['texts over many lines', `a: "${'b\n '.repeat(2_000)}"`],
])('a document of %s takes no more steps a byte', async (_, document) => {
  const body = json({ kind: 'ConfigMap', data: { 'config.conf': document } });
  const reading = { document: body, reader: 'kubeProxyConfig' } as const;
  expect(await steps.count(reading)).toBeLessThan(
    STEPS_A_DOCUMENT + STEPS_A_BYTE * body.length,
  );
});

/** Each line one level deeper than the one before. */
function indented(levels: number): string {
  return Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}-\n`).join(
    '',
  );
}
