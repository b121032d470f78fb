/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ConnectStepId,
  isProviderRun,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ClusterConfig } from '../config/clusterConfig';
import { clusterYaml } from './clusterYaml';
import { etcdRecipes } from './etcdRecipes';
import type { ConnectRecipe, RecipeContext } from './recipe';

/** More than this is no list that people copy. */
const MOST_NODES = 10;

/**
 * How a step is done for this cluster, the likeliest way first: configuration
 * that is accepted as it is once its files are there, and the commands that
 * get them. Pure. Rights are granted in the cluster, not in app-config: none here.
 * @public
 */
export function connectRecipes(
  step: ConnectStepId,
  context: Omit<RecipeContext, 'folder'>,
): ConnectRecipe[] {
  const { name } = context.config;
  const whole = { ...context, folder: `/etc/kubernetes-ha/${name}` };
  switch (step) {
    case 'api':
    case 'instances':
    case 'kubelets':
      return directRecipes(whole);
    case 'etcd':
      return etcdRecipes(whole);
    case 'loadBalancer':
      return loadBalancerRecipes(whole);
    case 'zones':
      return zoneRecipes(whole);
    case 'rights':
      return [];
    default:
      return step satisfies never;
  }
}

/** The reader's own way to the API: what a proxy does not let through is reached so. */
function directRecipes({ config, folder }: RecipeContext): ConnectRecipe[] {
  const kubeconfig = `${folder}/kubeconfig`;
  const own = 'kubectl config view --minify --raw --flatten';
  const write = `kubectl --kubeconfig ${kubeconfig} config`;
  return [
    {
      id: 'kubeconfig',
      yaml: clusterYaml(config, {
        connection: { type: 'kubeconfig', kubeconfig },
      }),
      // Made anew: a copy of an administrator's kubeconfig would keep that credential.
      commands: [
        `${own} -o jsonpath='{.clusters[0].cluster.certificate-authority-data}' | base64 -d > ${folder}/ca.crt`,
        `SERVER=$(${own} -o jsonpath='{.clusters[0].cluster.server}')`,
        `TOKEN=$(kubectl -n kubernetes-ha create token kubernetes-ha-reader --duration=8760h)`,
        `${write} set-cluster ${config.name} --server="$SERVER" --certificate-authority=${folder}/ca.crt --embed-certs`,
        `${write} set-credentials kubernetes-ha-reader --token="$TOKEN"`,
        `${write} set-context ${config.name} --cluster=${config.name} --user=kubernetes-ha-reader`,
        `${write} use-context ${config.name}`,
      ],
    },
  ];
}

function loadBalancerRecipes({
  config,
  cluster,
  sections,
}: RecipeContext): ConnectRecipe[] {
  const before = config.loadBalancer?.haproxy ?? [];
  const path = sections.apiPath;
  const endpoint =
    config.apiServer.endpoint ??
    (path?.state === 'observed' ? path.value.url : undefined);
  const host = endpoint && URL.canParse(endpoint) && new URL(endpoint).hostname;
  const haproxy =
    before.length > 0
      ? before
      : [
          {
            name: 'lb-a',
            statsUrl: `http://${host || 'lb-a.example.com'}:8404/stats`,
          },
        ];
  const of = (loadBalancer: NonNullable<ClusterConfig['loadBalancer']>) =>
    clusterYaml(config, { loadBalancer });
  const withoutInstances = (
    kind: 'kube-vip' | 'provider' | 'none',
  ): ConnectRecipe => ({
    id: kind,
    yaml: of({ kind, haproxy: [] }),
    commands: [],
  });
  const recipes: ConnectRecipe[] = [
    { id: 'haproxy', yaml: of({ kind: 'haproxy', haproxy }), commands: [] },
    withoutInstances('kube-vip'),
  ];
  const provider = withoutInstances('provider');
  return isProviderRun(cluster)
    ? [provider, ...recipes]
    : [...recipes, provider, withoutInstances('none')];
}

/** Labels, on the nodes that have none. */
function zoneRecipes({ sections: { nodes } }: RecipeContext): ConnectRecipe[] {
  const unlabelled =
    nodes?.state === 'observed'
      ? nodes.value
          .filter(({ zone }) => zone === undefined)
          .map(({ name }) => name)
          // A name goes into a command that somebody copies.
          .filter(name => /^[a-z0-9][a-z0-9.-]{0,252}$/.test(name))
      : [];
  const names = unlabelled.length > 0 ? unlabelled : ['NODE'];
  return [
    {
      id: 'labels',
      commands: names
        .slice(0, MOST_NODES)
        .map(
          name => `kubectl label node ${name} topology.kubernetes.io/zone=ZONE`,
        ),
    },
  ];
}
