/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { list } from '../format';

/** The component that a request goes to; its fix names the commands that show its process. */
export type FixComponent =
  | 'etcd'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'kubelet'
  | 'haproxy'
  | 'api-path'
  | 'cluster';

/** Failures that differ in their fix. */
export type FixKind =
  | 'refused'
  | 'closed'
  | 'timeout'
  | 'unreachable'
  | 'noRoute'
  | 'nameNotFound'
  | 'unknownAuthority'
  | 'expired'
  | 'notYetValid'
  | 'nameMismatch'
  | 'clientCertificate'
  | 'noTls'
  | 'tls'
  | 'unauthorised'
  | 'forbidden'
  | 'throttled'
  | 'serverError'
  | 'notFound'
  | 'notConfigured';

/** Parameters of a fix by reason: of each kind of failure the places where it was observed. */
export type FixParams = {
  component: FixComponent;
  /** Issuers of certificates whose authority is unknown. */
  issuers: readonly string[];
  /** The setting that names the CA, and the subjects in it. */
  trustedBy: string;
  trusted: readonly string[];
  failedChecks: readonly string[];
} & { [K in FixKind]?: readonly string[] };

/** Commands and files that show the process of each component, by distribution. The same in every language. */
export const processCommands: Readonly<Record<FixComponent, string>> = {
  etcd: 'kubeadm: crictl ps -a --name etcd, /etc/kubernetes/manifests/etcd.yaml; k3s, RKE2: systemctl status k3s, rke2-server; OpenShift: oc -n openshift-etcd get pods; systemd: systemctl status etcd',
  'kube-apiserver':
    'kubeadm: crictl ps -a --name kube-apiserver, /etc/kubernetes/manifests/kube-apiserver.yaml; k3s, RKE2: systemctl status k3s, rke2-server; OpenShift: oc -n openshift-kube-apiserver get pods',
  'kube-controller-manager':
    'kubeadm: crictl ps -a --name kube-controller-manager, /etc/kubernetes/manifests/kube-controller-manager.yaml; k3s, RKE2: systemctl status k3s, rke2-server; OpenShift: oc -n openshift-kube-controller-manager get pods',
  'kube-scheduler':
    'kubeadm: crictl ps -a --name kube-scheduler, /etc/kubernetes/manifests/kube-scheduler.yaml; k3s, RKE2: systemctl status k3s, rke2-server; OpenShift: oc -n openshift-kube-scheduler get pods',
  kubelet:
    'systemctl status kubelet; k3s, RKE2: systemctl status k3s-agent, rke2-agent',
  haproxy:
    'systemctl status haproxy, or its static pod: crictl ps -a --name haproxy',
  'api-path':
    'HAProxy: systemctl status haproxy; kube-vip: crictl ps -a --name kube-vip',
  cluster: 'systemctl status kubelet; crictl ps -a',
};

/** Names of the components in an English sentence. */
export const componentNames: Readonly<Record<FixComponent, string>> = {
  etcd: 'etcd',
  'kube-apiserver': 'kube-apiserver',
  'kube-controller-manager': 'kube-controller-manager',
  'kube-scheduler': 'kube-scheduler',
  kubelet: 'the kubelet',
  haproxy: 'HAProxy',
  'api-path': 'the load balancer',
  cluster: 'the API server',
};

/** A virtual IP without a holder does not respond, though every host is up. */
const virtualIp =
  'see who holds the virtual IP (keepalived, the Lease of kube-vip), then check the load balancers and the route to them';

type Sentence = (places: string, p: FixParams) => string;

const sentences: Readonly<Record<FixKind, Sentence>> = {
  refused: (places, p) =>
    `the host of ${places} answers and refuses the connection: see whether ${
      componentNames[p.component]
    } runs there (${processCommands[p.component]}) and listens on this address`,
  closed: places =>
    `${places} accepts the connection and closes it: read the log of the process there, and check what stands between`,
  timeout: (places, p) =>
    p.component === 'api-path'
      ? `${places} does not answer in time: ${virtualIp}`
      : `${places} does not answer in time: check that the host is up, then the route and the firewall to it`,
  unreachable: (places, p) =>
    p.component === 'api-path'
      ? `${places} cannot be reached from the backend: ${virtualIp}`
      : `${places} cannot be reached from the backend: check the host, the route, the firewall and the name`,
  noRoute: (places, p) =>
    p.component === 'api-path'
      ? `there is no route from the backend to ${places}: ${virtualIp}`
      : `there is no route from the backend to ${places}: check that the host is up, the routing and the firewall`,
  nameNotFound: places =>
    `the name of ${places} does not resolve in the backend: correct the name in the configuration, or the DNS record`,
  unknownAuthority: (places, p) =>
    `the certificate of ${places} is signed by ${
      p.issuers.length > 0 ? list(p.issuers) : 'an authority'
    }, which is not trusted here${
      p.trustedBy
        ? `: ${p.trustedBy} ${
            p.trusted.length > 0 ? `holds ${list(p.trusted)}` : 'holds no CA'
          }`
        : ''
    }. Put the CA that signs it into ${p.trustedBy || 'caFile'}`,
  expired: places =>
    `the certificate of ${places} has expired: renew it (kubeadm certs renew all; k3s, RKE2: restart the service; OpenShift: approve pending CSRs), then restart the process`,
  notYetValid: places =>
    `the certificate of ${places} is not valid yet: set the clocks there and of the backend (NTP)`,
  nameMismatch: places =>
    `the certificate of ${places} is for another name: ask it by a name that the certificate has, or add this one to its subjectAltName`,
  clientCertificate: places =>
    `${places} does not accept the client certificate of the reader: renew certFile and keyFile with the CA that it trusts`,
  noTls: places =>
    `${places} answers without TLS: correct the port, or the scheme (http://) in the configuration`,
  tls: places =>
    `the TLS handshake with ${places} fails: compare the CA, the name and the dates of its certificate with the configuration`,
  unauthorised: places =>
    `${places} does not accept the credential of the reader (401): renew its token or client certificate`,
  forbidden: places =>
    `${places} denies the reader (403): apply manifests/reader-rbac.yaml, or grant what the error names`,
  throttled: places =>
    `${places} is throttling (429): raise the interval, or give the reader a priority level of its own`,
  serverError: (places, p) =>
    p.failedChecks.length > 0
      ? `${places} reports failed checks: ${list(
          p.failedChecks,
        )}. Fix those first`
      : `${places} answers with an error of its own: read the log of ${
          componentNames[p.component]
        } there`,
  notFound: places =>
    `${places} does not serve this path: check the address and the version`,
  notConfigured: places =>
    `add what is missing to the configuration: ${places}`,
};

const kinds = Object.keys(sentences) as FixKind[];

/** The fix of a failed request, in one place for every check. */
export const connectionFix = {
  'connection.fix': (p: FixParams) =>
    kinds
      .flatMap(kind => {
        const places = p[kind] ?? [];
        return places.length > 0 ? [sentences[kind](list(places), p)] : [];
      })
      .join('; ') || 'compare what was observed with the configuration',
} as const;
