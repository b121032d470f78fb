/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Words of the page that connects a cluster. */
export const connect = {
  'cluster.tabConnect': 'Connect',
  'connect.title': 'How this cluster is connected',
  'connect.done': '{{done}} of {{all}} steps are done.',
  'connect.allDone': 'Everything that applies to this cluster is connected.',
  'connect.recorded':
    'This cluster is a recording: nothing of it can be connected.',
  'connect.refusedTitle': 'The changed configuration is not in force',
  'connect.refusedText':
    'It was refused on {{at}}. The configuration before it stays in force.',
  'connect.step.api': 'Kubernetes API',
  'connect.step.rights': 'Rights of the reader',
  'connect.step.instances': 'API servers, each by its own address',
  'connect.step.etcd': 'etcd',
  'connect.step.loadBalancer': 'Load balancer',
  'connect.step.kubelets': 'Kubelets',
  'connect.step.zones': 'Zones of the nodes',
  'connect.state.connected': 'connected',
  'connect.state.partial': 'partly connected',
  'connect.state.refused': 'refused',
  'connect.state.not-configured': 'not configured',
  'connect.state.pending': 'not collected yet',
  'connect.state.absent': 'not part of this cluster',
  'connect.next': 'next step',
  'connect.counts': '{{observed}} of {{all}} are read.',
  'connect.more': 'and {{number}} more',
  'connect.noZone': 'has no label topology.kubernetes.io/zone',
  'connect.reveals_one': '{{count}} check becomes visible',
  'connect.reveals_other': '{{count}} checks become visible',
  'connect.then': 'Then {{known}} of {{applicable}} checks are seen.',
  'connect.thenGrade': 'If these pass, the grade is {{grade}}.',
  'connect.thenGrades': 'If these pass, the grade is {{best}} to {{worst}}.',
  'connect.how': 'How it is done',
  'connect.commands': 'First, run:',
  'connect.yaml':
    'Then replace the entry of this cluster in app-config with this one. It is taken without a restart.',
  'connect.manifest':
    'Apply this with kubectl apply -f. It grants what is missing, and no right to write.',
  'connect.secrets':
    'Values such as ${NAME} are secrets: set the environment variable, or write the value that stands in your configuration.',
  'connect.test': 'Test now',
  'connect.testing': 'Testing …',
  'connect.testedAll': 'Tested in {{duration}}: everything answers.',
  'connect.testedSome': 'Tested in {{duration}}: {{ok}} of {{all}} answer.',
  'connect.testFailed': 'The test could not be made: {{reason}}',
  'connect.testNext':
    'The next collection takes it over, in {{seconds}} s at most.',
  'connect.copy': 'Copy',
  'connect.copied': 'Copied',
  'connect.notCopied':
    'The browser does not allow it. Select the text and copy it.',
  'connect.recipe.kubeconfig': 'kubeconfig',
  'connect.recipe.kubeadm': 'kubeadm',
  'connect.recipe.k3s': 'k3s',
  'connect.recipe.rke2': 'RKE2',
  'connect.recipe.openshift': 'OpenShift',
  'connect.recipe.managed': 'The provider runs it',
  'connect.recipe.haproxy': 'HAProxy',
  'connect.recipe.kube-vip': 'kube-vip',
  'connect.recipe.provider': 'The provider runs it',
  'connect.recipe.none': 'There is none',
  'connect.recipe.rbac': 'RBAC',
  'connect.recipe.labels': 'kubectl',
} as const;
