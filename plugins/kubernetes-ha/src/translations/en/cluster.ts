/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Labels of the cluster page: header, overview and arithmetic. */
export const cluster = {
  'cluster.back': 'All clusters',
  'cluster.tabOverview': 'Overview',
  'cluster.tabSignals': 'Signals',
  'cluster.tabs': 'Views of the cluster',
  'cluster.etcdVersion': 'etcd {{version}}',
  'cluster.zones_one': '{{count}} zone',
  'cluster.zones_other': '{{count}} zones',
  'cluster.nodes_one': '{{count}} node',
  'cluster.nodes_other': '{{count}} nodes',
  'cluster.pendingTitle': 'Nothing has been collected yet',
  'cluster.pendingHint':
    'The first look at this cluster has not ended. The page fills by itself.',

  'chain.title': 'As strong as its weakest link',
  'chain.note': 'score {{score}} = the minimum over the layers',
  'chain.noteNone': 'no layer could be scored',
  'chain.showArithmetic': 'Show the arithmetic',
  'chain.hideArithmetic': 'Hide the arithmetic',
  'chain.weakest': 'weakest link',
  'chain.limitedBy': 'Limited by {{layer}}.',
  'chain.notAssessed': 'not assessed',
  'chain.noChecks': 'no check of this version covers it',
  'chain.notApplicable': 'nothing here applies to this cluster',
  'chain.allPass_one': '{{count}} check passes',
  'chain.allPass_other': 'all {{count}} checks pass',
  'chain.countFail': '{{number}} failing',
  'chain.countWarn': '{{number}} warning',
  'chain.countUnknown': '{{number}} unknown',
  'chain.filter': 'Show only findings of: {{layer}}',

  'provisional.title': 'This grade is provisional: it could be lower',
  'provisional.text_one':
    '{{count}} critical or high check could not be told. It is counted as if something were wrong, never as a pass.',
  'provisional.text_other':
    '{{count}} critical or high checks could not be told. Each is counted as if something were wrong, never as a pass.',

  'provisional.more': 'and {{number}} more, among the findings below',

  'findings.title': 'Findings',
  'findings.none': 'No open finding: nothing fails, warns or is unknown.',
  'findings.noneInLayer': 'No open finding in this layer.',
  'findings.allLayers': 'All layers',
  'findings.onlyLayer': 'only {{layer}}',
  'findings.count': 'failing {{fail}} · warning {{warn}} · unknown {{unknown}}',
  'findings.observed': 'Observed',
  'findings.required': 'Required',
  'findings.unblocks': 'To mend it',
  'findings.since': 'Since',
  'findings.reason': 'Why unknown',
  'findings.evidence': 'Evidence',
  'findings.runbook': 'Runbook',
  'findings.stage': 'Needed from stage',
  'findings.subjects': 'Affected',
  'findings.thresholds': 'Compared with',
  'findings.rule': 'Rule',
  'findings.layer': 'Layer',
  'findings.fromPolicy': 'set by policy',

  'evidence.section': 'Section',
  'evidence.state': 'State',
  'evidence.source': 'Source',
  'evidence.via': 'Via',
  'evidence.age': 'Age when judged',
  'evidence.observed': 'observed',
  'evidence.unknown': 'unknown: {{reason}}',
  'evidence.absent': 'absent: {{reason}}',

  'results.title': 'Everything else that was judged',
  'results.passes_one': '{{count}} check passes',
  'results.passes_other': '{{count}} checks pass',
  'results.notApplicable_one': '{{count}} check does not apply',
  'results.notApplicable_other': '{{count}} checks do not apply',

  'arithmetic.title': 'The arithmetic',
  'arithmetic.note':
    'A layer starts at 100, cannot be better than its lowest cap, and loses at most {{max}} by deductions.',
  'arithmetic.layer': 'Layer',
  'arithmetic.base': 'Start',
  'arithmetic.cap': 'Lowest cap',
  'arithmetic.deducted': 'Deducted',
  'arithmetic.score': 'Score',
  'arithmetic.steps': 'Which results did it',
  'arithmetic.stepCap': 'caps at {{points}}',
  'arithmetic.stepDeduct': 'takes off {{points}}',
  'arithmetic.stepOf': '{{severity}}, {{status}}',
  'arithmetic.noSteps': 'nothing lowers it',
  'arithmetic.minimum': 'Minimum over the layers',
  'arithmetic.grade': 'Grade {{grade}}',
  'arithmetic.bounds': 'Bounds of the grades: {{bounds}}, F below.',
  'arithmetic.checks': 'What each check compares with',
  'arithmetic.check': 'Check',
  'arithmetic.threshold': 'Threshold',
  'arithmetic.value': 'Value',
  'arithmetic.thresholdSource': 'Source of the number',
  'arithmetic.hashes': 'Snapshot {{snapshot}} · policy {{policy}}',
  'arithmetic.hashHint':
    'Same snapshot and same policy always give the same scorecard.',

  'history.title': 'Score over time',
  'history.range': 'Time range',
  'history.24h': '24 hours',
  'history.7d': '7 days',
  'history.30d': '30 days',
  'history.2y': '2 years',
  'history.empty': 'No score is stored for this range yet.',
  'history.label':
    'Score from {{from}} to {{to}}: first {{first}}, last {{last}}, lowest {{lowest}} on {{lowestAt}}',
  'history.limitedBy': 'limited by {{layer}}',
  'history.moment': '{{at}}: score {{score}}, grade {{grade}}',
} as const;
