/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { XMLParser, XMLValidator } from 'fast-xml-parser';
import {
  ClusterSnapshot,
  joinSnapshot,
} from 'backstage-plugin-kubernetes-ha-common';
import { demoCard } from '../__testUtils__/demoCard';
import { gateOf } from '../gate';
import { reportWriters } from '.';
import type { Report } from './report';

const snapshot: ClusterSnapshot = joinSnapshot(
  {
    facts: {
      name: 'pay-eu-1',
      tier: 'production',
      platform: 'self-managed',
      connection: 'kubeconfig',
    },
  },
  {},
  new Date('2026-11-28T12:00:00.000Z'),
);
const card = demoCard(snapshot);
const report: Report = {
  card,
  isAssessed: true,
  problems: [
    {
      source: 'etcd',
      sections: ['etcd'],
      reason: 'timeout',
      detail: 'https://192.0.2.1:2379 gave no answer',
    },
  ],
  gate: gateOf(card, { minGrade: 'B', failOn: 'critical' }),
  language: 'en',
};
const style = { isColoured: false, columns: 80 };

describe('table', () => {
  it('gives the grade and its weakest link, the worst finding first, and what is unknown with its reason', () => {
    expect(reportWriters.table(report, style)).toMatchSnapshot();
  });

  it('says the same in Chinese', () => {
    expect(
      reportWriters.table({ ...report, language: 'zh' }, style),
    ).toMatchSnapshot();
  });

  it('gives no grade of a cluster that was not read, and says what hindered', () => {
    const text = reportWriters.table({ ...report, isAssessed: false }, style);
    expect(text).toMatchSnapshot();
    expect(text).not.toContain('Grade');
  });

  it('uses escape sequences only where colours are on, and never those of a cluster', () => {
    expect(reportWriters.table(report, style)).not.toContain('\u001b');
    const coloured = reportWriters.table(report, {
      ...style,
      isColoured: true,
    });
    expect(coloured).toContain('\u001b[');
    expect(coloured).not.toContain('\u001b[31m<a & b>');
    expect(coloured).not.toContain('\u0007');
  });
});

describe('json', () => {
  it('is the scorecard as the API gives it, with findings in words and the requirements', () => {
    const written = JSON.parse(reportWriters.json(report, style));
    expect(written.scorecard).toEqual(JSON.parse(JSON.stringify(card)));
    expect(
      written.findings.map(({ checkId }: { checkId: string }) => checkId),
    ).toEqual(['demo-fail', 'demo-warn', 'demo-unknown']);
    expect(written.findings[0]).toEqual({
      checkId: 'demo-fail',
      title: 'Spare members',
      layer: 'etcd',
      status: 'fail',
      verdict: 'weak',
      severity: 'critical',
      observed: '1 was observed',
      required: 'at least 3',
      fix: 'add one',
      subjects: ['member-1'],
    });
    expect(written.requirements).toEqual({
      met: false,
      minGrade: 'B',
      failOn: 'critical',
      failedChecks: ['demo-fail'],
    });
  });

  it('has no scorecard of a cluster that was not read, and meets nothing', () => {
    const written = JSON.parse(
      reportWriters.json({ ...report, isAssessed: false }, style),
    );
    expect(written).toMatchObject({
      assessed: false,
      scorecard: null,
      findings: [],
      requirements: { met: false },
    });
  });
});

describe('junit', () => {
  const parsed = (xml: string) => {
    expect(XMLValidator.validate(xml)).toBe(true);
    return new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      isArray: name => ['testsuite', 'testcase'].includes(name),
    }).parse(xml).testsuites;
  };

  it('fails what fails, skips what is unknown with its reason, and passes the rest', () => {
    const suites = parsed(reportWriters.junit(report, style));
    expect(suites).toMatchObject({
      name: 'kubernetes-ha pay-eu-1',
      tests: '5',
      failures: '2',
      errors: '0',
      skipped: '1',
    });
    const [etcd, requirements] = suites.testsuite;
    expect(etcd.name).toBe('etcd');
    const byName = Object.fromEntries(
      etcd.testcase.map((each: { name: string }) => [each.name, each]),
    );
    expect(byName.Certificates).toEqual({
      name: 'Certificates',
      classname: 'etcd.demo-pass',
    });
    expect(byName['Writes per second'].skipped.message).toBe(
      'forbidden: nothing was observed',
    );
    expect(byName['Room on the disk']['system-out']).toBe(
      '<a & b>\ufffd was observed\nrequired: at least 3',
    );
    expect(byName['Spare members'].failure).toEqual({
      message: '1 was observed',
      type: 'critical',
      '#text': '1 was observed\nrequired: at least 3\nfix: add one',
    });
    expect(requirements.testcase[0]).toMatchObject({
      name: 'The grade is B or better',
      failure: { type: 'min-grade' },
    });
  });

  it('is one case in error for a cluster that was not read', () => {
    const suites = parsed(
      reportWriters.junit({ ...report, isAssessed: false }, style),
    );
    expect(suites).toMatchObject({ tests: '1', errors: '1', failures: '0' });
    expect(suites.testsuite[0].testcase[0].error['#text']).toContain(
      'https://192.0.2.1:2379 gave no answer',
    );
  });
});
