/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import XMLBuilder from 'fast-xml-builder';
import {
  CheckResult,
  layers,
  Language,
  say,
  standingStatus,
} from 'backstage-plugin-kubernetes-ha-common';
import { wordsOf } from '../words';
import { titleOf, worded, wordOf } from './findings';
import { printable } from './printable';
import type { Report, ReportWriter } from './report';

/** A test case: attributes, and what it holds. */
interface TestCase {
  '@name': string;
  '@classname': string;
  failure?: Remark;
  error?: Remark;
  skipped?: Pick<Remark, '@message'>;
  'system-out'?: string;
}

interface Remark {
  '@message': string;
  '@type': string;
  '#text': string;
}

/**
 * For pipelines: a suite for each layer, a case for each check. A check that
 * fails is a failure; one that warns passes and says what in its output; one
 * that is unknown or does not apply is skipped with its reason, for a skipped
 * case is never taken for a pass. What is required is a suite of its own. A
 * cluster that was not assessed is one case in error.
 * Form: https://github.com/testmoapp/junitxml
 */
export const junit: ReportWriter = report => {
  const suites = report.isAssessed
    ? [...layerSuites(report), ...requirementSuites(report)]
    : [notAssessedSuite(report)];
  const all = suites.flatMap(({ testcase }) => testcase);
  const builder = new XMLBuilder({
    attributeNamePrefix: '@',
    ignoreAttributes: false,
    suppressEmptyNode: true,
    format: true,
  });
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': `kubernetes-ha ${printable(nameOf(report))}`,
      ...countsOf(all),
      testsuite: suites,
    },
  });
};

function nameOf({ card: { cluster } }: Report): string {
  return cluster.title ?? cluster.name;
}

interface TestSuite {
  '@name': string;
  '@timestamp': string;
  testcase: readonly TestCase[];
}

function suiteOf(
  { card }: Report,
  name: string,
  testcase: readonly TestCase[],
): TestSuite {
  return {
    '@name': name,
    '@timestamp': card.takenAt,
    ...countsOf(testcase),
    testcase,
  };
}

function countsOf(cases: readonly TestCase[]) {
  const count = (kind: 'failure' | 'error' | 'skipped') =>
    cases.filter(each => each[kind]).length;
  return {
    '@tests': cases.length,
    '@failures': count('failure'),
    '@errors': count('error'),
    '@skipped': count('skipped'),
  };
}

function layerSuites(report: Report): TestSuite[] {
  const { card, language } = report;
  return layers.flatMap(layer => {
    const results = card.results.filter(result => result.layer === layer);
    if (results.length === 0) return [];
    return [
      suiteOf(
        report,
        wordOf('layer', layer, language),
        results.map(result => caseOf(result, language)),
      ),
    ];
  });
}

function caseOf(result: CheckResult, language: Language): TestCase {
  const { observed, required, fix, reason, severity } = worded(
    result,
    language,
  );
  const words = wordsOf(language);
  const details = [
    observed,
    ...(required ? [words.required(required)] : []),
    ...(fix ? [words.fix(fix)] : []),
  ].join('\n');
  const named = {
    '@name': titleOf(result.checkId, language),
    '@classname': `${result.layer}.${result.checkId}`,
  };
  const status = standingStatus(result);
  switch (status) {
    case 'pass':
      return named;
    case 'warn':
      return { ...named, 'system-out': details };
    case 'fail':
      return {
        ...named,
        failure: { '@message': observed, '@type': severity, '#text': details },
      };
    case 'unknown':
    case 'not-applicable':
      return {
        ...named,
        skipped: {
          '@message': `${wordOf(
            reason ? 'reason' : 'status',
            reason ?? result.status,
            language,
          )}: ${observed}`,
        },
      };
    default:
      return unreachable(status);
  }
}

function requirementSuites(report: Report): TestSuite[] {
  const { gate, card, language } = report;
  if (!gate.grade) return [];
  const words = wordsOf(language);
  const { required, isReached } = gate.grade;
  const sentence = words.gradeNotReached(card.grade ?? words.none(), required);
  return [
    suiteOf(report, 'requirements', [
      {
        '@name': words.gradeRequired(required),
        '@classname': 'requirements.min-grade',
        ...(!isReached && {
          failure: {
            '@message': sentence,
            '@type': 'min-grade',
            '#text': sentence,
          },
        }),
      },
    ]),
  ];
}

function notAssessedSuite(report: Report): TestSuite {
  const { problems, language } = report;
  const words = wordsOf(language);
  const sentence = words.notAssessed();
  return suiteOf(report, 'assessment', [
    {
      '@name': 'assessment',
      '@classname': 'assessment',
      error: {
        '@message': sentence,
        '@type': 'not-assessed',
        '#text': problems
          .map(({ source, reason, detail, why }) =>
            words.because(
              source,
              wordOf('reason', reason, language),
              printable(why ? say(why, language) : detail),
            ),
          )
          .join('\n'),
      },
    },
  ]);
}

function unreachable(value: never): never {
  throw new Error(`Unexpected status ${JSON.stringify(value)}`);
}
