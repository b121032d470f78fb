/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { copyFileSync, existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { waitFor } from '../host/waitFor';
import type { Machine } from '../machine/machine';
import { kubeadmConfigFile } from '../pki/controlPlane';
import { claims } from './claims';
import type { Fault, FaultContext } from './fault';
import { controlPlaneMachine, positiveNumber } from './parameters';

/** Certificates by kubeadm's names, with their file and where they are served. */
const certificates = {
  apiserver: { file: 'pki/apiserver', port: undefined },
  'etcd-server': { file: 'pki/etcd/server', port: 2379 },
  'etcd-peer': { file: 'pki/etcd/peer', port: 2380 },
} as const;

type CertificateName = keyof typeof certificates;

const shortConfig = 'lab-kubeadm-short.yaml';

export const certificateNearEnd: Fault = {
  name: 'certificate-near-end',
  description:
    'renew a certificate so that it ends soon; it is served at once, without a restart',
  parameters: [
    controlPlaneMachine,
    {
      name: 'certificate',
      description: 'which certificate',
      defaultValue: () => 'apiserver',
      allowed: () => Object.keys(certificates),
    },
    {
      name: 'hours',
      description: 'hours until it ends',
      // Less than a day is due whatever the lifetime: this one's begins with the fault.
      defaultValue: () => '20',
    },
  ],

  claims: (_context, args) => [
    claims.certificate(args.machine, args.certificate),
  ],

  async prepare(context, args) {
    if (context.profile.controlPlane.flavour !== 'kubeadm') {
      throw new Error(
        `Fault certificate-near-end renews with kubeadm; profile ${context.profile.name} was not made by it.`,
      );
    }
    positiveNumber('hours', args.hours);
    return {};
  },

  async inject(context, args) {
    const hours = positiveNumber('hours', args.hours);
    const machine = context.machine(args.machine);
    const name = args.certificate as CertificateName;
    for (const path of filesOf(machine, name)) {
      if (!existsSync(`${path}.healthy`)) {
        copyFileSync(path, `${path}.healthy`);
      }
    }
    await writeShortConfig(machine, hours);
    await machine.run('kubeadm', [
      ...['certs', 'renew', name],
      ...['--config', `/etc/kubernetes/${shortConfig}`],
    ]);
    await waitUntilServed(
      context,
      machine,
      name,
      left => left <= hours * 3600_000,
    );
  },

  async heal(context, args) {
    const machine = context.machine(args.machine);
    const name = args.certificate as CertificateName;
    for (const path of filesOf(machine, name)) {
      if (existsSync(`${path}.healthy`)) {
        renameSync(`${path}.healthy`, path);
      }
    }
    await waitUntilServed(
      context,
      machine,
      name,
      left => left > 100 * 24 * 3600_000,
    );
  },
};

function filesOf(machine: Machine, name: CertificateName): string[] {
  const { file } = certificates[name];
  return ['crt', 'key'].map(end =>
    join(machine.paths.etcKubernetes, `${file}.${end}`),
  );
}

/** The machine's own kubeadm configuration, with a short validity. */
async function writeShortConfig(
  machine: Machine,
  hours: number,
): Promise<void> {
  const text = await machine.run('cat', [kubeadmConfigFile]);
  writeFileSync(
    join(machine.paths.etcKubernetes, shortConfig),
    text.replace(
      /^kind: ClusterConfiguration$/m,
      `kind: ClusterConfiguration\ncertificateValidityPeriod: ${hours}h`,
    ),
  );
}

async function waitUntilServed(
  context: FaultContext,
  machine: Machine,
  name: CertificateName,
  isExpected: (millisecondsLeft: number) => boolean,
): Promise<void> {
  const port = certificates[name].port ?? context.lab.apiPort;
  await waitFor(
    async () => {
      const left = await validityLeft(machine.description.address, port);
      return isExpected(left)
        ? { value: true }
        : { missing: `one that lasts ${Math.round(left / 3600_000)} h` };
    },
    // An API server looks at its files at least once a minute.
    {
      what: `port ${port} of ${machine.name} to serve the new certificate`,
      timeoutMs: 90_000,
    },
  );
}

/** Time until the certificate served at an address ends. Unit: milliseconds. */
function validityLeft(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, rejectUnauthorized: false });
    socket.setTimeout(5_000, () =>
      socket.destroy(new Error(`${host}:${port} did not answer within 5 s`)),
    );
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      resolve(Date.parse(socket.getPeerCertificate().valid_to) - Date.now());
      socket.destroy();
    });
  });
}
