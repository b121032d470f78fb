/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Labels of the fleet page. */
export const fleet = {
  'fleet.clusters_one': 'cluster',
  'fleet.clusters_other': 'clusters',
  'fleet.recorded': '{{number}} recorded',
  'fleet.ungraded': '{{number}} without a grade',
  'fleet.gradeFilter': 'Show only grade {{grade}} ({{number}})',
  'fleet.atRisk': 'at risk now',
  'fleet.atRiskHint': 'a critical check fails',
  'fleet.atRiskNone': 'no critical check fails',
  'fleet.more': 'and {{number}} more',
  'fleet.provisional': 'provisional',
  'fleet.provisionalHint': 'critical or high checks are unknown:',
  'fleet.provisionalNone': 'every critical and high check has a result',
  'fleet.listTitle': 'Clusters, worst first',
  'fleet.search': 'Search',
  'fleet.searchPlaceholder': 'Name, title or owner',
  'fleet.filterTier': 'Tier',
  'fleet.filterOwner': 'Owner',
  'fleet.filterGrade': 'Grade',
  'fleet.filterLayer': 'Layer not passing',
  'fleet.filterPlatform': 'Platform',
  'fleet.filterAll': 'all',
  'fleet.filterNoGrade': 'none',
  'fleet.clearFilters': 'Clear filters',
  'fleet.shown': '{{shown}} of {{total}}',
  'fleet.updated': 'updated {{ago}}',
  'fleet.columnCluster': 'Cluster',
  'fleet.columnGrade': 'Grade',
  'fleet.columnLimitedBy': 'Limited by',
  'fleet.columnLayers': 'Layers',
  'fleet.columnTrend': '30 days',
  'fleet.columnObserved': 'Observed',
  'fleet.unknown': '{{unknown}} of {{applicable}} unknown',
  'fleet.unknownCritical': '{{number}} critical',
  'fleet.nothingBelow': 'nothing below 100',
  'fleet.notAssessed': 'not assessed yet',
  'fleet.layerScore': '{{layer}}: {{status}}, score {{score}}',
  'fleet.layerProvisional':
    '{{layer}}: {{status}}, score {{score}}, provisional',
  'fleet.layerUnknown': '{{layer}}: unknown',
  'fleet.layerNone': '{{layer}}: not assessed',
  'fleet.previous': 'Previous',
  'fleet.next': 'Next',
  'fleet.page': 'Page {{page}} of {{pages}}',
  'fleet.noMatchTitle': 'No cluster matches these filters',
  'fleet.noMatchHint': 'Widen the search or clear the filters.',
  'fleet.emptyTitle': 'No cluster yet',
  'fleet.emptyHint':
    'Add a first cluster to app-config.yaml and restart the backend:',
} as const;
