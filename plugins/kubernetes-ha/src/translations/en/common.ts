/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Labels used on more than one page. */
export const common = {
  'language.sentences': 'en',
  'language.dates': 'en-GB',
  'page.title': 'Kubernetes HA',
  'page.notFoundTitle': 'There is no page at this address',
  'page.subtitle': 'A cluster is as strong as its weakest link',

  'layer.apiserver': 'API server',
  'layer.etcd': 'etcd',
  'layer.leaders': 'Leaders',
  'layer.nodes': 'Nodes',
  'layer.network': 'Network',
  'layer.loadbalancer': 'Load balancer',
  'layer.topology': 'Topology',
  'layer.storage': 'Storage',
  'layer.recovery': 'Recovery',
  'layer.chaos': 'Chaos',

  'status.pass': 'pass',
  'status.warn': 'warning',
  'status.fail': 'fail',
  'status.unknown': 'unknown',
  'status.not-applicable': 'not applicable',

  'count.fail': '{{number}} failing',
  'count.warn': '{{number}} warning',
  'count.unknown': '{{number}} unknown',

  'severity.critical': 'critical',
  'severity.high': 'high',
  'severity.medium': 'medium',
  'severity.low': 'low',

  'tier.production': 'production',
  'tier.staging': 'staging',
  'tier.development': 'development',

  'platform.self-managed': 'self-managed',
  'platform.eks': 'EKS',
  'platform.gke': 'GKE',
  'platform.aks': 'AKS',
  'platform.openshift': 'OpenShift',
  'platform.managed': 'managed by a provider',

  'grade.label': 'Grade {{grade}}, score {{score}} of 100',
  'grade.provisionalLabel':
    'Provisional grade {{grade}}, score {{score}} of 100: it could be lower',
  'grade.none': 'No grade yet',
  'grade.provisional': 'provisional',

  'observation.live': 'live',
  'observation.partial': 'partly observed',
  'observation.stale': 'stale',
  'observation.unreachable': 'unreachable',
  'observation.pending': 'first collection pending',
  'observation.recorded': 'recorded',
  'observation.recordedOn': 'recorded {{date}}',
  'observation.recordedHint':
    'A recording is played back. Its data was observed on {{date}}; the times are shifted to now.',
  'observation.never': 'never observed',
  'observation.problem': '{{source}}: {{reason}}',

  'reason.not-configured': 'not configured',
  'reason.not-collected': 'not collected yet',
  'reason.stale': 'stale',
  'reason.unauthorised': 'unauthorised',
  'reason.forbidden': 'forbidden',
  'reason.not-found': 'not found',
  'reason.timeout': 'timed out',
  'reason.refused': 'connection refused',
  'reason.unreachable': 'unreachable',
  'reason.tls': 'TLS failed',
  'reason.throttled': 'throttled',
  'reason.server-error': 'server error',
  'reason.too-large': 'too large',
  'reason.too-many': 'too many',
  'reason.too-slow': 'too slow',
  'reason.invalid-response': 'invalid response',
  'reason.identity-changed': 'another cluster answers',
  'reason.not-exposed': 'not exposed',
  'reason.inconclusive': 'inconclusive',
  'reason.provider-managed': 'managed by the provider',
  'reason.not-installed': 'not installed',
  'reason.not-in-connection': 'not part of this connection',
  'reason.declared': 'declared so in the configuration',

  'time.justNow': 'just now',
  'time.ago': '{{duration}} ago',
  'time.in': 'in {{duration}}',

  'state.loading': 'Loading',
  'state.retry': 'Try again',
  'state.refreshFailed':
    'Refresh failed: {{message}} The data shown was loaded {{ago}}.',
  'state.notRefreshed':
    'No newer answer yet. The data shown was loaded {{ago}}.',
  'state.failedTitle': 'This could not be loaded',
  'state.notFoundTitle': 'Not found, or no permission to read it',
  'state.notFoundHint':
    'Check the name in the address. If the cluster exists, ask its owner for the permission kubernetes-ha.cluster.read.',
  'state.forbiddenTitle': 'No permission',
  'state.forbiddenHint':
    'The permission kubernetes-ha.cluster.read is needed. Ask the people who run this portal.',
  'state.failedHint':
    'The portal retries at the next interval. If the error persists, check the log of the backend.',

  'sparkline.empty': 'no score yet',
  'sparkline.label':
    'Score over {{days}} days: from {{first}} to {{last}}, lowest {{lowest}}',
} as const;
